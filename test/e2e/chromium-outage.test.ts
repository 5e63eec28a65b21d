import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startIntranet } from '#demo/intranet/start-intranet.ts';
import type { OwnEdits } from '#shared/contract/outbox.ts';
import type { Session } from '#shared/contract/session.ts';
import { openLDAPCompany } from '#test/api/company.ts';
import { type BareServer, startBareServer } from './bare-server.ts';
import { type BuiltExtension, buildExtension } from './build-extension.ts';
import { type Chromium, editorFrame, pressLauncher, readableTexts, signIn, startChromium, visit } from './chromium.ts';
import { workplaceFields } from './workplace.ts';

const parts = new AsyncDisposableStack();
let company: Awaited<ReturnType<typeof openLDAPCompany>>;
/** Its entries are written by their own people alone, but for the room. */
let ownWritten: Awaited<ReturnType<typeof openLDAPCompany>>;
let server: BareServer;
let site: string;
let extension: BuiltExtension;

beforeAll(async () => {
  company = await openLDAPCompany();
  parts.defer(() => company.stop());
  const rights = ['title by self write by * read', 'userPassword by anonymous auth', 'roomNumber by * read'];
  ownWritten = await openLDAPCompany({
    databaseConf: [...rights.map((right) => `access to attrs=${right}`), 'access to * by * read'],
  });
  parts.defer(() => ownWritten.stop());
  const hq = { key: 'hq', ...company.definition, bindPassword: { env: 'HQ_PASSWORD' }, defaultCountry: 'DE' };
  const plant = { ...hq, key: 'plant', ...ownWritten.definition, writeAs: 'person' };
  server = await startBareServer(
    { directories: [hq, plant], fields: workplaceFields, settings: { writeEnabled: true } },
    { HQ_PASSWORD: company.bindPassword },
  );
  parts.defer(() => server.stop());
  const intranet = await startIntranet();
  parts.defer(() => intranet.stop());
  site = intranet.url;
  extension = await buildExtension({ browser: 'chrome', server: server.url, intranet: [`${site}/*`] });
  parts.defer(() => extension.remove());
});
afterAll(() => parts.disposeAsync());

/** What somebody does in a browser of theirs, which is gone afterwards, with all that it knew. */
async function inBrowser(username: string, work: (editor: Frame, chromium: Chromium) => Promise<void>): Promise<void> {
  const chromium = await startChromium({ extension: extension.folder });
  try {
    await signIn(chromium, username, company.password);
    const page = await chromium.context.newPage();
    await visit(page, site);
    await pressLauncher(page);
    const editor = await editorFrame(page);
    await editor.locator('form').waitFor();
    await work(editor, chromium);
  } finally {
    await chromium.stop();
  }
}

/** The states of what waits, as the server tells the person. */
async function watchEdits(username: string): Promise<() => Promise<string[]>> {
  const ask = async <Body>(method: string, path: string, headers: Record<string, string>, body?: string) =>
    (await (await fetch(`${server.url}${path}`, { method, headers, ...(body && { body }) })).json()) as Body;
  const credentials = JSON.stringify({ username, password: company.password });
  const { token } = await ask<Session>('POST', '/api/session', { 'Content-Type': 'application/json' }, credentials);
  return async () => {
    const { edits } = await ask<OwnEdits>('GET', '/api/me/outbox', { Authorization: `Bearer ${token}` });
    return edits.map(({ field, state }) => `${field} ${state}`).toSorted();
  };
}

const save = (editor: Frame) => editor.getByRole('button', { name: 'Save' }).click();
const mark = (editor: Frame, label: string) =>
  editor.locator('.head', { has: editor.getByText(label, { exact: true }) }).locator('.mark');
const patience = { timeout: 30_000 };

