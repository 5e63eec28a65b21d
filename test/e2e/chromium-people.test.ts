import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { editorFrame, pressLauncher, signIn, visit } from './chromium.ts';
import { type ChromiumAtWork, startChromiumAtWork } from './chromium-at-work.ts';

/** In the background of the extension. */
declare const chrome: typeof import('wxt/browser').browser;

const department = {
  ...{ key: 'department', type: 'text', label: { en: 'Department', de: 'Abteilung' } },
  source: { kind: 'directory', attribute: 'departmentNumber', edit: 'writeBack' },
  approvedBy: ['helpdesk'],
};

let at: ChromiumAtWork;
let agent: string;
let page: Page;
beforeAll(async () => {
  at = await startChromiumAtWork([department]);
  const { api, company } = at.work;
  agent = await company.add({ cn: 'Help Desk', displayName: 'Help Desk' });
  await api.configure({ ...(await api.configuration()), roles: { helpdesk: [`user:${agent}`] } });
});
afterAll(() => at?.stop());
beforeEach(async () => {
  page = await at.chromium.context.newPage();
});
afterEach(() => page.close());

/** Somebody whom Nameplate knows, since they have signed in once. */
async function somebodyCalled(displayName: string, attributes: Record<string, string> = {}): Promise<string> {
  const { api, company } = at.work;
  const username = await company.add({
    cn: displayName,
    displayName,
    telephoneNumber: '+49 611 1234567',
    ...attributes,
  });
  await api.signIn(username, company.password);
  await api.followPeople();
  return username;
}
const openPage = (hash = '') => page.goto(`${at.chromium.origin}/people.html${hash}`);

test('P2 by keyboard alone: find, open, edit with a reason, and on to the next', async () => {
  const username = await somebodyCalled('Łukasz Müller-Ångström', { title: 'Clerk' });
  await somebodyCalled('Anna Mustermann');
  await signIn(at.chromium, agent, at.work.company.password);
  await openPage();
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('mueller luk');
  await page.getByRole('option', { name: /Müller-Ångström/u }).waitFor();
  expect(await page.getByRole('option').count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /Müller-Ångström/u }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');

  await page.getByLabel('Title', { exact: true }).fill('Head of Office');
  await page.keyboard.press('Control+s');
  await page.getByText('Say first why you change this profile.').waitFor();
  expect(await at.inDirectory(username, 'title')).toEqual(['Clerk']);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('reason');
  await page.keyboard.type('Promoted, asked by phone');
  await page.keyboard.press('Control+s');
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await at.inDirectory(username, 'title')).toEqual(['Head of Office']);

  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('people-search');
  await page.keyboard.press('Escape');
  await page.keyboard.type('musterm');
  await page.getByRole('option', { name: /Mustermann/u }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Anna Mustermann' }).waitFor();
});

test('P2, W4, W6, W8 what waits of a person, what became a conflict and what was changed is beside their fields, for helpdesk to settle', async () => {
  const { api, company } = at.work;
  const username = await somebodyCalled('Kofi Aşık', { title: 'Clerk', description: 'Ground floor' });
  const theirs = await api.signIn(username, company.password);
  await api.save(theirs, { title: { from: 'Clerk', to: 'Head clerk' } });
  await company.kill?.();
  await api.save(theirs, {
    phone: { from: '+49 611 1234567', to: '+49 611 7654321' },
    about: { from: 'Ground floor', to: 'First floor' },
  });
  await company.restart?.();
  await company.replace(username, 'telephoneNumber', ['+49 611 7654388']);
  // Before anybody looks, the directory is down again: one edit is in conflict, the other one waits.
  await api.deliver();
  expect(await at.inDirectory(username, 'description')).toEqual(['First floor']);
  await company.kill?.();
  await api.save(theirs, { about: { from: 'First floor', to: 'Second floor' } });
  await company.restart?.();

  await signIn(at.chromium, agent, company.password);
  await openPage('#q=kofi');
  const conflict = page.getByRole('group', { name: 'Phone' });
  await conflict.getByText('+49 611 7654321').waitFor();
  await page.getByText('Waiting for the directory').waitFor();
  expect(await page.getByLabel('About me').inputValue()).toBe('Second floor');

  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Undo Title' }).click();
  // The history has gone from before the reason that is missing.
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('reason');
  await page.keyboard.type('Asked by phone');
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Undo Title' }).click();
  await page.getByText('The change is undone.').waitFor();
  expect(await at.inDirectory(username, 'title')).toEqual(['Clerk']);
  await page.getByText('Reason: Asked by phone').waitFor();
  await page.keyboard.press('Escape');

  await conflict.getByRole('button', { name: 'Use mine' }).click();
  await conflict.waitFor({ state: 'detached' });
  // It is gone with the press; the save takes its time.
  await expect.poll(() => at.inDirectory(username, 'telephoneNumber')).toEqual(['+49 611 7654321']);
});

