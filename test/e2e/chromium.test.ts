import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { editorFrame, openEditor, pressLauncher, visit } from './chromium.ts';
import { type ChromiumAtWork, startChromiumAtWork } from './chromium-at-work.ts';

let at: ChromiumAtWork;
let page: Page;

beforeAll(async () => {
  at = await startChromiumAtWork();
});
afterAll(() => at?.stop());
beforeEach(async () => {
  page = await at.chromium.context.newPage();
});
afterEach(() => page.close());

const save = (editor: Frame) => editor.getByRole('button', { name: 'Save' }).click();
/** The outcome that stands beside the label of a field. */
const outcome = (editor: Frame, label: string) =>
  editor.locator('.head', { has: editor.getByText(label, { exact: true }) }).locator('.mark');

describe('in a real Chromium, over a real OpenLDAP', () => {
  test('P1, S9, W5, W7 the main job: sign in by the popup, open the editor on a page, change a field of each type, save', async () => {
    const username = await at.somebody();
    await visit(page, at.work.site);
    await at.work.company.replace(username, 'title', ['Head clerk']);
    const editor = await openEditor(page);
    expect(await editor.getByLabel('Phone').inputValue()).toBe('+49 611 1234567');
    expect(await editor.getByLabel('Title').inputValue()).toBe('Head clerk');

    await editor.getByLabel('Phone').fill('0611 7654321');
    await editor.getByLabel('Title').fill('Office manager 🌱');
    await editor.getByLabel('About me').fill('Erster Stock\nlinks, bitte klopfen');
    await editor.getByLabel('City').selectOption('Zürich');
    await save(editor);
    for (const label of ['Phone', 'Title', 'About me', 'City']) {
      await expect.poll(() => outcome(editor, label).textContent()).toBe('Saved');
    }
    expect(await outcome(editor, 'Room').count()).toBe(0);
    expect(await editor.getByLabel('Phone').inputValue()).toBe('+49 611 7654321');

    expect(await at.inDirectory(username, 'telephoneNumber')).toEqual(['+49 611 7654321']);
    expect(await at.inDirectory(username, 'title')).toEqual(['Office manager 🌱']);
    expect(await at.inDirectory(username, 'description')).toEqual(['Erster Stock\nlinks, bitte klopfen']);
    expect(await at.inDirectory(username, 'l')).toEqual(['Zürich']);
  });

  test('W4, W7, S9 a form that is open while the sync runs keeps what was typed, and shows what the run changed', async () => {
    const { api, company } = at.work;
    const username = await at.somebody();
    await api.addLocalAdmin('root', 'fake-password');
    const token = await api.signIn('root', 'fake-password');
    const sync = async () => {
      const { status } = await api.call('POST', '/api/admin/sync/runs', { token, body: { mode: 'full' } });
      expect(status).toBe(202);
      return (await api.ended()).at(-1);
    };
    await sync();
    await visit(page, at.work.site);
    const editor = await openEditor(page);
    await editor.getByLabel('Title').fill('Mine');
    await company.replace(username, 'title', ['Theirs']);
    await company.replace(username, 'l', ['Zürich']);
    expect(await sync()).toMatchObject({ status: 'succeeded', directories: [{ changed: 1 }] });
    expect(await editor.getByLabel('Title').inputValue()).toBe('Mine');

    await editor.getByLabel('About me').fill('Still here');
    await save(editor);
    const conflict = editor.getByRole('group', { name: 'Title' });
    await conflict.waitFor();
    expect(await conflict.getByText('Mine', { exact: true }).count()).toBe(1);
    expect(await conflict.getByText('Theirs', { exact: true }).count()).toBe(1);
    expect(await editor.getByLabel('City').inputValue()).toBe('Zürich');
    expect(await outcome(editor, 'About me').textContent()).toBe('Saved');
    expect(await at.inDirectory(username, 'title')).toEqual(['Theirs']);
    expect(await at.inDirectory(username, 'description')).toEqual(['Still here']);
  });

  test('W3 a field that is emptied is gone from the directory', async () => {
    const username = await at.somebody();
    await visit(page, at.work.site);
    const editor = await openEditor(page);
    await editor.getByLabel('Phone').fill('');
    await save(editor);
    await expect.poll(() => outcome(editor, 'Phone').textContent()).toBe('Saved');
    expect(await at.inDirectory(username, 'telephoneNumber')).toEqual([]);
  });

  test('W5 what the directory refuses is said at its field, with the reason, and the rest is saved', async () => {
    const username = await at.somebody();
    await visit(page, at.work.site);
    const editor = await openEditor(page);
    await editor.getByLabel('Room').fill('202');
    await editor.getByLabel('Title').fill('Head clerk');
    await save(editor);
    await expect.poll(() => outcome(editor, 'Title').textContent()).toBe('Saved');
    const room = editor.locator('.field', { has: editor.getByLabel('Room') });
    expect(await room.textContent()).toContain('The directory does not permit this change.');
    expect(await editor.getByLabel('Room').inputValue()).toBe('202');
    expect(await at.inDirectory(username, 'roomNumber')).toEqual(['101']);
    expect(await at.inDirectory(username, 'title')).toEqual(['Head clerk']);
  });

  test('F9, X1 a number that is none is refused as it is left, and nothing is sent', async () => {
    const username = await at.somebody();
    await visit(page, at.work.site);
    const editor = await openEditor(page);
    await editor.getByLabel('Phone').fill('no number');
    await editor.getByLabel('Title').focus();
    await expect.poll(() => editor.getByLabel('Phone').getAttribute('aria-invalid')).toBe('true');
    await save(editor);
    await expect.poll(() => editor.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('tel');
    const { requests } = at.work.api;
    expect(requests.findLast(({ route }) => route === '/api/me/profile')).toMatchObject({ method: 'GET' });
    expect(await at.inDirectory(username, 'telephoneNumber')).toEqual(['+49 611 1234567']);
  });

  test('P8 everything goes by keyboard alone, and the focus comes back to the launcher', async () => {
    const username = await at.somebody();
    await visit(page, at.work.site);
    await tabUntil(page, () => page.evaluate(() => document.activeElement?.matches('html > div') ?? false));
    await page.keyboard.press('Enter');
    const editor = await editorFrame(page);
    const phone = editor.getByLabel('Phone');
    await phone.waitFor();
    await tabUntil(page, () => phone.evaluate((it) => it === document.activeElement));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('0611 7654321');
    await page.keyboard.press('Enter');
    await expect.poll(() => outcome(editor, 'Phone').textContent()).toBe('Saved');
    expect(await at.inDirectory(username, 'telephoneNumber')).toEqual(['+49 611 7654321']);

    await page.keyboard.press('Escape');
    await expect.poll(() => page.frames().length).toBe(1);
    await page.keyboard.press('Enter');
    await (await editorFrame(page)).getByLabel('Phone').waitFor();
  });

  test('unsaved changes are asked about before Escape or the backdrop takes the editor away', async () => {
    await at.somebody();
    await visit(page, at.work.site);
    const editor = await openEditor(page);
    await editor.getByLabel('Title').fill('Something else');
    await page.mouse.click(100, 300);
    await editor.getByRole('button', { name: 'Keep editing' }).click();
    expect(await editor.getByLabel('Title').inputValue()).toBe('Something else');
    await page.keyboard.press('Escape');
    await editor.getByRole('button', { name: 'Discard and close' }).click();
    await expect.poll(() => page.frames().length).toBe(1);
  });

  test('the background may end at any moment: what it needs to know outlives it', async () => {
    const username = await at.somebody();
    await visit(page, at.work.site);
    const editor = await openEditor(page);
    await at.chromium.endBackground();
    await editor.getByLabel('Title').fill('Survivor');
    await save(editor);
    await expect.poll(() => outcome(editor, 'Title').textContent()).toBe('Saved');
    expect(await at.inDirectory(username, 'title')).toEqual(['Survivor']);
  });

  test('a session that the server no longer knows ends in the extension too, without losing what was typed', async () => {
    await at.somebody();
    await visit(page, at.work.site);
    const editor = await openEditor(page);
    await editor.getByLabel('Title').fill('Still here');
    await at.work.api.call('DELETE', '/api/session', { token: await at.chromium.sessionToken() });
    await save(editor);
    await editor.getByText('Your session has ended').first().waitFor();
    expect(await editor.getByLabel('Title').inputValue()).toBe('Still here');
  });
});

describe('W4 a value that changed in the directory meanwhile is shown beside the own one, and the person chooses', () => {
  const theirs = '+49 611 7654322';
  const mine = '+49 611 7654321';
  let username: string;
  let editor: Frame;

  beforeEach(async () => {
    username = await at.somebody();
    await visit(page, at.work.site);
    editor = await openEditor(page);
    await editor.getByLabel('Phone').fill(mine);
    await at.work.company.replace(username, 'telephoneNumber', [theirs]);
    await save(editor);
    const conflict = editor.getByRole('group', { name: 'Phone' });
    await conflict.waitFor();
    expect(await conflict.getByText(theirs).count()).toBe(1);
    expect(await conflict.getByText(mine).count()).toBe(1);
    expect(await at.inDirectory(username, 'telephoneNumber')).toEqual([theirs]);
  });
  const choose = (name: string) => editor.getByRole('button', { name }).click();

  test('mine, which is then saved', async () => {
    await choose('Use mine');
    await expect.poll(() => outcome(editor, 'Phone').textContent()).toBe('Saved');
    expect(await at.inDirectory(username, 'telephoneNumber')).toEqual([mine]);
  });

  test('theirs, and nothing is left to save', async () => {
    await choose('Keep theirs');
    await expect.poll(() => editor.getByLabel('Phone').inputValue()).toBe(theirs);
    await editor.getByText('No changes').waitFor();
    expect(await at.inDirectory(username, 'telephoneNumber')).toEqual([theirs]);
  });

  test('or edits again, over what the directory has now', async () => {
    await choose('Edit again');
    await expect.poll(() => editor.getByLabel('Phone').inputValue()).toBe(mine);
    await editor.getByLabel('Phone').fill('0611 7654323');
    await save(editor);
    await expect.poll(() => outcome(editor, 'Phone').textContent()).toBe('Saved');
    expect(await at.inDirectory(username, 'telephoneNumber')).toEqual(['+49 611 7654323']);
  });
});

/** A page of the intranet with headers of its own. */
async function visitWithHeaders(headers: Record<string, string>): Promise<void> {
  await page.route(`${at.work.site}/odd`, (route) =>
    route.fulfill({ contentType: 'text/html', headers, body: '<!doctype html><title>Odd</title><h1>Odd</h1>' }),
  );
  await visit(page, `${at.work.site}/odd`);
}

test.each(['require-corp', 'credentialless'])(
  'P1 on a page that embeds %s alone the editor opens and saves',
  async (policy) => {
    const username = await at.somebody();
    await visitWithHeaders({ 'Cross-Origin-Embedder-Policy': policy, 'Cross-Origin-Opener-Policy': 'same-origin' });
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    const editor = await openEditor(page);
    await editor.getByLabel('Title').fill('Isolated');
    await editor.getByRole('button', { name: 'Save' }).click();
    await editor.getByText('Saved', { exact: true }).waitFor();
    expect(await at.inDirectory(username, 'title')).toEqual(['Isolated']);
  },
);

test.each(['sandbox', 'sandbox allow-same-origin'])(
  'P1 on a page that lets no frame of it run (%s) the launcher opens a window',
  async (policy) => {
    await at.somebody();
    await visitWithHeaders({ 'Content-Security-Policy': policy });
    const opened = at.chromium.context.waitForEvent('page');
    await pressLauncher(page);
    const own = await opened;
    expect(await own.getByLabel('Phone').inputValue()).toBe('+49 611 1234567');
    await own.close();
  },
);

test('P1 a page that has written itself anew has a launcher that works', async () => {
  await at.somebody();
  await visit(page, at.work.site);
  await page.evaluate(() => {
    document.open();
    document.write('<!doctype html><title>Anew</title><h1>Anew</h1>');
    document.close();
  });
  await page.locator('html > div').waitFor({ state: 'attached' });
  await openEditor(page);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.frames().length).toBe(1);
});

/** Presses Tab as often as it takes. */
async function tabUntil(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; !(await isThere()); presses++) {
    expect(presses).toBeLessThan(60);
    await page.keyboard.press('Tab');
  }
}
