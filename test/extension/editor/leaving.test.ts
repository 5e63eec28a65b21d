import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { aStatus, type Script, startEditors } from './open-editor.ts';
import { aProfile, aSave, jürgen } from './profiles.ts';
import { aProblem, control } from './states.ts';

const editors = await startEditors();
afterAll(editors.stop);

const showsJürgen = () => ({ ok: true, value: jürgen() });
const tell = (page: Page, type: string, detail?: unknown) =>
  page.evaluate(
    ([name, value]) => window.dispatchEvent(new CustomEvent(name as string, { detail: value })),
    [type, detail],
  );

async function anEditor(script: Partial<Script> = {}) {
  const closed: string[] = [];
  const page = await editors.open({ loadProfile: showsJürgen, close: () => closed.push('closed'), ...script });
  await page.locator('.editor').waitFor();
  return { page, timesClosed: () => closed.length };
}

describe('leaving', () => {
  test.each([
    ['Escape', (page: Page) => page.keyboard.press('Escape')],
    ['the close button', (page: Page) => page.getByRole('button', { name: 'Close', exact: true }).click()],
    ['the backdrop or Escape outside the frame', (page: Page) => tell(page, 'test:leave')],
  ])('unsaved changes are guarded against %s', async (_, leave) => {
    const { page, timesClosed } = await anEditor();
    await control(page, 'title').fill('Chief');
    await leave(page);
    const dialog = page.getByRole('alertdialog', { name: 'Leave without saving?' });
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('1 change would be lost.');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await control(page, 'title').inputValue()).toBe('Chief');
    expect(timesClosed()).toBe(0);
    await leave(page);
    await dialog.getByRole('button', { name: 'Discard and close' }).click();
    await expect.poll(timesClosed).toBe(1);
    expect(await page.locator('.editor').count()).toBe(0);
  });

  test('Escape in the question keeps editing', async () => {
    const { page, timesClosed } = await anEditor();
    await control(page, 'title').fill('Chief');
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await control(page, 'title').inputValue()).toBe('Chief');
    expect(timesClosed()).toBe(0);
  });

  test('without changes it just goes', async () => {
    const { page, timesClosed } = await anEditor();
    await page.keyboard.press('Escape');
    await expect.poll(timesClosed).toBe(1);
  });

  test('a page that is left with unsaved changes asks, without them it does not', async () => {
    const { page } = await anEditor();
    const isGuarded = () => page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
    expect(await isGuarded()).toBe(false);
    await control(page, 'title').fill('Chief');
    await expect.poll(isGuarded).toBe(true);
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect.poll(isGuarded).toBe(false);
    expect(await control(page, 'title').inputValue()).toBe('Engineer');
  });
});

