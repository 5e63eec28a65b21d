import type { ListedSession, SignInWay } from '#shared/contract/session.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import type { Result, Status } from '../messages.ts';

/** A site that the launcher can be shown on. */
export interface Site {
  readonly host: string;
  /** The match pattern of its pages. */
  readonly pattern: string;
  readonly isAllowed: boolean;
}

/** All that the popup asks of the rest of the extension and of the browser. */
export interface Extension {
  getStatus(): Promise<Status>;
  /** Calls the listener with every new status; returns how to stop that. */
  onStatus(listener: (status: Status) => void): () => void;
  /** Asks the person to permit the server, then whether Nameplate answers there. Undefined where they did not permit it. */
  connect(address: string): Promise<Result<Status> | undefined>;
  /** Goes on with an address that is permitted already: without a click nobody can be asked. */
  resume(address: string): Promise<Result<Status>>;
  /** The address that somebody began to connect to, where the question for permission closed the popup. */
  takeUnfinishedAddress(): Promise<string | undefined>;
  /** The ways in that the company chose, the best first. */
  readSignInWays(): Promise<Result<readonly SignInWay[]>>;
  signIn(username: string, password: string): Promise<Result<Status>>;
  /** In a window of the company's provider, or by what the browser has; a popup may be closed by the time it is done. */
  signInBy(way: 'openid' | 'header'): Promise<Result<Status>>;
  signOut(): Promise<Status>;
  /** Where the person is signed in. */
  readSessions(): Promise<Result<readonly ListedSession[]>>;
  closeSession(id: string): Promise<Result<void>>;
  signOutEverywhere(): Promise<Result<Status>>;
  setLanguage(language: Language): Promise<Status>;
  /** Opens the editor, and leaves the popup. */
  editProfile(): Promise<void>;
  /** Opens the page on which helpdesk finds people, and leaves the popup. */
  findPeople(): Promise<void>;
  /** How many edits of others wait for whoever is signed in. */
  countToDecide(): Promise<number>;
  /** Opens the page on which they are approved, and leaves the popup. */
  approve(): Promise<void>;
  /** Opens the options page, and leaves the popup. */
  administer(): Promise<void>;
  /** The site of the page that the popup was opened over; undefined where it is none. */
  readSite(server: string | undefined): Promise<Site | undefined>;
  /** Must be called while the person's click is being handled; whether the launcher may then be there. */
  allowSite(site: Site, allow: boolean): Promise<boolean>;
  /** Leaves the window in which one only signs in. */
  leaveSignInWindow(): Promise<void>;
}
