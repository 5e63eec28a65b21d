import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startIntranet } from '#demo/intranet/start-intranet.ts';
import { activeDirectoryCompany, type Company, openLDAPCompany } from '#test/api/company.ts';
import { freePort } from '#test/directories/free-port.ts';
import { startBareServer } from './bare-server.ts';
import { buildExtension } from './build-extension.ts';
import { type Chromium, leave, openEditor, signIn, startChromium, visit } from './chromium.ts';

/** The extension is made for one address, at which one bare server stands after the other. */
const parts = new AsyncDisposableStack();
let port: number;
let site: string;
let chromium: Chromium;
beforeAll(async () => {
  port = await freePort();
  const intranet = await startIntranet();
  parts.defer(() => intranet.stop());
  site = intranet.url;
  const server = `http://127.0.0.1:${port}`;
  const extension = await buildExtension({ browser: 'chrome', server, intranet: [`${site}/*`] });
  parts.defer(() => extension.remove());
  chromium = await startChromium({ extension: extension.folder });
  parts.defer(() => chromium.stop());
});
afterAll(() => parts.disposeAsync());

/** A company, and a server that knows nothing of it. */
async function startWorld(startCompany: () => Promise<Company>) {
  const company = await startCompany();
  const server = await startBareServer(undefined, {}, port);
  async function stop(): Promise<void> {
    const popup = await chromium.openPopup();
    await leave(popup);
    await popup.close();
    await server.stop();
    await company.stop();
  }
  return { company, server, stop };
}
type World = Awaited<ReturnType<typeof startWorld>>;

/** Waits until this is the first step that is still to do. */
const untilNext = (page: Page, step: string) => page.locator('.first-step.now h2', { hasText: step }).waitFor();
const view = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();

/** Signs in by the window that the options page opens, which then closes itself. */
async function signInFromOptions(page: Page, { server }: World): Promise<void> {
  const opened = chromium.context.waitForEvent('page');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const window = await opened;
  await window.getByLabel('User name').fill(server.admin.username);
  await window.getByLabel('Password', { exact: true }).fill(server.admin.password);
  await window.getByRole('button', { name: 'Sign in' }).click();
}

