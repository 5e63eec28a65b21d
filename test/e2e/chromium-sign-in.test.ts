import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenIDProvider, startOpenIDProvider } from '#test/directories/openid-provider.ts';
import { type ChromiumAtWork, startChromiumAtWork } from './chromium-at-work.ts';

/** In the pages of the extension. */
declare const chrome: typeof import('wxt/browser').browser;

let at: ChromiumAtWork;
let provider: OpenIDProvider;
beforeAll(async () => {
  at = await startChromiumAtWork();
  const { server, api } = at.work;
  provider = await startOpenIDProvider(`${server}/api/sign-in/openid/callback`);
  const { issuer, clientId } = provider;
  const openid = { issuer, clientId, clientSecret: { env: 'OPENID_SECRET' }, serverUrl: server };
  await api.configure({ ...(await api.configuration()), signIn: { openid, password: false } });
});
afterAll(async () => {
  await at?.stop();
  await provider?.stop();
});

/** Presses the button and gives the window of the provider. */
async function begin(popup: Page): Promise<Page> {
  const opened = at.chromium.context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Sign in with the company account' }).click();
  return opened;
}

test('P6 a person signs in with the company’s provider, in a window of its own, and is who the directory knows', async () => {
  const username = await at.work.hire();
  const popup = await at.chromium.openPopup();
  const window = await begin(popup);
  await window.locator('input[name=login]').fill(username);
  await window.locator('input[name=password]').fill('any');
  await window.locator('button[type=submit]').click();
  await window.getByRole('button', { name: 'Continue' }).click();
  await popup.getByRole('button', { name: 'Edit my profile' }).waitFor();
  expect(await popup.getByRole('status').textContent()).toContain('Jürgen Groß');
  expect(at.chromium.context.pages().filter((page) => page.url().startsWith(provider.issuer))).toEqual([]);
  await popup.getByRole('button', { name: 'Sign out' }).click();
  await popup.close();
});

test('P6 whoever closes the window is told so, and may begin anew', async () => {
  // The provider has forgotten who was there before.
  await at.chromium.context.clearCookies();
  const popup = await at.chromium.openPopup();
  const window = await begin(popup);
  await window.locator('input[name=login]').waitFor();
  await window.close();
  await popup.getByText('You were not signed in. Try again.').waitFor();
  await popup.getByText('Sign in with a local account').click();
  await popup.getByLabel('User name').waitFor();
  await popup.close();
});

test('P1 the popup itself is as wide as what is in it', async () => {
  const page = await at.chromium.openPopup();
  await page.evaluate(() => chrome.action.openPopup());
  const widths = () =>
    page.evaluate(() => chrome.extension.getViews({ type: 'popup' }).map((view) => (view as typeof window).innerWidth));
  await expect.poll(widths).toEqual([352]);
  await page.close();
});
