import { approvals } from './approvals-en.ts';
import { editor } from './editor-en.ts';
import { people } from './people-en.ts';

export const manifest = {
  name: 'Nameplate',
  description: 'Correct your own entry in the company directory, on the page you are on',
  openEditor: 'Edit my profile',
  findPeople: 'Find people',
};

export const launcher = {
  open: 'Edit my profile',
  frameTitle: 'My profile',
  reloadPage: 'Nameplate was updated. Reload the page.',
};

/** What the launcher says while an edit waits for a decision. */
export const attention = 'An edit of yours needs your decision';

export const popup = {
  title: 'Nameplate',
  language: 'Language',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  signInWith: 'Sign in with the user name and password of your company.',
  username: 'User name',
  password: 'Password',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  signedInAs: (name: string) => `Signed in as ${name}`,
  signOut: 'Sign out',
  sessions: 'Where you are signed in',
  thisBrowser: 'This browser',
  unknownBrowser: 'Another program',
  signedInSince: (time: string) => `Since ${time}`,
  signOutEverywhere: 'Sign out everywhere',
  editProfile: 'Edit my profile',
  findPeople: 'Find people',
  approve: (count: number) => `Approve edits (${count})`,
  administer: 'Administer Nameplate',
  server: 'Server',
  serverHelp: 'The address of your company’s Nameplate server, for example https://nameplate.example.com',
  serverIsFixed: 'Set by your company',
  connect: 'Connect',
  connecting: 'Connecting…',
  changeServer: 'Change the server',
  allowSite: (host: string) => `Show Nameplate on ${host}`,
  allowSiteHelp: 'A small button on these pages opens your profile. Nothing on them is read.',
  siteIsUnfit: 'Nameplate cannot be shown on this page.',
  or: 'or',
  signInWithCompany: 'Sign in with the company account',
  signInAsWindows: 'Sign in as who you are on this computer',
  localAccount: 'Sign in with a local account',
  openidRunning: 'A window of your company asks you to sign in…',
  notSignedIn: 'You were not signed in. Try again.',
  unknownPerson: 'You are known, but no directory has an active account for you. Ask your IT department.',
  attempts: (minutes: number) => `Too many attempts. Try again in ${minutes} min.`,
  wrongCredentials: 'The user name or the password is wrong.',
  required: 'Fill this in.',
};

/** What can go wrong between the extension and its server. */
export const connection = {
  noServer: 'Nameplate does not know its server yet. Open Nameplate in the toolbar and enter the address.',
  badAddress: 'This is no address of a server, such as https://nameplate.example.com.',
  insecureAddress: 'The address must begin with https://, so that nobody can read along.',
  notNameplate: 'There is a server at this address, but it is not Nameplate.',
  notPermitted: 'Without your permission Nameplate cannot talk to this server.',
  slow: 'The Nameplate server takes too long to answer. Try again.',
};

/** By kind of a problem; `unreachable` where no answer came from the server at all. */
export const problems = {
  malformed: 'Nameplate did not understand this request. Reload and try again.',
  unauthenticated: 'You are signed out.',
  forbidden: 'You are not permitted to do this.',
  notFound: 'There is no such person any more.',
  conflict: 'Something else came first. Try again.',
  tooLarge: 'This is too much at once.',
  invalid: 'A value breaks a rule.',
  refused: 'The directory refused this.',
  throttled: 'Too many attempts. Wait a while and try again.',
  internal: 'Nameplate has a fault. Try again; if it stays, tell your IT.',
  unavailable: 'The directory cannot be reached.',
  unreachable: 'The Nameplate server cannot be reached. Check your connection.',
};

export const en = { manifest, launcher, popup, connection, problems, editor, people, approvals };
