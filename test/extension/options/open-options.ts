import type { Language } from '#shared/fields/field-kind.ts';
import type { AdminAnswer, AdminEndpoint } from '../../../extension/admin-calls.ts';
import type { PictureRequest, Result, Status } from '../../../extension/messages.ts';
import { type Looks, startPage } from '../page-in-browser.ts';

/** What a test answers in the place of the server, typed by the contract; what it leaves out never answers. */
export type Answers = {
  readonly [Name in AdminEndpoint]?: (parts: never) => Result<AdminAnswer<Name>> | Promise<Result<AdminAnswer<Name>>>;
};

/** What stands in the place of the background and of the server behind it. */
export interface Script {
  readonly status?: Partial<Status>;
  readonly answers?: Answers;
  loadPicture?(request: PictureRequest): Result<string>;
  openSignIn?(): void;
}

export function anAdmin(status: Partial<Status> = {}): Status {
  return {
    server: 'https://nameplate.example.com',
    serverIsFixed: true,
    user: { id: 'p1', username: 'jdoe', displayName: 'Jane Doe', directory: 'hq', role: 'systemAdmin' },
    language: 'en',
    ...status,
  };
}

export const answered = <Value>(value: Value, revision = '"1"'): Result<Value> => ({ ok: true, value, revision });

/** A page in which the options can be opened, one after the other. */
export async function startOptions() {
  let status = anAdmin();
  let script: Script = {};
  const background = {
    getStatus: () => status,
    call: (name: AdminEndpoint, parts: never) => script.answers?.[name]?.(parts) ?? new Promise(() => undefined),
    loadPicture: (request: PictureRequest) => script.loadPicture?.(request) ?? new Promise(() => undefined),
    openSignIn: () => script.openSignIn?.(),
    signOut: () => {
      status = { ...status, user: undefined };
      return status;
    },
    setLanguage: (language: Language) => {
      status = { ...status, language };
      return status;
    },
  };
  const { page, open, stop } = await startPage('options', {
    callBackground: (name, ...given) => background[name as keyof typeof background](...(given as [never, never])),
    timezoneId: 'Europe/Berlin',
  });
  return {
    page,
    open(hash: string, given: Script, looks?: Looks) {
      script = given;
      status = anAdmin(given.status);
      return open(hash, { width: 1240, ...looks });
    },
    /** Somebody signs in or out elsewhere. */
    async tell(next: Partial<Status>) {
      status = { ...status, ...next };
      await page.evaluate((detail) => window.dispatchEvent(new CustomEvent('test:status', { detail })), status);
    },
    stop,
  };
}
export type Options = Awaited<ReturnType<typeof startOptions>>;
