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
  /** Until when the numbering plans of phone numbers are on their way; the editor is not waited for then. */
  readonly plans?: Promise<void>;
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
  const { page, open, stop } = await startPage('editor', {
    callBackground: (name, argument) => answers[name as Exclude<keyof Script, 'plans'>]?.(argument as never),
  });
  await page.route('**/numbering-plans-*', async (route) => {
    await answers.plans;
    await route.fallback();
  });
  return {
    async open(script: Script, looks?: Looks) {
      answers = { claimFrame: () => true, getStatus: () => aStatus(), ...script };
      await open('', looks);
      if (!script.plans) await page.locator('html[data-has-numbering-plans]').waitFor({ state: 'attached' });
      return page;
    },
    stop,
  };
}
