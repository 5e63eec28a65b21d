import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';
import type { History } from '#shared/contract/history.ts';
import type { FoundPeople } from '#shared/contract/people.ts';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { Profile, ProfileChanges, Saved } from '#shared/contract/profile.ts';
import type { Decided, Decision, OpenProposals } from '#shared/contract/proposals.ts';
import type { ListedSession, SignInWay, User } from '#shared/contract/session.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import type { AdminCall } from './admin-calls.ts';
import type { HistoryRequest } from './editor/edits.ts';

/** What a call became. Errors do not survive the way between two contexts, so they travel as data. */
export type Result<Value> =
  | {
      readonly ok: true;
      readonly value: Value;
      /** Of a document with a revision: which one this is (`ETag`). */
      readonly revision?: string;
    }
  | { readonly ok: false; readonly problem: ProblemDetails };

export interface Status {
  /** The server's origin; undefined until somebody, or the company's build, has named it. */
  readonly server: string | undefined;
  /** The company's build names the server, so nobody may change it. */
  readonly serverIsFixed: boolean;
  readonly user: User | undefined;
  readonly language: Language;
}

/** A profile; where its directory could not be asked, why, and the values are those of the last time. */
export type LoadedProfile =
  | { readonly ok: true; readonly value: Profile; readonly outage?: ProblemDetails | undefined }
  | { readonly ok: false; readonly problem: ProblemDetails };

/** A save, and whose profile was edited: whoever is signed in by then may be somebody else. */
export interface SaveRequest {
  readonly personId: string;
  readonly changes: ProfileChanges;
}

/** People by words; `cursor` is where the last answer ended. */
export interface SearchRequest {
  readonly words: string;
  readonly cursor?: string;
}

export interface PictureRequest {
  readonly personId: string;
  readonly sha256: string;
}

/** Of somebody else's change, why it is undone. */
export interface UndoRequest {
  readonly changeId: string;
  readonly reason?: string | undefined;
  /** Their own, where the directory is written as whoever undoes it. */
  readonly password?: string | undefined;
}

/** What somebody decides on an edit that waits for approval. */
export interface DecisionRequest extends Decision {
  readonly proposalId: string;
}

/** Everything that one part of the extension says to another. The background checks who says it. */
interface Protocol {
  /**
   * Launcher to background: the person pressed it. One frame of this tab (this one, where the browser tells which) may claim the
   * token, once, and soon.
   */
  openEditor(request: { frameToken: string; frameId: number | undefined }): void;
  /** Launcher to background: the person pressed it, and no frame of this page can be the editor; open it in a window of its own. */
  openEditorWindow(): void;
  /** Launcher to background: Escape or the backdrop was pressed; false where no editor is there to be asked. */
  askToLeave(request: { frameToken: string }): boolean;

  /** Background to launcher: open the editor (keyboard shortcut, toolbar); true once it does. */
  showEditor(): boolean;
  /** Background to launcher: whether the editor lies over the page as it was put there. */
  isInSight(): boolean;
  /** Background to launcher: take the editor away. */
  hideEditor(): void;
  /** Background to launcher: the site is no longer allowed, leave the page. */
  leavePage(): void;

  /** Editor to background, before all else: false where the launcher did not open this frame; it then shows nothing. */
  claimFrame(request: { frameToken: string }): boolean;
  /** Editor to background: the profile as the directory has it at this moment; it was asked for at the click. */
  loadProfile(): LoadedProfile;
  saveProfile(request: SaveRequest): Result<Saved>;
  /** Editor, people page and options to background: a picture of a profile, as an address that an `<img>` shows. */
  loadPicture(request: PictureRequest): Result<string>;
  /** Editor to background: the people whose names begin so. */
  findPeople(request: { words: string }): Result<FoundPeople>;
  /** Editor and people page to background: edits that were made before. */
  withdrawEdit(request: { editId: string }): Result<undefined>;
  withdrawProposal(request: { proposalId: string }): Result<undefined>;
  loadHistory(request: HistoryRequest): Result<History>;
  undoChange(request: UndoRequest): Result<Saved>;
  /** Launcher to background: in words, that edits wait for the person's decision; empty where none does. */
  getAttention(): string;
  /** Editor to background: whether the launcher, which sees what the frame cannot, sees the editor where it was put. */
  isEditorInSight(): boolean;
  /** Editor to background: take this editor away. Unsaved changes have been asked about. */
  closeEditor(): void;
  /** Editor and options to background: open the window in which one signs in (never over a page). */
  openSignIn(): void;

  /** Background to editor: somebody wants to leave it. Unsaved changes are asked about first, then `closeEditor` answers. */
  leaveEditor(): boolean;
  /** Background to editor, popup and options: somebody signed in or out, or chose another language or server. */
  statusChanged(status: Status): void;

  /** Options to background: call an endpoint that the page may call, by its name in the contract's table. */
  callServer(call: AdminCall): Result<unknown>;

  /** People page to background. */
  searchPeople(request: SearchRequest): Result<FoundPeople>;
  /** As the directory has it at this moment. */
  loadPerson(request: { personId: string }): LoadedProfile;
  savePerson(request: SaveRequest): Result<Saved>;
  /** Edits of others that wait for whoever is signed in. */
  getProposals(): Result<OpenProposals>;
  decideProposal(request: DecisionRequest): Result<Decided>;

  /** Every page of ours to background. */
  getStatus(): Status;
  /** Popup and options to background. */
  setLanguage(request: { language: Language }): Status;
  signOut(): Status;
  /** Popup to background. */
  setServer(request: { server: string }): Result<Status>;
  /** The ways in that the company chose, the best first. */
  getSignInWays(): Result<readonly SignInWay[]>;
  signIn(request: { username: string; password: string }): Result<Status>;
  getOwnSessions(): Result<readonly ListedSession[]>;
  closeOwnSession(request: { id: string }): Result<void>;
  signOutEverywhere(): Result<Status>;
  signInBy(request: { way: 'openid' | 'header' }): Result<Status>;
  /** Popup to background: open the page on which helpdesk finds people. */
  findPeoplePage(): void;
  /** Popup to background: open the page on which edits are approved. */
  approvalsPage(): void;
  /** Popup and people page to background: how many edits wait for whoever is signed in to decide. */
  countToDecide(): number;
  /** Popup to background: open the editor over the page of this window, or in a window of its own where there is no launcher. */
  editProfile(): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();

/** Calls the listener with every new status, of which the background tells: launchers, which are in tabs, have no say in it. */
export const onStatusChanged = (listener: (status: Status) => void): (() => void) =>
  onMessage('statusChanged', ({ data, sender }) => {
    if (sender.id === browser.runtime.id && sender.tab === undefined) listener(data);
  });
