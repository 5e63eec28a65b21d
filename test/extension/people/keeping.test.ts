import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FoundPerson } from '#shared/contract/people.ts';
import { aField, aProfile } from '../editor/profiles.ts';
import { startPage } from '../page-in-browser.ts';
import { aProposal } from './a-proposal.ts';

const agent = { id: 'desk', username: 'desk', displayName: 'Help Desk', directory: 'hq', role: 'helpdesk' };
const status = { server: 'https://nameplate.example.com', serverIsFixed: true, user: agent, language: 'en' };
const names: Readonly<Record<string, string>> = { p1: 'Anna Muster', p2: 'Bernd Muster' };
const found = Object.entries(names).map(
  ([id, displayName]): FoundPerson => ({ id, username: id, displayName, directory: 'hq', directoryName: 'HQ' }),
);

const profileOf = (id: string, title: string) =>
  aProfile([aField({ key: 'title', label: 'Title', value: title })], { id, displayName: names[id] ?? '' });

let people: Awaited<ReturnType<typeof startPage>>;
let page: Page;
let search: (words: string) => unknown;
beforeAll(async () => {
  people = await startPage('people', {
    callBackground(name, argument) {
      if (name === 'getStatus') return status;
      if (name === 'countToDecide') return 0;
      if (name === 'getProposals') return { ok: true, value: { proposals: [aProposal('1')], total: 601 } };
      if (name === 'searchPeople') return search((argument as { words: string }).words);
      if (name === 'loadPerson') return { ok: true, value: profileOf(argument, 'Clerk') };
      if (name !== 'savePerson') return undefined;
      const { personId, changes } = argument as { personId: string; changes: { changes: { title: { to: string } } } };
      const { to } = changes.changes.title;
      return {
        ok: true,
        value: { outcomes: { title: { status: 'saved', value: to } }, profile: profileOf(personId, to) },
      };
    },
  });
  page = people.page;
});
afterAll(() => people?.stop());
beforeEach(() => {
  search = () => ({ ok: true, value: { people: found } });
});

const title = () => page.getByLabel('Title', { exact: true });
const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);
async function openAnna(width = 1100): Promise<void> {
  await people.open('#q=muster', { width });
  await page.getByRole('option', { name: 'Anna Muster' }).click();
  await page.getByRole('heading', { name: 'Anna Muster' }).waitFor();
}

test('P2 whoever opens another person is asked before what they typed is lost', async () => {
  await openAnna();
  await title().fill('Chief');
  const another = page.getByRole('option', { name: 'Bernd Muster' });
  await another.click();
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Keep editing' }).click();
  expect(await title().inputValue()).toBe('Chief');
  await another.click();
  await question.getByRole('button', { name: 'Discard and close' }).click();
  await page.getByRole('heading', { name: 'Bernd Muster' }).waitFor();
  await expect.poll(focused).toBe('H1');
  // Without changes nobody is asked, and what was wanted before is forgotten.
  await page.getByRole('option', { name: 'Anna Muster' }).click();
  await page.getByRole('heading', { name: 'Anna Muster' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Whom are you looking for?' }).waitFor();
});

test('P2 a reason alone is asked about as well, until a save has taken it', async () => {
  await openAnna();
  const reason = page.getByRole('textbox', { name: 'Reason for the change' });
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
  await reason.fill('Called on the phone');
  await page.keyboard.press('Escape');
  await question.getByText('The reason that you typed would be lost.').waitFor();
  await question.getByRole('button', { name: 'Keep editing' }).click();
  expect(await reason.inputValue()).toBe('Called on the phone');
  const isGuarded = () => page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  await expect.poll(isGuarded).toBe(true);
  await title().fill('Chief');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await expect.poll(isGuarded).toBe(false);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Whom are you looking for?' }).waitFor();
});

test('P2 a session that ends over what was typed keeps it until the same person is back', async () => {
  await openAnna();
  await title().fill('Chief');
  const tell = (user: unknown) =>
    page.evaluate((detail) => window.dispatchEvent(new CustomEvent('test:status', { detail })), { ...status, user });
  await tell(undefined);
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  expect(await dialog.count()).toBe(1);
  await tell(agent);
  await dialog.waitFor({ state: 'detached' });
  expect(await title().inputValue()).toBe('Chief');
  await tell({ ...agent, id: 'other' });
  await page.getByRole('heading', { name: 'Whom are you looking for?' }).waitFor();
});

test('W10 a session that ends over a word that was typed keeps it until the same person is back', async () => {
  await people.open('#approvals', { width: 1100 });
  const word = page.getByRole('textbox');
  await word.fill('Ask your manager');
  await page.getByText('601 edits wait for you.').waitFor();
  const tell = (user: unknown) =>
    page.evaluate((detail) => window.dispatchEvent(new CustomEvent('test:status', { detail })), { ...status, user });
  await tell(undefined);
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.waitFor();
  await tell(agent);
  await dialog.waitFor({ state: 'detached' });
  expect(await word.inputValue()).toBe('Ask your manager');
  // Somebody else sees nothing of it.
  await tell({ ...agent, id: 'other' });
  await expect.poll(() => word.inputValue()).toBe('');
});

test('P2 Enter opens whom these very words find, also when the answer is still on its way', async () => {
  const answer = Promise.withResolvers<void>();
  search = (words) =>
    words === 'ann'
      ? { ok: true, value: { people: found.slice(0, 1) } }
      : answer.promise.then(() => ({ ok: true, value: { people: found.slice(1) } }));
  await people.open('', { width: 1100 });
  const input = page.getByRole('combobox');
  await input.fill('ann');
  await page.getByRole('option', { name: 'Anna Muster' }).waitFor();
  expect(await input.getAttribute('aria-activedescendant')).toBe('person-p1');
  await input.fill('bernd');
  await input.press('Enter');
  expect(await input.getAttribute('aria-activedescendant')).toBeNull();
  answer.resolve();
  await page.getByRole('heading', { name: 'Bernd Muster' }).waitFor();
});

test('P8 on a narrow page the focus goes back to the search as the person is closed', async () => {
  await openAnna(400);
  await page.keyboard.press('Escape');
  await page.getByRole('combobox').waitFor();
  expect(await focused()).toBe('people-search');
});
