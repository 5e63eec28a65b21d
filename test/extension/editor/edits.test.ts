import { afterAll, expect, test } from 'vitest';
import type { ProfileChanges } from '#shared/contract/profile.ts';
import { aHistory } from './histories.ts';
import { startEditors } from './open-editor.ts';
import { aSave, jürgen } from './profiles.ts';
import { aProblem, control, withEdits } from './states.ts';

const editors = await startEditors();
afterAll(editors.stop);

test('W6 what waits is shown with its value, and is withdrawn by one press', async () => {
  const withdrawn: string[] = [];
  const page = await editors.open({
    loadProfile: () => ({ ok: true, value: withdrawn.length > 0 ? jürgen() : withEdits(jürgen()) }),
    withdraw: (id) => {
      withdrawn.push(id);
      return { ok: true, value: undefined };
    },
  });
  expect(await control(page, 'phone').inputValue()).toBe('+49 611 7654321');
  expect(await page.locator('.waiting').textContent()).toContain('as soon as the directory can be reached');
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Withdraw' }).count()).toBe(0);
  expect(withdrawn).toEqual(['7']);
});

test.each(['Keep theirs', 'Use mine', 'Edit again'])(
  'W4 a conflict that arose while the edit waited is there with both values: %s',
  async (choice) => {
    const [withdrawn, saved]: [string[], ProfileChanges[]] = [[], []];
    const page = await editors.open({
      loadProfile: () => ({ ok: true, value: withdrawn.length > 0 ? jürgen() : withEdits(jürgen()) }),
      withdraw: (id) => {
        withdrawn.push(id);
        return { ok: true, value: undefined };
      },
      saveProfile: (changes) => {
        saved.push(changes);
        return { ok: true, value: aSave(jürgen(), changes) };
      },
    });
    const conflict = page.locator('.conflict');
    expect(await conflict.textContent()).toContain('Chief bridge engineer');
    await conflict.locator('mark').first().waitFor();
    await conflict.getByRole('button', { name: choice }).click();
    await expect.poll(() => conflict.count()).toBe(0);
    await expect.poll(() => withdrawn).toEqual(choice === 'Keep theirs' ? ['8'] : []);
    await expect
      .poll(() => saved.map(({ changes }) => changes.title?.to))
      .toEqual(choice === 'Use mine' ? ['Chief bridge engineer'] : []);
    if (choice === 'Edit again') expect(await control(page, 'title').inputValue()).toBe('Chief bridge engineer');
  },
);

test('W6, W9 what could not be withdrawn is there still, says why it waits, and is withdrawn by another try', async () => {
  let isDown = true;
  const tried: string[] = [];
  const why = { rule: 'noProxiedAuthorization', detail: 'Said by the server.' };
  const page = await editors.open({
    loadProfile: () => ({ ok: true, value: isDown ? withEdits(jürgen(), why) : jürgen() }),
    withdraw: (id) => {
      tried.push(id);
      return isDown ? aProblem('unavailable') : { ok: true, value: undefined };
    },
    saveProfile: () => tried.push('saved'),
  });
  const conflict = page.locator('.conflict');
  await conflict.getByRole('button', { name: 'Keep theirs' }).click();
  const again = page.getByRole('alert').getByRole('button', { name: 'Try again' });
  await again.waitFor();
  expect(await conflict.count()).toBe(1);
  expect(await page.locator('.waiting').textContent()).toContain('cannot be written as you');
  isDown = false;
  await again.click();
  await conflict.waitFor({ state: 'detached' });
  await again.waitFor({ state: 'detached' });
  expect(tried).toEqual(['8', '8']);
});

test('W8 a history that answers late, or not at all, is not shown as that of another field', async () => {
  const first = Promise.withResolvers<void>();
  let isDown = false;
  const page = await editors.open({
    loadProfile: () => ({ ok: true, value: jürgen() }),
    loadHistory: ({ field }) => {
      if (isDown) return aProblem('unavailable');
      if (!field) return first.promise.then(() => ({ ok: true, value: aHistory() }));
      return { ok: true, value: { changes: [] } };
    },
  });
  await page.getByRole('button', { name: 'History' }).click();
  const panel = page.locator('dialog.history');
  await panel.getByRole('combobox').selectOption('phone');
  await panel.locator('.changes[aria-busy=false]').waitFor({ state: 'attached' });
  first.resolve();
  // What is asked for afterwards is answered afterwards.
  isDown = true;
  await panel.getByRole('combobox').selectOption('title');
  await expect.poll(() => panel.getByRole('status').textContent()).not.toBe('');
  await panel.locator('.changes[aria-busy=false]').waitFor({ state: 'attached' });
  expect(await panel.locator('.change').count()).toBe(0);
  expect(await panel.getByRole('button', { name: 'Older changes' }).count()).toBe(0);
  isDown = false;
  await panel.getByRole('combobox').selectOption('phone');
  await expect.poll(() => panel.getByRole('status').textContent()).toBe('');
});

test('W8 the history is shown by field, a change is undone by one press, and a refusal is told in sight', async () => {
  const [asked, undone]: [(string | undefined)[], string[]] = [[], []];
  const refusals = [
    ['conflict', 'changedSince', 'changed since'],
    ['notFound', 'unknownField', 'no longer part of the profile'],
    ['refused', 'entryGone', 'no entry for this person'],
    ['forbidden', 'needsApproval', 'has to be approved'],
    ['forbidden', 'notPermitted', 'may not edit this'],
  ] as const;
  const page = await editors.open(
    {
      loadProfile: () => ({ ok: true, value: jürgen() }),
      loadHistory: ({ field }) => {
        asked.push(field);
        return { ok: true, value: aHistory() };
      },
      undo: (changeId) => {
        undone.push(changeId);
        const refusal = refusals[undone.length - 2];
        if (refusal) return aProblem(refusal[0], { rule: refusal[1] });
        return { ok: true, value: { outcomes: {}, profile: jürgen() } };
      },
    },
    { height: 400 },
  );
  await page.getByRole('button', { name: 'History' }).click();
  const panel = page.locator('dialog.history');
  await panel.getByRole('button', { name: /^Undo/u }).first().click();
  await expect.poll(() => panel.getByRole('status').textContent()).toContain('undone');
  for (const [, , words] of refusals) {
    await panel.getByRole('button', { name: /^Undo/u }).last().click();
    await expect.poll(() => panel.getByRole('status').textContent()).toContain(words);
    const told = await panel.getByRole('status').boundingBox();
    expect(told?.y).toBeGreaterThanOrEqual(0);
  }
  expect(undone).toEqual(['3', ...Array(5).fill('1')]);
  await panel.getByRole('combobox').selectOption('title');
  await expect.poll(() => asked.at(-1)).toBe('title');
  await page.keyboard.press('Escape');
  await expect.poll(() => panel.count()).toBe(0);
});

test('W8 Escape leaves the history, and not the editor with it; Ctrl+S saves nothing from there', async () => {
  const done: string[] = [];
  const page = await editors.open({
    loadProfile: () => ({ ok: true, value: jürgen() }),
    loadHistory: () => ({ ok: true, value: aHistory() }),
    saveProfile: () => done.push('saved'),
    close: () => done.push('closed'),
  });
  await control(page, 'phone').fill('0611 7654321');
  await page.getByRole('button', { name: 'History' }).click();
  const panel = page.locator('dialog.history');
  await panel.locator('.change').first().waitFor();
  await page.keyboard.press('Control+s');
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await page.locator('dialog').count()).toBe(0);
  expect(done).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor();
});
