import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Language } from '#shared/fields/field-kind.ts';
import type { AdminAnswer, AdminEndpoint } from '../../../extension/admin-calls.ts';
import type { Result, Status } from '../../../extension/messages.ts';
import { buildPage, extensionPolicy } from '../build-page.ts';

/** What a test answers in the place of the server, typed by the contract; what it leaves out never answers. */
export type Answers = {
  readonly [Name in AdminEndpoint]?: (parts: never) => Result<AdminAnswer<Name>> | Promise<Result<AdminAnswer<Name>>>;
};

/** What stands in the place of the background and of the server behind it. */
export interface Script {
  readonly status?: Partial<Status>;
  readonly answers?: Answers;
  openSignIn?(): void;
}

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly rtl?: boolean;
}

const origin = 'https://options.test';

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

/** A page in which the options can be opened, one after the other, under the extension's own content security policy. */
export async function startOptions() {
  const [files, browser] = await Promise.all([
    buildPage('options', join(import.meta.dirname, 'harness/page.tsx')),
    chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] }),
  ]);
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  const page = await context.newPage();
  // Whoever leaves a page with unsaved changes is asked by the browser; the next test leaves it.
  page.on('dialog', (dialog) => void dialog.accept());
  let status = anAdmin();
  let script: Script = {};
  const background = {
    getStatus: () => status,
    call: (name: AdminEndpoint, parts: never) => script.answers?.[name]?.(parts) ?? new Promise(() => undefined),
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
  await page.exposeFunction('callBackground', (name: keyof typeof background, ...given: [never, never]) =>
    background[name](...given),
  );
  await page.route('**', (route) => {
    const { pathname } = new URL(route.request().url());
    const file = files.get(pathname);
    if (!file) return route.fulfill({ status: 404 });
    return route.fulfill({ ...file, headers: { 'content-security-policy': extensionPolicy } });
  });
  return {
    page,
    async open(hash: string, given: Script, { width = 1240, height = 900, dark, rtl }: OpenOptions = {}) {
      script = given;
      status = anAdmin(given.status);
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      await page.goto('about:blank');
      await page.goto(`${origin}/${hash}`);
      await page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), rtl ? 'rtl' : 'ltr');
      return page;
    },
    /** Somebody signs in or out elsewhere. */
    async tell(next: Partial<Status>) {
      status = { ...status, ...next };
      await page.evaluate((detail) => window.dispatchEvent(new CustomEvent('test:status', { detail })), status);
    },
    stop: () => browser.close(),
  };
}
export type Options = Awaited<ReturnType<typeof startOptions>>;
