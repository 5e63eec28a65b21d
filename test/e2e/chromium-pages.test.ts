import type { Frame, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { editorFrame, openEditor, pressLauncher, visit } from './chromium.ts';
import { type ChromiumAtWork, startChromiumAtWork } from './chromium-at-work.ts';

/** In the frames of the extension. */
declare const chrome: typeof import('wxt/browser').browser;

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

const launchers = () => page.locator('html > div').count();

test('P1, W5 on a page with a strict content security policy a value is changed and saved', async () => {
  const username = await at.somebody();
  await visit(page, `${at.work.site}/treasury`);
  const editor = await openEditor(page);
  await editor.getByLabel('Phone').fill('0611 7654321');
  await editor.getByRole('button', { name: 'Save' }).click();
  await editor.getByText('Saved', { exact: true }).waitFor();
  expect(await at.inDirectory(username, 'telephoneNumber')).toEqual(['+49 611 7654321']);
});

test('P8 on a page that runs right to left the launcher stands on the other side', async () => {
  await at.somebody();
  await visit(page, at.work.site);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await page.mouse.click(42, 718);
  await (await editorFrame(page)).getByLabel('Phone').waitFor();
});

test.each([
  ['light', '#3a50d9'],
  ['dark', '#93a4ff'],
] as const)('P8 where pages are %s, so is the launcher', async (colorScheme, colour) => {
  await page.emulateMedia({ colorScheme });
  await visit(page, at.work.site);
  // Within its edge, beside its icon.
  const screenshot = await page.screenshot({ clip: { x: 1100 - 60, y: 760 - 43, width: 1, height: 1 } });
  const [red = 0, green = 0, blue = 0] = await sharp(screenshot).removeAlpha().raw().toBuffer();
  expect(`#${Buffer.from([red, green, blue]).toString('hex')}`).toBe(colour);
});

test('the one launcher outlives the steps of a single-page app that throws its whole body away', async () => {
  await at.somebody();
  await visit(page, `${at.work.site}/rooms/`);
  for (const room of ['Whisk', 'Larder', 'Kiln']) {
    await page.getByRole('link', { name: room }).click();
    await page.getByRole('heading', { name: room }).waitFor();
    expect(await launchers()).toBe(1);
    await page.getByRole('link', { name: 'All rooms' }).click();
  }
  await openEditor(page);
  expect(await launchers()).toBe(1);
});

test('the launcher comes back when a page throws it away', async () => {
  await at.somebody();
  await visit(page, at.work.site);
  await page.evaluate(() => document.documentElement.replaceChildren(document.createElement('body')));
  await expect.poll(launchers).toBe(1);
  await openEditor(page);
});

test('the launcher opens the editor again after a page has thrown away the one that was open', async () => {
  await at.somebody();
  await visit(page, at.work.site);
  await openEditor(page);
  await page.evaluate(() => document.documentElement.replaceChildren(document.createElement('body')));
  await expect.poll(() => page.frames().length).toBe(1);
  await openEditor(page);
});

test('no frame of a page has a launcher of its own', async () => {
  await visit(page, at.work.site);
  const framed = page.waitForEvent('framenavigated');
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = '/people';
    document.body.append(frame);
  });
  const inner = await framed;
  await inner.waitForLoadState();
  await openEditorSignedOut();
  expect(await inner.locator('html > div').count()).toBe(0);
});

/** By then every content script has run. */
async function openEditorSignedOut(): Promise<void> {
  await pressLauncher(page);
  await (await editorFrame(page)).locator('header').waitFor();
}

test('X3 the page hears no key and no message of the editor, and finds no frame', async () => {
  await page.addInitScript(() => {
    const heard: string[] = [];
    for (const type of ['keydown', 'keyup', 'input', 'click', 'pointerdown', 'message'])
      addEventListener(type, (event) => heard.push(type, String(Object(event).data ?? '')), true);
    Object.assign(globalThis, { heard });
  });
  await at.somebody();
  await visit(page, at.work.site);
  const editor = await openEditor(page);
  await page.evaluate(() => Object(globalThis).heard.splice(0));
  await editor.getByLabel('Title').fill('');
  await editor.getByLabel('Title').pressSequentially('secret');
  const seen = await page.evaluate(() => ({
    heard: Object(globalThis).heard,
    frames: window.length,
    root: document.querySelector('html > div')?.shadowRoot ?? null,
    resources: performance.getEntriesByType('resource').filter(({ name }) => name.includes('extension')).length,
  }));
  expect(seen).toEqual({ heard: [], frames: 0, root: null, resources: 0 });
});

test('X3 hot keys of a page, which takes every key, stay silent while somebody types into the editor', async () => {
  await at.somebody();
  await visit(page, `${at.work.site}/board`);
  const shownByKeys = page.locator('dialog[open], #chat:not([hidden])');
  await page.keyboard.press('c');
  await shownByKeys.waitFor();
  await visit(page, `${at.work.site}/board`);
  const editor = await openEditor(page);
  await editor.getByLabel('Title').fill('');
  await editor.getByLabel('Title').pressSequentially('n?cjk');
  expect(await editor.getByLabel('Title').inputValue()).toBe('n?cjk');
  expect(await shownByKeys.count()).toBe(0);
});

test('a click that a page makes up opens nothing', async () => {
  await visit(page, at.work.site);
  await page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('html > div');
    host?.click();
    host?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    document.elementFromPoint(innerWidth - 42, innerHeight - 42)?.dispatchEvent(new MouseEvent('click'));
  });
  expect(page.frames()).toHaveLength(1);
});

