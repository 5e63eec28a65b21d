import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { aServer, type fields } from './a-server.ts';
import { aHistory } from './a-server-at-work.ts';
import { answered, startOptions } from './open-options.ts';
import { aProblem, control, enterState, states, withPictures } from './states.ts';

const options = await startOptions();
afterAll(options.stop);

/** What the focus is on, by a mark that every control gets; undefined outside of all of them. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const style = active && getComputedStyle(active);
    const isSeen = style !== null && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
    return { mark: active?.getAttribute('data-mark') ?? undefined, isSeen, text: active?.outerHTML.slice(0, 120) };
  });

/** Marks everything that a pointer could use, and gives the marks: of a group of radio buttons, the one that Tab reaches. */
const markAll = (page: Page) =>
  page.evaluate(() => {
    const roots: ParentNode[] = [document];
    for (const host of document.querySelectorAll('*')) if (host.shadowRoot) roots.push(host.shadowRoot);
    const controls = roots
      .flatMap((root) => [...root.querySelectorAll('a[href], button, input, select, textarea, summary')])
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.matches(':disabled'))
      .filter((each) => !(each instanceof HTMLInputElement && each.type === 'radio' && !each.checked));
    return controls.map((each, index) => {
      each.setAttribute('data-mark', String(index));
      return String(index);
    });
  });

/** What a pointer could use and Tab does not reach; throws where the focus does not show. */
async function unreached(page: Page): Promise<string[]> {
  await page.locator('[aria-busy=true], .skeleton').first().waitFor({ state: 'detached' });
  const all = await markAll(page);
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
  });
  const reached = new Set<string>();
  for (let count = 0; count < all.length + 20 && reached.size < all.length; count++) {
    await page.keyboard.press('Tab');
    const { mark, isSeen, text } = await focused(page);
    if (mark === undefined) continue;
    if (!isSeen) throw new Error(`the focus does not show on ${text}`);
    reached.add(mark);
  }
  return all.filter((mark) => !reached.has(mark));
}

const views = [
  'firstFields',
  'directories',
  'directory',
  'fields',
  'field',
  'newField',
  'writeAccess',
  'sync',
  'changes',
  'roles',
  'settings',
  'transfer',
];

describe.each(views)('P8 the view %s by keyboard alone', (name) => {
  test('Tab reaches everything that a pointer could use, and shows where it is', async () => {
    const state = states[name];
    if (!state) throw new Error(`there is no state ${name}`);
    const page = await options.open(state.hash, state.script);
    await enterState(page, state);
    // Once more where the view was still being built, which takes the marks away.
    await expect.poll(() => unreached(page)).toEqual([]);
  });
});

test('F1, P8 a field is moved, renamed and saved by keys alone', async () => {
  let saved: typeof fields = [];
  const putFields = ({ body }: { body: { fields: typeof fields } }) => {
    saved = body.fields;
    return answered({ fields: saved }, '"2"');
  };
  const page = await options.open('#/fields', { answers: { ...aServer, putFields } });
  const down = page.getByRole('button', { name: 'Move Name down' });
  await down.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Name is now 2 of 2.').waitFor({ state: 'attached' });
  // The focus stays on the button, so that one could go on.
  expect(await down.evaluate((button) => button === document.activeElement)).toBe(true);

  await page.getByRole('link', { name: 'Edit Job title' }).focus();
  await page.keyboard.press('Enter');
  await control(page, 'title-label-en').waitFor();
  await control(page, 'title-label-en').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Position');
  await page.keyboard.press('Enter');
  await page.getByText('Saved. It is in force.').waitFor();
  expect(saved.map(({ key }) => key)).toEqual(['title', 'name', 'phone', 'office', 'nickname']);
  expect(saved[0]?.label).toEqual({ en: 'Position', de: 'Position' });
});

test('P8 a question takes the focus, Escape answers it with no, and the focus goes back', async () => {
  const page = await options.open('#/directories/hq', { answers: aServer });
  const remove = page.getByRole('button', { name: 'Delete this directory' });
  await remove.focus();
  await page.keyboard.press('Enter');
  await page.getByText(/1204 people have/).waitFor();
  expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => remove.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('P8 a session that ends over unsaved work keeps it, and goes on where it was', async () => {
  const page = await options.open('#/roles', { answers: aServer });
  await page.getByRole('textbox').first().fill('somebody');
  await options.tell({ user: undefined });
  await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(1);
  const user = { id: 'p1', username: 'jdoe', displayName: 'Jane Doe', directory: 'hq', role: 'systemAdmin' } as const;
  await options.tell({ user });
  await page.locator('dialog').waitFor({ state: 'detached' });
  expect(await page.getByRole('textbox').first().inputValue()).toBe('somebody');
  // Somebody else sees nothing of it.
  await options.tell({ user: { ...user, id: 'p2' } });
  await expect.poll(() => page.getByRole('textbox').first().inputValue()).toBe('jdoe');
});

test('W8, P3 the history of one person is found by keys, goes on with older changes, and is saved as CSV the same way', async () => {
  const asked: unknown[] = [];
  const [newer, older] = [aHistory.changes.slice(0, 2), aHistory.changes.slice(2)];
  const getAllHistory = ({ query }: { query: Record<string, string> }) => {
    asked.push(query);
    return answered(query.cursor === undefined ? { changes: newer, next: '5' } : { changes: older });
  };
  const csv = '\ufeffat,person\r\n';
  const exportHistory = ({ query }: { query: unknown }) => {
    asked.push(query);
    return answered(csv);
  };
  const answers = { ...withPictures.answers, getAllHistory, exportHistory };
  const page = await options.open('#/changes', { ...withPictures, answers });
  const changes = page.locator('.change-log > li');
  await expect.poll(() => changes.count()).toBe(2);

  const person = page.getByRole('combobox', { name: 'Person' });
  await person.fill('eri');
  await page.getByRole('option', { name: /Erika Muster/ }).waitFor();
  await person.press('Enter');
  await control(page, 'field').selectOption('picture');
  await expect.poll(() => asked.at(-1)).toEqual({ person: 'e', field: 'picture' });
  await page.getByText('2 changes, and older ones').waitFor({ state: 'attached' });

  await page.getByRole('button', { name: 'Show older ones' }).click();
  await expect.poll(() => changes.count()).toBe(4);
  expect(asked.at(-1)).toEqual({ person: 'e', field: 'picture', cursor: '5' });
  await page.getByText('4 changes', { exact: true }).waitFor({ state: 'attached' });

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const saved = await (await (await download).createReadStream()).toArray();
  expect(Buffer.concat(saved).toString()).toBe(csv);
  expect(asked.at(-1)).toEqual({ person: 'e', field: 'picture' });

  await person.fill('');
  await page.getByLabel('First day').fill('2026-05-19');
  await page.getByLabel('Last day').fill('2026-05-19');
  // As the days are in Berlin, where this admin is.
  await expect
    .poll(() => asked.at(-1))
    .toEqual({ field: 'picture', since: '2026-05-18T22:00:00.000Z', until: '2026-05-19T22:00:00.000Z' });
});

test('W8, X1 changes that cannot be had, and a file that cannot, are told where they were asked for', async () => {
  let isDown = true;
  const getAllHistory = () => (isDown ? aProblem('unavailable') : answered(aHistory));
  const answers = {
    ...withPictures.answers,
    getAllHistory,
    exportHistory: () => aProblem('invalid', { rule: 'tooManyChanges' }),
  };
  const page = await options.open('#/changes', { ...withPictures, answers });
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  isDown = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.change-log img').nth(1).waitFor();
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  await page.getByText('These are too many changes for one file.').waitFor();
});
