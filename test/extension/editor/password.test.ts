import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { ProfileChanges } from '#shared/contract/profile.ts';
import { startEditors } from './open-editor.ts';
import { aSave, jürgen } from './profiles.ts';
import { aProblem, control } from './states.ts';

const editors = await startEditors();
afterAll(editors.stop);

const right = 'the-right-one';
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

/** An editor over a directory that is written as the person. */
async function anEditor() {
  const sent: (string | undefined)[] = [];
  const profile = jürgen();
  const page = await editors.open({
    loadProfile: () => ({ ok: true, value: profile }),
    saveProfile({ password, ...changes }: ProfileChanges) {
      sent.push(password);
      if (password === right) return { ok: true, value: aSave(profile, changes) };
      const rule = password === undefined ? 'passwordRequired' : 'wrongPassword';
      return aProblem('invalid', { rule, field: 'password' });
    },
  });
  await page.locator('form').waitFor();
  return { page, sent };
}
const question = (page: Page) => page.getByRole('dialog', { name: 'Your password, please' });

test('W9: the password is asked for when the server wants it, by keyboard alone, and goes with that save and no other', async () => {
  const { page, sent } = await anEditor();
  await control(page, 'title').fill('Chief engineer');
  await page.keyboard.press('Control+s');
  await question(page).waitFor();
  await expect.poll(() => focused(page)).toBe('own-password');
  await page.keyboard.press('Enter');
  await question(page).getByText('This must not be empty.').waitFor();
  expect(sent).toEqual([undefined]);
  await page.keyboard.type('another');
  await page.keyboard.press('Enter');
  await question(page).getByText('The password is wrong').waitFor();
  await expect.poll(() => focused(page)).toBe('own-password');
  expect(await page.locator('#own-password').inputValue()).toBe('');
  await page.keyboard.type(right);
  await page.keyboard.press('Enter');
  await page.getByText('All changes are saved').waitFor();
  expect(await question(page).count()).toBe(0);
  expect(sent).toEqual([undefined, 'another', right]);

  await control(page, 'title').fill('Engineer in chief');
  await page.keyboard.press('Control+s');
  await question(page).waitFor();
  expect(sent.slice(3)).toEqual([undefined]);
});

test('W9: whoever would rather not say it keeps what they typed, and is told that nothing was saved', async () => {
  const { page, sent } = await anEditor();
  await control(page, 'title').fill('Chief engineer');
  await page.keyboard.press('Control+s');
  await question(page).waitFor();
  await expect.poll(() => focused(page)).toBe('own-password');
  await page.keyboard.press('Escape');
  await page.getByText('It was not saved, since that needs your password.').waitFor();
  expect(await question(page).count()).toBe(0);
  expect(await control(page, 'title').inputValue()).toBe('Chief engineer');
  expect(sent).toEqual([undefined]);
});