test('X3 a frame that the page opens itself shows nothing, even with the token of a frame that is the editor', async () => {
  await at.somebody();
  await visit(page, at.work.site);
  const editor = await openEditor(page);
  const token = new URL(editor.url()).hash;
  const address = await at.chromium.editorAddress();
  for (const url of [`${address}${token}`, `${address}#${'0'.repeat(32)}`, address]) {
    const forged = page.waitForEvent('framenavigated');
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      // Of a frame that is out of sight the browser draws nothing, whatever it would show.
      frame.style.cssText = 'position: fixed; inset: 0';
      document.body.append(frame);
    }, url);
    const frame = await forged;
    await frame.waitForLoadState();
    await untilRefused(frame);
    expect(await frame.evaluate(() => document.body.textContent.trim())).toBe('');
    expect(await frame.locator('input, button').count()).toBe(0);
  }
  await editor.getByLabel('Phone').waitFor();
});

/** By then the frame has asked to be the editor, been answered, and shown what it got. */
async function untilRefused(frame: Frame): Promise<void> {
  const twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await frame.evaluate(twoFrames);
  const answer = await frame.evaluate(() =>
    chrome.runtime.sendMessage({ id: 1, type: 'loadProfile', timestamp: Date.now() }),
  );
  expect(answer).toMatchObject({ err: { message: expect.stringContaining('may not come from here') } });
  await frame.evaluate(twoFrames);
}

test('X3 what a page covers cannot be pressed through the cover, nor saved by a key', async () => {
  const username = await at.somebody();
  await visit(page, at.work.site);
  const editor = await openEditor(page);
  const notice = editor.getByRole('alert').getByText('Something on the page covers this window');
  const title = editor.getByLabel('Title');
  const saveByKey = async (value: string) => {
    await title.fill(value);
    await title.press('Control+s');
    await editor.locator('.footer[aria-busy=false]').waitFor();
  };
  await saveByKey('Open');
  await editor.getByText('Saved', { exact: true }).waitFor();
  await cover();
  // The browser tells what is covered a moment later.
  let tries = 0;
  const isRefused = () => saveByKey(`Try ${++tries}`).then(() => notice.isVisible());
  await expect.poll(isRefused).toBe(true);
  const before = await at.inDirectory(username, 'title');
  await title.fill('Tricked');
  await page.mouse.click(1100 - 76, 760 - 46);
  await notice.waitFor();
  await saveByKey('Tricked');
  await notice.waitFor();
  expect(await at.inDirectory(username, 'title')).toEqual(before);

  await uncover();
  const saved = () => saveByKey('Seen').then(() => at.inDirectory(username, 'title'));
  await expect.poll(saved).toEqual(['Seen']);
});

test('X3, W8 nor can a change be undone in the history that a page covers; in sight it can', async () => {
  const username = await at.somebody();
  await visit(page, at.work.site);
  const editor = await openEditor(page);
  const save = async (title: string) => {
    await editor.getByLabel('Title').fill(title);
    await editor.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => at.inDirectory(username, 'title')).toEqual([title]);
    await editor.locator('.footer[aria-busy=false]').waitFor();
  };
  await save('First');
  await save('Second');
  await editor.getByRole('button', { name: 'History' }).click();
  const dialog = editor.getByRole('dialog');
  const undo = async () => {
    await dialog.getByRole('button', { name: 'Undo Title' }).first().press('Enter');
    await dialog.locator('[aria-disabled=false]').first().waitFor();
    return dialog.getByRole('status').textContent();
  };
  await dialog.getByRole('button', { name: 'Undo Title' }).first().waitFor();
  await cover();
  await expect.poll(undo).toContain('covers this window');
  const before = await at.inDirectory(username, 'title');
  expect(await undo()).toContain('covers this window');
  expect(await at.inDirectory(username, 'title')).toEqual(before);

  await uncover();
  await expect.poll(undo).toBe('The change is undone.');
  expect(await at.inDirectory(username, 'title')).not.toEqual(before);
});

/** Puts something over all of the page that nobody sees and clicks fall through. */
const cover = () =>
  page.evaluate(() => {
    const cover = document.createElement('div');
    cover.id = 'cover';
    const inner = document.createElement('div');
    inner.popover = 'manual';
    inner.style.cssText = 'inset: 0; inline-size: 100vw; block-size: 100vh';
    cover.attachShadow({ mode: 'closed' }).append(inner);
    document.body.append(cover);
    inner.showPopover();
  });
const uncover = () => page.evaluate(() => document.getElementById('cover')?.remove());

test('a window of the editor that is loaded anew shows the profile again', async () => {
  await at.somebody();
  const popup = await at.chromium.openPopup();
  const opened = at.chromium.context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Edit my profile' }).click();
  const own = await opened;
  await own.getByLabel('Phone').waitFor();
  await own.reload();
  await own.getByLabel('Phone').waitFor();
  await own.close();
});

test('after an update of the extension the page that is open has a launcher that works', async () => {
  await visit(page, at.work.site);
  await at.chromium.reloadExtension();
  await expect
    .poll(async () => {
      await pressLauncher(page);
      return page.frames().length;
    })
    .toBe(2);
  await (await editorFrame(page)).getByRole('button', { name: 'Sign in' }).waitFor();
});
