import type { ProfileChanges } from '#shared/contract/profile.ts';
import type { HistoryRequest } from '../../../extension/editor/edits.ts';
import type { PictureRequest, Status } from '../../../extension/messages.ts';
import { type Looks, startPage } from '../page-in-browser.ts';

/** What a test answers in the place of the background; what it leaves out is answered as on a good day. */
export interface Script {
  claimFrame?(): boolean;
  getStatus?(): Status;
  loadProfile(): unknown;
  saveProfile?(changes: ProfileChanges): unknown;
  loadPicture?(request: PictureRequest): unknown;
  findPeople?(words: string): unknown;
  withdraw?(id: string): unknown;
  loadHistory?(request: HistoryRequest): unknown;
  undo?(changeId: string): unknown;
  openSignIn?(): unknown;
  close?(): unknown;
}

export function aStatus(status: Partial<Status> = {}): Status {
  return {
    server: 'https://nameplate.example.com',
    serverIsFixed: true,
    user: { id: 'p1', username: 'jgross', displayName: 'Jürgen Groß', directory: 'hq', role: 'employee' },
    language: 'en',
    ...status,
  };
}

/** A page in which editors can be opened, one after the other. */
export async function startEditors() {
  let answers: Partial<Script> = {};
  const { open, stop } = await startPage('editor', {
    callBackground: (name, argument) => answers[name as keyof Script]?.(argument as never),
  });
  return {
    open(script: Script, looks?: Looks) {
      answers = { claimFrame: () => true, getStatus: () => aStatus(), ...script };
      return open('', looks);
    },
    stop,
  };
}
