import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { ProfileChanges } from '#shared/contract/profile.ts';
import type { HistoryRequest } from '../../../extension/editor/edits.ts';
import type { PictureRequest, Status } from '../../../extension/messages.ts';
import { buildPage, extensionPolicy } from '../build-page.ts';

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

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly rtl?: boolean;
}

const origin = 'https://editor.test';

export function aStatus(status: Partial<Status> = {}): Status {
  return {
    server: 'https://nameplate.example.com',
    serverIsFixed: true,
    user: { id: 'p1', username: 'jgross', displayName: 'Jürgen Groß', directory: 'hq', role: 'employee' },
    language: 'en',
    ...status,
  };
}

/** A page in which editors can be opened, one after the other, under the extension's own content security policy. */
export async function startEditors() {
  const [files, browser] = await Promise.all([
    buildPage('editor', join(import.meta.dirname, 'harness/page.tsx')),
    chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] }),
  ]);
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB' });
  const page = await context.newPage();
  let answers: Partial<Script> = {};
  await page.exposeFunction('callBackground', (name: keyof Script, argument: never) => answers[name]?.(argument));
  await page.route('**', (route) => {
    const { pathname } = new URL(route.request().url());
    const file = files.get(pathname);
    if (!file) return route.fulfill({ status: 404 });
    return route.fulfill({ ...file, headers: { 'content-security-policy': extensionPolicy } });
  });
  return {
    async open(script: Script, { width = 480, height = 900, dark = false, rtl = false }: OpenOptions = {}) {
      answers = { claimFrame: () => true, getStatus: () => aStatus(), ...script };
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      await page.goto(`${origin}/`);
      await page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), rtl ? 'rtl' : 'ltr');
      return page;
    },
    stop: () => browser.close(),
  };
}
