/** `npm run pictures:sync`: the Sync page in a real Chromium while 100,000 people are read for the first time. */
import type { Page } from 'playwright-core';
import { buildExtension } from '#test/e2e/build-extension.ts';
import { signIn, startChromium } from '#test/e2e/chromium.ts';
import { admin } from '../bench/server.ts';
import { startBigCompany } from '../bench/sync/big-company.ts';
import { startSyncedServer } from '../bench/sync/runs.ts';
import { keepPicture } from './pictures/keep-picture.ts';

const people = Number(process.argv[2] ?? 100_000);

await using parts = new AsyncDisposableStack();
const company = await startBigCompany(people);
parts.defer(() => company.stop());

for (const colorScheme of ['light', 'dark'] as const) {
  const suffix = colorScheme === 'dark' ? '-dark' : '';
  await using run = new AsyncDisposableStack();
  const server = await startSyncedServer(company);
  run.defer(() => server.stop());
  const extension = await buildExtension({ browser: 'chrome', server: server.url, intranet: [`${server.url}/*`] });
  run.defer(() => extension.remove());
  const chromium = await startChromium({ extension: extension.folder, colorScheme, scale: 1.5 });
  run.defer(() => chromium.stop());
  await signIn(chromium, admin.username, admin.password);
  const page = await chromium.context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${chromium.origin}/options.html#/sync`);
  await begin(page, 'full');
  await rate(page);
  await keepPicture(`sync-running${suffix}`, await page.screenshot({ animations: 'disabled' }));
  await ended(page);
  await begin(page, 'full');
  await rate(page);
  await keepPicture(`sync-running-again${suffix}`, await page.screenshot({ animations: 'disabled' }));
  await ended(page);
  await company.change(100);
  await begin(page, 'incremental');
  await ended(page);
  await keepPicture(`sync-ended${suffix}`, await page.screenshot({ animations: 'disabled' }));
}

async function begin(page: Page, mode: 'full' | 'incremental'): Promise<void> {
  await page.locator(`input[type=radio][value=${mode}]`).check();
  await page.locator('.button.primary').click();
  await page.locator('progress').waitFor();
}

/** It is told once some have been read. */
async function rate(page: Page): Promise<void> {
  await page.locator('section[aria-labelledby=running] p', { hasText: '·' }).waitFor();
}

async function ended(page: Page): Promise<void> {
  await page.locator('progress').waitFor({ state: 'detached', timeout: 60_000 });
}