test('W4, W6, W8 what is saved in an outage arrives once the directory is back, whatever became of the browser; a conflict is told by launcher and toolbar, decided field by field, and a change is undone', async () => {
  const username = await company.add({
    cn: 'Jürgen Groß',
    displayName: 'Jürgen Groß',
    telephoneNumber: '+49 611 1234567',
    title: 'Clerk',
    description: 'Ground floor',
    l: 'Wiesbaden',
  });
  const editsNow = await watchEdits(username);
  const entry = async () => {
    const attributes = ['telephoneNumber', 'title', 'description', 'l'];
    return (await Promise.all(attributes.map((each) => company.values(username, each)))).flat();
  };

  await inBrowser(username, async (editor) => {
    await editor.getByLabel('City').selectOption('Zürich');
    await company.slapd.kill();
    await save(editor);
    await expect.poll(() => mark(editor, 'City').textContent()).toBe('Waiting for the directory');
  });
  expect(await editsNow()).toEqual(['city pending']);
  await company.slapd.restart();
  await expect.poll(entry, patience).toEqual(['+49 611 1234567', 'Clerk', 'Ground floor', 'Zürich']);
  await expect.poll(editsNow, patience).toEqual([]);

  await inBrowser(username, async (editor) => {
    await company.slapd.kill();
    await editor.getByLabel('Phone').fill('0611 7654321');
    await editor.getByLabel('Title').fill('Head clerk');
    await editor.getByLabel('About me').fill('First floor');
    await save(editor);
    for (const label of ['Phone', 'Title', 'About me']) {
      await expect.poll(() => mark(editor, label).textContent()).toBe('Waiting for the directory');
    }
  });
  // Another program was faster; the directory is back with what that one wrote.
  await company.slapd.modifyWhileDown(
    [
      `dn: uid=${username},${company.slapd.peopleDN}`,
      'changetype: modify',
      ...['replace: telephoneNumber', 'telephoneNumber: +49 611 7654388', '-'],
      ...['replace: title', 'title: Clerk (retired)', '-'],
      ...['replace: description', 'description: Cellar', ''],
    ].join('\n'),
  );
  await company.slapd.restart();
  await expect.poll(editsNow, patience).toEqual(['about conflict', 'phone conflict', 'title conflict']);
  expect(await entry()).toEqual(['+49 611 7654388', 'Clerk (retired)', 'Cellar', 'Zürich']);

  await inBrowser(username, async (editor, { context, badge }) => {
    await expect.poll(badge).toBe('3');
    const nextPage = await context.newPage();
    await visit(nextPage, site);
    await expect.poll(() => readableTexts(nextPage)).toContain('An edit of yours needs your decision');
    await nextPage.close();
    const conflict = (label: string) => editor.getByRole('group', { name: label });
    await expect
      .poll(() => conflict('Phone').locator('.side').allInnerTexts())
      .toEqual([expect.stringContaining('+49 611 7654388'), expect.stringContaining('+49 611 7654321')]);
    await conflict('Phone').getByRole('button', { name: 'Keep theirs' }).click();
    await expect.poll(() => editor.getByLabel('Phone').inputValue()).toBe('+49 611 7654388');
    await conflict('Title').getByRole('button', { name: 'Use mine' }).click();
    await expect.poll(() => mark(editor, 'Title').textContent()).toBe('Saved');
    await conflict('About me').getByRole('button', { name: 'Edit again' }).click();
    await expect.poll(() => editor.getByLabel('About me').inputValue()).toBe('First floor');
    await editor.getByLabel('About me').fill('First floor, left');
    await save(editor);
    await expect.poll(() => mark(editor, 'About me').textContent()).toBe('Saved');
    expect(await entry()).toEqual(['+49 611 7654388', 'Head clerk', 'First floor, left', 'Zürich']);
    await expect.poll(editsNow, patience).toEqual([]);
    await expect.poll(badge).toBe('');

    await editor.getByRole('button', { name: 'History' }).click();
    await editor.getByRole('button', { name: 'Undo Title' }).first().click();
    await editor.getByText('The change is undone.').waitFor();
    await expect.poll(() => company.values(username, 'title')).toEqual(['Clerk (retired)']);
    await editor.getByRole('button', { name: 'Close the history' }).click();
    expect(await editor.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Clerk (retired)');
  });
}, 120_000);

test('W9 the editor asks in its own frame for the password, tells a wrong one, saves with the right one, and tells at its field what the directory’s rights refuse', async () => {
  const username = await ownWritten.add({ cn: 'Jürgen Groß', title: 'Clerk', roomNumber: '101' });
  await inBrowser(username, async (editor) => {
    await editor.getByLabel('Title').fill('Head clerk');
    await editor.getByLabel('Room').fill('202');
    await save(editor);
    const question = editor.getByRole('dialog', { name: 'Your password, please' });
    const password = question.getByLabel('Password');
    await expect.poll(() => password.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await editor.page().locator('input[type=password]').count(), 'the page has no part in it').toBe(0);
    await password.fill('not-the-password');
    await password.press('Enter');
    await question.getByText('The password is wrong').waitFor();
    expect(await ownWritten.values(username, 'title')).toEqual(['Clerk']);

    await password.fill(ownWritten.password);
    await password.press('Enter');
    await expect.poll(() => mark(editor, 'Title').textContent()).toBe('Saved');
    expect(await question.count()).toBe(0);
    const room = editor.locator('.field', { has: editor.getByLabel('Room') });
    await room.getByText('The directory does not permit this change.').waitFor();
    expect(await editor.getByLabel('Room').inputValue()).toBe('202');
  });
  expect(await ownWritten.values(username, 'title')).toEqual(['Head clerk']);
  expect(await ownWritten.values(username, 'roomNumber')).toEqual(['101']);
  expect(await ownWritten.values(username, 'modifiersName')).toEqual([await ownWritten.dnOf(username)]);
});
