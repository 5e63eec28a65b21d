import { approvals } from './approvals-de.ts';
import type { Catalogue } from './catalogue.ts';
import { editor } from './editor-de.ts';
import { people } from './people-de.ts';

export const manifest: Catalogue['manifest'] = {
  name: 'Nameplate',
  description: 'Die eigenen Angaben im Firmenverzeichnis berichtigen, auf der Seite, auf der man gerade ist',
  openEditor: 'Mein Profil bearbeiten',
  findPeople: 'Personen finden',
};

export const launcher: Catalogue['launcher'] = {
  open: 'Mein Profil bearbeiten',
  frameTitle: 'Mein Profil',
  reloadPage: 'Nameplate wurde erneuert. Laden Sie die Seite neu.',
};

/** What the launcher says while an edit waits for a decision. */
export const attention = 'Eine Ihrer Änderungen braucht Ihre Entscheidung';

export const popup: Catalogue['popup'] = {
  title: 'Nameplate',
  language: 'Sprache',
  signIn: 'Anmelden',
  signingIn: 'Anmeldung läuft …',
  signInWith: 'Melden Sie sich mit Benutzername und Passwort Ihrer Firma an.',
  username: 'Benutzername',
  password: 'Passwort',
  showPassword: 'Passwort anzeigen',
  hidePassword: 'Passwort verbergen',
  signedInAs: (name) => `Angemeldet als ${name}`,
  signOut: 'Abmelden',
  sessions: 'Wo Sie angemeldet sind',
  thisBrowser: 'Dieser Browser',
  unknownBrowser: 'Ein anderes Programm',
  signedInSince: (time: string) => `Seit ${time}`,
  signOutEverywhere: 'Überall abmelden',
  editProfile: 'Mein Profil bearbeiten',
  findPeople: 'Personen finden',
  approve: (count) => `Änderungen genehmigen (${count})`,
  administer: 'Nameplate verwalten',
  server: 'Server',
  serverHelp: 'Die Adresse des Nameplate-Servers Ihrer Firma, zum Beispiel https://nameplate.example.com',
  serverIsFixed: 'Von Ihrer Firma festgelegt',
  connect: 'Verbinden',
  connecting: 'Verbindung wird aufgebaut …',
  changeServer: 'Server ändern',
  allowSite: (host) => `Nameplate auf ${host} anzeigen`,
  allowSiteHelp: 'Ein kleiner Knopf auf diesen Seiten öffnet Ihr Profil. Von den Seiten wird nichts gelesen.',
  siteIsUnfit: 'Auf dieser Seite kann Nameplate nicht angezeigt werden.',
  or: 'oder',
  signInWithCompany: 'Mit dem Firmenkonto anmelden',
  signInAsWindows: 'Als die Person anmelden, die Sie an diesem Rechner sind',
  localAccount: 'Mit einem lokalen Konto anmelden',
  openidRunning: 'Ein Fenster Ihrer Firma fragt nach der Anmeldung …',
  notSignedIn: 'Sie wurden nicht angemeldet. Versuchen Sie es noch einmal.',
  unknownPerson: 'Man kennt Sie, aber kein Verzeichnis hat ein aktives Konto für Sie. Fragen Sie Ihre IT-Abteilung.',
  attempts: (minutes: number) => `Zu viele Versuche. Versuchen Sie es in ${minutes} min noch einmal.`,
  wrongCredentials: 'Der Benutzername oder das Passwort ist falsch.',
  required: 'Füllen Sie dies aus.',
};

export const connection: Catalogue['connection'] = {
  noServer:
    'Nameplate kennt seinen Server noch nicht. Öffnen Sie Nameplate in der Symbolleiste und geben Sie die Adresse ein.',
  badAddress: 'Das ist keine Adresse eines Servers wie https://nameplate.example.com.',
  insecureAddress: 'Die Adresse muss mit https:// beginnen, damit niemand mitlesen kann.',
  notNameplate: 'Unter dieser Adresse antwortet ein Server, aber es ist nicht Nameplate.',
  notPermitted: 'Ohne Ihre Erlaubnis kann Nameplate nicht mit diesem Server sprechen.',
  slow: 'Der Nameplate-Server braucht zu lange für eine Antwort. Versuchen Sie es noch einmal.',
};

export const problems: Catalogue['problems'] = {
  malformed: 'Nameplate hat diese Anfrage nicht verstanden. Laden Sie neu und versuchen Sie es noch einmal.',
  unauthenticated: 'Sie sind abgemeldet.',
  forbidden: 'Das ist Ihnen nicht erlaubt.',
  notFound: 'Diese Person gibt es nicht mehr.',
  conflict: 'Etwas anderes kam zuvor. Versuchen Sie es noch einmal.',
  tooLarge: 'Das ist zu viel auf einmal.',
  invalid: 'Ein Wert verletzt eine Regel.',
  refused: 'Das Verzeichnis hat dies abgelehnt.',
  throttled: 'Zu viele Versuche. Warten Sie eine Weile und versuchen Sie es noch einmal.',
  internal:
    'In Nameplate ist ein Fehler aufgetreten. Versuchen Sie es noch einmal; bleibt er, sagen Sie Ihrer IT Bescheid.',
  unavailable: 'Das Verzeichnis ist nicht erreichbar.',
  unreachable: 'Der Nameplate-Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung.',
};

export const de: Catalogue = { manifest, launcher, popup, connection, problems, editor, people, approvals };
