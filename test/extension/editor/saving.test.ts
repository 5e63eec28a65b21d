import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import type { Outcome, Profile, ProfileChanges } from '#shared/contract/profile.ts';
import { startEditors } from './open-editor.ts';
import { aSave, jürgen, ofManyTypes } from './profiles.ts';
import { control } from './states.ts';

const editors = await startEditors();
afterAll(editors.stop);

type Told = Record<string, Partial<Outcome> & Pick<Outcome, 'status'>>;

/** An editor whose saves become what is told, one after the other; it notes what was sent. */
async function anEditor(...told: Told[]) {
  const sent: ProfileChanges[] = [];
  let profile: Profile = jürgen();
  const first = profile;
  const page = await editors.open({
    loadProfile: () => ({ ok: true, value: profile }),
    saveProfile: (changes) => {
      sent.push(changes);
      const saved = aSave(profile, changes, told[sent.length - 1]);
      profile = saved.profile;
      return { ok: true, value: saved };
    },
  });
  await page.locator('form').waitFor();
  return { page, sent, revision: first.revision };
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');
const said = (page: Page) => page.locator('body > [role=status]').textContent();
const mark = (page: Page, key: string) => page.locator('.field', { has: control(page, key) }).locator('.mark');

describe('saving', () => {
  test('F9, W3: a number is normalised on leaving, and only changed fields are sent, with what was seen', async () => {
    const { page, sent, revision } = await anEditor();
    await control(page, 'phone').fill('0611 7654321');
    await control(page, 'mobile').focus();
    expect(await control(page, 'phone').inputValue()).toBe('+49 611 7654321');
    await page.getByRole('button', { name: 'Save' }).click();
    await mark(page, 'phone').getByText('Saved').waitFor();
    expect(sent).toEqual([{ changes: { phone: { from: '+49 611 1234567', to: '+49 611 7654321' } }, revision }]);
    expect(await said(page)).toBe('1 field is saved.');
    expect(await page.locator('.footer').textContent()).toContain('All changes are saved');
  });

  test('F2 a tick that was set can be taken away for good where the field may be empty; the focus stays', async () => {
    const profile = ofManyTypes();
    const sent: ProfileChanges[] = [];
    const page = await editors.open({
      loadProfile: () => ({ ok: true, value: profile }),
      saveProfile: (changes) => {
        sent.push(changes);
        return { ok: true, value: aSave(profile, changes) };
      },
    });
    const field = page.locator('.field', { has: control(page, 'parking') });
    await field.getByRole('button', { name: 'Remove' }).click();
    await field.getByText('Not set').waitFor();
    expect(await focused(page)).toBe('field-parking');
    expect(await field.getByRole('button', { name: 'Remove' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => sent).toMatchObject([{ changes: { parking: { from: true, to: null } } }]);
  });

  test('F2 a name that is left without anybody chosen is still there, with what is to be done', async () => {
    const page = await editors.open({
      loadProfile: () => ({ ok: true, value: ofManyTypes() }),
      findPeople: () => ({ ok: true, value: { people: [] } }),
    });
    await control(page, 'manager').fill('Erika');
    await control(page, 'manager').blur();
    const field = page.locator('.field', { has: control(page, 'manager') });
    await field.getByText('Choose somebody from the list.').waitFor();
    expect(await control(page, 'manager').inputValue()).toBe('Erika');
    expect(await control(page, 'manager').getAttribute('aria-invalid')).toBe('true');
    await control(page, 'manager').press('Escape');
    expect(await control(page, 'manager').inputValue()).not.toBe('Erika');
    expect(await control(page, 'manager').getAttribute('aria-invalid')).toBe('false');
  });

  test('nothing is held against a number before it was left; then it is checked with every key', async () => {
    const { page } = await anEditor();
    const complaint = page.locator('#complaint-phone');
    await control(page, 'phone').fill('0611');
    await control(page, 'phone').press('x');
    expect(await complaint.count()).toBe(0);
    await control(page, 'phone').blur();
    await complaint.getByText('This is not a phone number').waitFor();
    expect(await control(page, 'phone').getAttribute('aria-invalid')).toBe('true');
    expect(await control(page, 'phone').getAttribute('aria-describedby')).toBe('help-phone complaint-phone');
    await control(page, 'phone').fill('0611 7654321');
    await complaint.waitFor({ state: 'detached' });
  });

  test('F9 a number that was left before the numbering plans were there is checked as soon as they are', async () => {
    const plans = Promise.withResolvers<void>();
    const page = await editors.open({ loadProfile: () => ({ ok: true, value: jürgen() }), plans: plans.promise });
    await control(page, 'phone').fill('no number');
    await control(page, 'title').focus();
    expect(await page.locator('#complaint-phone').count()).toBe(0);
    plans.resolve();
    await page.locator('#complaint-phone').waitFor();
  });

  test('the keyboard alone: from the name to the first field, change, Ctrl+S, and on to what needs the person', async () => {
    const { page, sent } = await anEditor({
      mobile: { status: 'refused', problem: { detail: 'no', rule: 'notPermitted' } },
      title: { status: 'conflict', current: 'Senior engineer' },
    });
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    const walked: string[] = [];
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press('Tab');
      walked.push((await focused(page)) || (await page.evaluate(() => document.activeElement?.textContent ?? '')));
    }
    expect(walked).toEqual([
      '',
      '',
      'field-phone',
      'field-mobile',
      'field-title',
      'field-office',
      'field-about',
      'Save',
    ]);
    await control(page, 'mobile').focus();
    await page.keyboard.type('0171 2345678');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Chief');
    await page.keyboard.press('Control+s');
    await page.locator('.conflict').waitFor();
    expect(Object.keys(sent[0]?.changes ?? {})).toEqual(['mobile', 'title']);
    await expect.poll(() => focused(page)).toBe('field-mobile');
    expect(await control(page, 'mobile').inputValue()).toBe('+49 171 2345678');
    expect(await page.locator('#complaint-mobile').textContent()).toBe(
      'Not saved. The directory does not permit this change.',
    );
    expect(await said(page)).toBe('2 fields need your attention.');
    await page.locator('.notice.bad').getByRole('link', { name: 'Job title' }).press('Enter');
    await expect.poll(() => focused(page)).toBe('field-title');
  });

  test('Ctrl+Enter saves from the middle of a text, and Enter there is a line break', async () => {
    const { page, sent } = await anEditor();
    await control(page, 'about').fill('One');
    await control(page, 'about').press('Enter');
    await page.keyboard.type('Two');
    await page.keyboard.press('Control+Enter');
    await mark(page, 'about').waitFor();
    expect(sent[0]?.changes.about?.to).toBe('One\nTwo');
  });

  test('a save that cannot be sent leads to the first faulty field and lists all', async () => {
    const { page, sent } = await anEditor();
    await control(page, 'title').fill('');
    await control(page, 'mobile').fill('12');
    await page.keyboard.press('Control+s');
    await page.locator('.notice.bad').waitFor();
    expect(await page.locator('.notice.bad li').allTextContents()).toEqual([
      'Mobile: This is not a phone number, for example +49 611 1234567.',
      'Job title: This must not be empty.',
    ]);
    await expect.poll(() => focused(page)).toBe('field-mobile');
    expect(sent).toEqual([]);
  });

  test('an emptied field is sent as nothing, which deletes it', async () => {
    const { page, sent } = await anEditor();
    await control(page, 'phone').fill('');
    await page.keyboard.press('Control+s');
    await mark(page, 'phone').waitFor();
    expect(sent[0]?.changes.phone?.to).toBeNull();
  });

  test('a value that is no option any more stays to be seen, and another can be chosen', async () => {
    const { page, sent } = await anEditor();
    expect(await control(page, 'office').locator('option').allTextContents()).toEqual([
      'Not set',
      'Bonn (no longer an option)',
      'Wiesbaden',
      'Zurich',
    ]);
    await control(page, 'office').selectOption('Zürich');
    await page.keyboard.press('Control+s');
    await mark(page, 'office').waitFor();
    expect(sent[0]?.changes.office).toEqual({ from: 'Bonn', to: 'Zürich' });
  });

  test('S9: what changed since the last sync is marked until a save accepts it', async () => {
    const { page } = await anEditor();
    const note = page.locator('#sync-title');
    expect(await note.textContent()).toContain('New in the directory');
    expect(await control(page, 'title').getAttribute('aria-describedby')).toBe('sync-title');
    await control(page, 'phone').fill('');
    await page.keyboard.press('Control+s');
    await note.waitFor({ state: 'detached' });
  });
});

describe('W4: a conflict', () => {
  async function aConflict(...then: Told[]) {
    const editor = await anEditor({ title: { status: 'conflict', current: 'Senior engineer' } }, ...then);
    const { page } = editor;
    await control(page, 'title').fill('Chief');
    await control(page, 'phone').fill('0611 7654321');
    await page.keyboard.press('Control+s');
    const conflict = page.locator('.conflict');
    await conflict.waitFor();
    return { ...editor, conflict };
  }

  test('both values stand side by side with whose they are; the rest is saved', async () => {
    const { page, conflict } = await aConflict();
    expect(await conflict.locator('.side').allTextContents()).toEqual([
      'In the directory nowSenior engineer',
      'What you enteredChief',
    ]);
    await mark(page, 'phone').getByText('Saved').waitFor();
    await expect.poll(() => focused(page)).toBe('field-title');
    expect(await said(page)).toBe('1 field is saved. 1 field needs your attention.');
  });

  test('keep theirs', async () => {
    const { page, sent } = await aConflict();
    await page.getByRole('button', { name: 'Keep theirs' }).click();
    expect(await control(page, 'title').inputValue()).toBe('Senior engineer');
    await expect.poll(() => focused(page)).toBe('field-title');
    expect(await page.locator('.footer').textContent()).not.toContain('unsaved');
    expect(sent).toHaveLength(1);
  });

  test('use mine saves again from what is there now', async () => {
    const { page, sent } = await aConflict();
    await page.getByRole('button', { name: 'Use mine' }).click();
    await mark(page, 'title').getByText('Saved').waitFor();
    expect(sent[1]?.changes).toEqual({ title: { from: 'Senior engineer', to: 'Chief' } });
    expect(sent[1]?.revision).not.toBe(sent[0]?.revision);
  });

  test('use mine, and somebody is faster again: asked again', async () => {
    const { page, conflict } = await aConflict({ title: { status: 'conflict', current: 'Principal' } });
    await page.getByRole('button', { name: 'Use mine' }).click();
    await conflict.getByText('Principal').waitFor();
  });

  test('edit again brings the control back with what was entered', async () => {
    const { page, sent } = await aConflict();
    await page.getByRole('button', { name: 'Edit again' }).click();
    await expect.poll(() => focused(page)).toBe('field-title');
    await page.keyboard.press('End');
    await page.keyboard.type(' engineer');
    await page.keyboard.press('Control+s');
    await mark(page, 'title').getByText('Saved').waitFor();
    expect(sent[1]?.changes).toEqual({ title: { from: 'Senior engineer', to: 'Chief engineer' } });
  });
});