async function addDirectory(page: Page, { definition }: Company): Promise<void> {
  const { url, tls, caFile, bindDN, baseDN, userDN } = definition as Readonly<Record<string, string | undefined>>;
  await page.getByRole('link', { name: 'Add a directory' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Headquarters');
  await page.getByLabel('Key').fill('hq');
  await page.getByLabel('Address').fill(url ?? '');
  if (tls) await page.getByLabel('Encryption').selectOption(tls);
  if (caFile) {
    await page.getByLabel('Certificate authority').selectOption('file');
    await page.getByLabel('Path on the server').fill(caFile);
  }
  await page.getByLabel('DN of the account').fill(bindDN ?? '');
  await page.locator('#control-bindPassword-value').fill('not the password');
  await page.getByLabel('Base DN').fill(baseDN ?? '');
  await page.getByLabel('Additional user DN').fill(userDN ?? '');
  await page.getByLabel('Country of phone numbers').selectOption('DE');
}

/** By the options page alone, from a server that knows nothing to a number that somebody changed on the intranet. */
async function goFromBareServerToFirstEdit(world: World): Promise<void> {
  const { company } = world;
  const username = await company.add({ cn: 'Jane Doe', displayName: 'Jane Doe', telephoneNumber: '+49 611 1234567' });
  const page = await chromium.context.newPage();
  await page.goto(`${chromium.origin}/options.html`);
  await signInFromOptions(page, world);

  await untilNext(page, 'A directory');
  await addDirectory(page, company);
  const test = page.getByRole('button', { name: 'Test the connection' });
  await test.click();
  await page.locator('.step.failed', { hasText: 'Service account' }).waitFor();
  await page.locator('#control-bindPassword-value').fill(company.bindPassword);
  await test.click();
  await page.getByText('All of it works.').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'Headquarters' }).waitFor();
  // The password went in, and does not come out.
  await page.getByRole('radio', { name: /The one that is stored/ }).waitFor();
  expect(await page.content()).not.toContain(company.bindPassword);

  await view(page, 'First steps');
  await untilNext(page, 'The fields of a profile');
  await page.getByLabel('Write back: Phone').check();
  await page.getByRole('button', { name: 'Add these fields' }).click();
  await page.getByRole('button', { name: 'Start the first sync' }).click();
  await untilNext(page, 'Write access');

  await view(page, 'Write access');
  const person = page.getByLabel('Person', { exact: false }).first();
  const found = page.getByRole('button', { name: new RegExp(username) });
  // The search follows the people of the sync by a thread of its own.
  const search = async () => {
    await person.fill('');
    await person.fill('Jane');
    return found.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(search, { timeout: 30_000 }).toBe(true);
  await found.click();
  await page.getByRole('button', { name: 'Run the write test' }).click();
  await page.locator('.step', { hasText: 'Writing' }).filter({ hasText: 'telephoneNumber' }).waitFor();
  expect(await page.locator('.step.failed').allTextContents()).toEqual([]);
  await page.getByRole('switch', { name: 'Write access' }).click();
  await page.getByRole('dialog').getByText('Phone').waitFor();
  await page.getByRole('button', { name: 'Switch it on' }).click();
  await page.locator('[role=switch][aria-checked=true]').waitFor();
  await view(page, 'First steps');
  await page.getByText('Everything is set up.').waitFor();

  await signIn(chromium, username, company.password);
  await page.goto('about:blank');
  await visit(page, site);
  const editor = await openEditor(page);
  await editor.getByLabel('Phone').fill('0611 7654321');
  await editor.getByRole('button', { name: 'Save' }).click();
  await editor.getByText('Saved', { exact: true }).waitFor();
  expect(await company.values(username, 'telephoneNumber')).toEqual(['+49 611 7654321']);
}

describe('an OpenLDAP', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(openLDAPCompany);
  });
  afterAll(() => world?.stop());

  test('P3, P1, W1, D4, F11 from a bare server to the first edited field, by the options page alone', async () => {
    await goFromBareServerToFirstEdit(world);
  }, 90_000);

  test('P3 two admins at once: the second is told what changed, nothing is overwritten, and nothing entered is lost', async () => {
    const { server } = world;
    await signIn(chromium, server.admin.username, server.admin.password);
    const open = async () => {
      const page = await chromium.context.newPage();
      await page.goto(`${chromium.origin}/options.html#/roles`);
      await page.getByRole('button', { name: 'Add a user' }).nth(2).waitFor();
      return page;
    };
    const [first, second] = [await open(), await open()];
    const add = async (page: Page, card: number, name: string) => {
      await page.getByRole('button', { name: 'Add a user' }).nth(card).click();
      await page.keyboard.type(name);
      await page.getByRole('button', { name: 'Save' }).click();
    };
    await add(first, 1, 'jane');
    await first.getByText('Saved. It is in force.').waitFor();
    await add(second, 2, 'erika');
    await second.getByRole('heading', { name: `${server.admin.username} changed this meanwhile` }).waitFor();
    expect(await second.getByRole('textbox').evaluateAll((all) => all.map((each) => Object(each).value))).toEqual([
      'jane',
      'erika',
    ]);
    await second.getByRole('button', { name: 'Save' }).click();
    await second.getByText('Saved. It is in force.').waitFor();
    await first.reload();
    await expect
      .poll(() => first.getByRole('textbox').evaluateAll((all) => all.map((each) => Object(each).value)))
      .toEqual(['jane', 'erika']);
  });

  test('S1, S3, S7 a run is started, its details are looked at, and the last sync date is emptied', async () => {
    const { server } = world;
    await signIn(chromium, server.admin.username, server.admin.password);
    const page = await chromium.context.newPage();
    await page.goto(`${chromium.origin}/options.html#/sync`);
    await page.getByRole('radio', { name: /Everybody/ }).check();
    await page.getByRole('button', { name: 'Start now' }).click();
    const rows = page.locator('tbody tr');
    await rows.nth(1).waitFor();
    await page.locator('.tag', { hasText: 'succeeded' }).nth(1).waitFor();
    await rows.first().getByRole('link').click();
    await page.getByText('Filter as it was sent').waitFor();

    await page.getByRole('link', { name: 'Back to Sync' }).click();
    const date = page.getByLabel('Date', { exact: true });
    await expect.poll(() => date.inputValue()).toMatch(/^\d{2}-\d{2}-\d{4}$/);
    await date.fill('31-02-2026');
    await page.getByRole('button', { name: 'Set the date' }).click();
    await page.locator('[aria-invalid=true]').waitFor();
    await page.getByRole('button', { name: 'Empty it' }).click();
    await expect.poll(() => date.inputValue()).toBe('');
  });
});

describe('an Active Directory', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(activeDirectoryCompany);
  });
  afterAll(() => world?.stop());

  test('P3, P1, W1, D4, F11 from a bare server to the first edited field, by the options page alone', async () => {
    await goFromBareServerToFirstEdit(world);
  }, 90_000);
});
