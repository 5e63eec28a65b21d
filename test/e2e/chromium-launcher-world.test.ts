import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEditor, visit } from './chromium.ts';
import { type ChromiumAtWork, startChromiumAtWork } from './chromium-at-work.ts';
import { refused, saidByOthers, sayAll } from './launcher-says.ts';

/** In the world of the launcher. */
declare const chrome: typeof import('wxt/browser').browser;

let at: ChromiumAtWork;
let page: Page;

beforeAll(async () => {
  at = await startChromiumAtWork();
  await at.somebody();
  page = await at.chromium.context.newPage();
  await visit(page, at.work.site);
});
afterAll(() => at?.stop());

/** Runs in the launcher's own world: what whoever breaks out of a page into its process can do in the launcher's name. */
async function inLauncher<Value>(work: string | (() => Promise<Value>)): Promise<Value> {
  const session = await page.context().newCDPSession(page);
  const world = new Promise<string>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension:')) resolve(context.uniqueId);
    });
  });
  await session.send('Runtime.enable');
  const { result } = await session.send('Runtime.evaluate', {
    expression: `(${work})().catch((error) => String(error))`,
    uniqueContextId: await world,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return result.value as Value;
}

test('X3 a launcher that was taken over reads neither session nor frames, and neither reads nor moves the server', async () => {
  expect(await inLauncher(async () => Object.keys(await chrome.storage.session.get()))).toMatch(/not allowed/u);
  expect(await inLauncher(async () => Object.keys(await chrome.storage.local.get()))).toMatch(/not allowed/u);
  expect(await inLauncher(async () => chrome.storage.local.set({ server: 'https://evil.example' }))).toMatch(
    /not allowed/u,
  );
  expect(
    await inLauncher(async () => Object.keys(await chrome.storage.sync.get()).filter((key) => key !== 'language')),
  ).toEqual([]);
});

test('X3 it calls nothing that the editor, the popup, the options and helpdesk call', async () => {
  const others = saidByOthers();
  expect(others.length).toBeGreaterThan(15);
  await openEditor(page);
  expect(await inLauncher<[string, unknown][]>(sayAll(others))).toEqual(others.map((type) => [type, refused]));
});

test('X3 it reaches the server no more than the page does', async () => {
  const call = `async () => (await fetch('${at.work.server}/api/me/profile')).status`;
  expect(await inLauncher(call)).toMatch(/Failed to fetch/u);
});

test('X3 it tells no page of the extension who is signed in, or at which server', async () => {
  const popup = await at.chromium.openPopup();
  await popup.getByRole('button', { name: 'Edit my profile' }).waitFor();
  const heard = popup.evaluate(
    () =>
      new Promise((resolve) => {
        chrome.runtime.onMessage.addListener(({ type }: { type: string }) => {
          if (type === 'statusChanged') requestAnimationFrame(() => requestAnimationFrame(() => resolve(type)));
        });
      }),
  );
  // A round trip, so that the page listens by now.
  await popup.evaluate(() => true);
  await inLauncher(async () => {
    const data = { server: 'https://evil.example', serverIsFixed: true, user: undefined, language: 'en' };
    // The popup may have no answer to give, which is none of this test's business.
    void chrome.runtime.sendMessage({ id: 1, type: 'statusChanged', data, timestamp: Date.now() });
  });
  expect(await heard).toBe('statusChanged');
  expect(await popup.getByRole('button', { name: 'Edit my profile' }).isVisible()).toBe(true);
  await popup.close();
});

test('P1 a launcher leaves a page alone that insists on removing it, and is as patient as at first after a calm minute', async () => {
  await visit(page, at.work.site);
  /** Whether it is back each time, as soon as the page lets it run. */
  const isBackAfter = (times: number) =>
    page.evaluate(async (count) => {
      const host = document.querySelector('html > div');
      for (let removed = 0; removed < count; removed++) {
        host?.remove();
        await new Promise((resolve) => setTimeout(resolve));
        if (!host?.isConnected) return false;
      }
      return true;
    }, times);
  expect(await isBackAfter(20)).toBe(true);
  await inLauncher(async () => {
    const later = performance.now() + 61_000;
    performance.now = () => later;
  });
  expect(await isBackAfter(20)).toBe(true);
  expect(await isBackAfter(1)).toBe(false);
});