test('P2 a name that is selected, or a mail link, opens in Nameplate from any page that is allowed', async () => {
  const username = await somebodyCalled('Søren Kjærgård');
  await signIn(at.chromium, agent, at.work.company.password);
  const [worker] = at.chromium.context.serviceWorkers();
  const click = (info: { linkUrl?: string; selectionText?: string }) =>
    worker?.evaluate((given) => {
      const { onClicked } = chrome.contextMenus as unknown as { onClicked: { dispatch(click: object): void } };
      onClicked.dispatch({ menuItemId: 'open-person', ...given });
    }, info);
  for (const info of [{ selectionText: '  Søren\n Kjærgård ' }, { linkUrl: `mailto:${username}?subject=x` }]) {
    const opened = at.chromium.context.waitForEvent('page');
    await click(info);
    const people = await opened;
    await people.getByRole('heading', { name: 'Søren Kjærgård' }).waitFor();
    await people.close();
  }
});

test('W10 an edit waits in the editor, is approved by keyboard alone, and its owner is told', async () => {
  const employee = await at.somebody();
  const openEditor = async () => {
    await visit(page, at.work.site);
    await pressLauncher(page);
    return editorFrame(page);
  };
  const editor = await openEditor();
  await editor.getByLabel('Department').fill('Sales');
  await page.keyboard.press('Control+s');
  await editor.getByText('Waits for approval:').waitFor();
  expect(await at.inDirectory(employee, 'departmentNumber')).toEqual([]);

  await signIn(at.chromium, agent, at.work.company.password);
  const popup = await at.chromium.openPopup();
  await popup.getByRole('button', { name: 'Approve edits (1)' }).waitFor();
  await popup.close();
  await openPage('#approvals');
  await page.getByRole('article', { name: 'Jürgen Groß Department' }).waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect.poll(focused).toMatch(/^word-/u);
  await page.keyboard.type('Welcome');
  await page.keyboard.press('Tab');
  await expect.poll(focused).toBe('Approve');
  await page.keyboard.press('Enter');
  await page.getByText('Department of Jürgen Groß is approved.').waitFor();
  await page.getByText('Nothing waits for you.').waitFor();
  expect(await at.inDirectory(employee, 'departmentNumber')).toEqual(['Sales']);

  await signIn(at.chromium, employee, at.work.company.password);
  const again = await openEditor();
  await again.getByText('Help Desk has approved your change.').waitFor();
  await again.getByRole('button', { name: 'OK, understood' }).click();
  await again.getByText('Help Desk has approved your change.').waitFor({ state: 'detached' });
});

test('P2 employees are told that this is for helpdesk, and the popup does not offer it', async () => {
  await at.somebody();
  await openPage('#q=anna');
  await page.getByRole('heading', { name: 'This is for helpdesk' }).waitFor();
  const popup = await at.chromium.openPopup();
  await popup.getByRole('button', { name: 'Edit my profile' }).waitFor();
  expect(await popup.getByRole('button', { name: 'Find people' }).count()).toBe(0);
  await popup.close();
});
