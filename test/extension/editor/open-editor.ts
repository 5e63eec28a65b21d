import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import type { ProfileChanges } from '#shared/contract/profile.ts';
import { createManifest } from '../../../extension/manifest.ts';
import type { Status } from '../../../extension/messages.ts';

/** What a test answers in the place of the background; what it leaves out is answered as on a good day. */
export interface Script {
  claimFrame?(): boolean;
  getStatus?(): Status;
  loadProfile(): unknown;
  saveProfile?(changes: ProfileChanges): unknown;
  openSignIn?(): unknown;
  close?(): unknown;
}

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly rtl?: boolean;
}

const root = join(import.meta.dirname, '../../..');
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
    bundle(),
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
    return route.fulfill({ ...file, headers: { 'content-security-policy': policy } });
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

type Files = ReadonlyMap<string, { readonly contentType: string; readonly body: string }>;

const policy = String(
  (
    createManifest({ browser: 'chrome', version: '0', stamp: { server: undefined, intranet: [] } })
      .content_security_policy as { extension_pages: string }
  ).extension_pages,
);

async function bundle(): Promise<Files> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, rolldownOptions: { input: join(import.meta.dirname, 'harness/page.tsx') } },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const files = new Map<string, { contentType: string; body: string }>();
  let head = '';
  for (const file of outputs) {
    const path = `/${file.fileName}`;
    if (file.type === 'chunk') {
      files.set(path, { contentType: 'text/javascript', body: file.code });
      if (file.isEntry) head += `<script type="module" src="${path}"></script>`;
    } else {
      files.set(path, { contentType: 'text/css', body: String(file.source) });
      head += `<link rel="stylesheet" href="${path}">`;
    }
  }
  const html = readFileSync(join(root, 'extension/entrypoints/editor/index.html'), 'utf8');
  return files.set('/', { contentType: 'text/html', body: html.replace(/<script.*<\/script>/u, () => head) });
}
