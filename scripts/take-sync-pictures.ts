/** `npm run pictures:sync`: the Sync page in a real Chromium while 100,000 people are read for the first time. */
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
  for (const name of ['sync-first-run', 'sync-running']) {
    await page.locator('input[type=radio][value=full]').check();
    await page.locator('.button.primary').click();
    // The rate is told once some have been read.
    await page.locator('section[aria-labelledby=running] p', { hasText: '·' }).waitFor();
    await keepPicture(`${name}${suffix}`, await page.screenshot({ animations: 'disabled' }));
    await page.locator('progress').waitFor({ state: 'detached', timeout: 120_000 });
  }
}