describe('on bad days', () => {
  test('X3: a frame that the launcher did not open shows nothing, and asks for nothing', async () => {
    const asked: string[] = [];
    let claimed = false;
    const page = await editors.open({
      claimFrame: () => {
        claimed = true;
        return false;
      },
      getStatus: () => {
        asked.push('status');
        return aStatus();
      },
      loadProfile: () => asked.push('profile'),
    });
    await expect.poll(() => claimed).toBe(true);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect((await page.locator('body').textContent())?.trim()).toBe('');
    expect(asked).toEqual([]);
  });

  test('503 while loading: which directory, and another try', async () => {
    let isUp = false;
    const down = aProblem('unavailable', { params: { directory: 'Headquarters' } });
    const { page } = await anEditor({ loadProfile: () => (isUp ? showsJürgen() : down) });
    await page.getByText('The directory Headquarters cannot be reached.').waitFor();
    isUp = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('form').waitFor();
  });

  test('503 while saving: what was typed is kept, and another try saves it', async () => {
    const profile = jürgen();
    let isUp = false;
    const { page } = await anEditor({
      loadProfile: () => ({ ok: true, value: profile }),
      saveProfile: (changes) =>
        isUp
          ? { ok: true, value: aSave(profile, changes) }
          : aProblem('unavailable', { params: { directory: 'Headquarters' } }),
    });
    await control(page, 'title').fill('Chief');
    await page.keyboard.press('Control+s');
    const notice = page.getByRole('alert');
    await notice.getByText('The directory Headquarters cannot be reached.').waitFor();
    await notice.getByText('What you typed is kept.').waitFor();
    expect(await control(page, 'title').inputValue()).toBe('Chief');
    isUp = true;
    await notice.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.mark.good').waitFor();
    expect(await notice.count()).toBe(0);
  });

  test('W6 what is said of an outage goes as soon as something is saved', async () => {
    const profile = jürgen();
    const { page } = await anEditor({
      loadProfile: () => ({ ok: true, value: profile, outage: aProblem('unavailable').problem }),
      saveProfile: (changes) => ({ ok: true, value: aSave(profile, changes) }),
    });
    await page.locator('.outage').waitFor();
    await control(page, 'title').fill('Chief');
    await page.keyboard.press('Control+s');
    await page.locator('.mark.good').waitFor();
    expect(await page.locator('.outage').count()).toBe(0);
  });

  test('not signed in: the button opens the window, and the editor goes on by itself', async () => {
    let user: ReturnType<typeof aStatus>['user'];
    const opened: string[] = [];
    const { page } = await anEditor({
      getStatus: () => aStatus({ user }),
      loadProfile: () => (user ? showsJürgen() : aProblem('unauthenticated')),
      openSignIn: () => opened.push('opened'),
    });
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => opened.length).toBe(1);
    user = aStatus().user;
    await tell(page, 'test:status', aStatus());
    await page.locator('form').waitFor();
  });

  test('not signed in, and no message comes: coming back to the window is enough', async () => {
    let user: ReturnType<typeof aStatus>['user'];
    const { page } = await anEditor({
      getStatus: () => aStatus({ user }),
      loadProfile: () => (user ? showsJürgen() : aProblem('unauthenticated')),
    });
    await page.getByText('Sign in to see your profile').waitFor();
    user = aStatus().user;
    await tell(page, 'focus');
    await page.locator('form').waitFor();
  });

  test('a session that ends while one edits: what was typed is kept, under what the profile is by then', async () => {
    let profile = jürgen();
    let isSignedIn = true;
    const { page } = await anEditor({
      loadProfile: () => ({ ok: true, value: profile }),
      saveProfile: (changes) =>
        isSignedIn ? { ok: true, value: aSave(profile, changes) } : aProblem('unauthenticated'),
    });
    await control(page, 'title').fill('Chief');
    isSignedIn = false;
    await page.keyboard.press('Control+s');
    await page.getByRole('alert').getByText('Your session has ended.').waitFor();
    isSignedIn = true;
    profile = aProfile(jürgen().fields.map((field) => (field.key === 'room' ? { ...field, value: 'C 3' } : field)));
    await tell(page, 'test:status', aStatus());
    await page.getByText('C 3').waitFor();
    expect(await control(page, 'title').inputValue()).toBe('Chief');
    await page.keyboard.press('Control+s');
    await page.locator('.mark.good').waitFor();
  });

  test('somebody else signs in: nothing of the first person stays', async () => {
    let profile = jürgen();
    const { page } = await anEditor({ loadProfile: () => ({ ok: true, value: profile }) });
    await control(page, 'title').fill('Chief');
    profile = aProfile(jürgen().fields, { id: 'p2', username: 'erika', displayName: 'Erika Muster' });
    await tell(page, 'test:status', aStatus({ user: { ...aStatus().user, id: 'p2' } as never }));
    await page.getByRole('heading', { name: 'Erika Muster' }).waitFor();
    expect(await control(page, 'title').inputValue()).toBe('Engineer');
  });

  test('somebody else signs in whose profile cannot be read: nothing of the first person stays', async () => {
    let isFirst = true;
    const sent: unknown[] = [];
    const { page } = await anEditor({
      loadProfile: () => (isFirst ? showsJürgen() : aProblem('unavailable')),
      saveProfile: (changes) => sent.push(changes),
    });
    await control(page, 'title').fill('Chief');
    isFirst = false;
    await tell(page, 'test:status', aStatus({ user: { ...aStatus().user, id: 'p2' } as never }));
    await page.getByText('The profile cannot be shown').waitFor();
    await page.keyboard.press('Control+s');
    expect(await page.locator('form').count()).toBe(0);
    expect(sent).toEqual([]);
  });

  test('somebody else signs in while a save runs: what became of it is not shown to them', async () => {
    let profile = jürgen();
    const answer = Promise.withResolvers<void>();
    const { page } = await anEditor({
      loadProfile: () => ({ ok: true, value: profile }),
      saveProfile: (changes) => answer.promise.then(() => ({ ok: true, value: aSave(jürgen(), changes) })),
    });
    await control(page, 'title').fill('Chief');
    await page.keyboard.press('Control+s');
    await page.getByText('Saving…').first().waitFor();
    profile = aProfile(jürgen().fields, { id: 'p2', username: 'erika', displayName: 'Erika Muster' });
    await tell(page, 'test:status', aStatus({ user: { ...aStatus().user, id: 'p2' } as never }));
    await page.getByRole('heading', { name: 'Erika Muster' }).waitFor();
    answer.resolve();
    await page.locator('.footer[aria-busy=false]').waitFor();
    expect(await page.getByRole('heading', { name: 'Erika Muster' }).count()).toBe(1);
    expect(await control(page, 'title').inputValue()).toBe('Engineer');
  });

  test.each([
    ['a fault of the server', () => aProblem('internal'), /^It is not certain whether this was saved/],
    ['a background that is gone', () => Promise.reject(new Error('gone')), /^It is not certain/],
    ['an answer that got lost', () => aProblem('unavailable', { rule: 'unknownOutcome' }), /^It is not certain/],
    [
      'an entry that was saved but not shown',
      () => aProblem('unavailable', { rule: 'savedUnread' }),
      /^It is not certain/,
    ],
    ['a directory that was down', () => aProblem('unavailable', { rule: 'connectionRefused' }), /^Nothing was saved/],
  ])(
    'W5: %s loses nothing that was typed, and nothing is said of it that may be false',
    async (_, saveProfile, said) => {
      const { page } = await anEditor({ saveProfile });
      await control(page, 'title').fill('Chief');
      await page.keyboard.press('Control+s');
      await page.getByRole('alert').getByText(said).waitFor();
      expect(await control(page, 'title').inputValue()).toBe('Chief');
    },
  );

  test('what is typed while a save runs is not lost', async () => {
    const profile = jürgen();
    const answer = Promise.withResolvers<void>();
    const { page } = await anEditor({
      loadProfile: () => ({ ok: true, value: profile }),
      saveProfile: (changes) => answer.promise.then(() => ({ ok: true, value: aSave(profile, changes) })),
    });
    await control(page, 'title').fill('Chief');
    await page.keyboard.press('Control+s');
    await page.getByText('Saving…').first().waitFor();
    await control(page, 'phone').fill('0611 7654321');
    answer.resolve();
    await page.locator('.mark.good').waitFor();
    expect(await control(page, 'phone').inputValue()).toBe('0611 7654321');
    expect(await page.locator('.footer').textContent()).toContain('1 unsaved change');
  });

  test('P8: the language changes under what was typed', async () => {
    let language: 'en' | 'de' = 'en';
    const { page } = await anEditor({ loadProfile: () => ({ ok: true, value: jürgen(language) }) });
    await control(page, 'title').fill('Chief');
    language = 'de';
    await tell(page, 'test:status', aStatus({ language }));
    await page.getByText('Telefon').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await control(page, 'title').inputValue()).toBe('Chief');
  });
});
