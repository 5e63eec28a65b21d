import type { Frame, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { aPicture, colourAt } from '#test/pictures/draw-picture.ts';
import { fileChooserOf } from '#test/pictures/file-chooser.ts';
import { openEditor, signIn, visit } from './chromium.ts';
import { type ChromiumAtWork, startChromiumAtWork } from './chromium-at-work.ts';

let at: ChromiumAtWork;
let page: Page;

const writeBack = (attribute: string) => ({ kind: 'directory', attribute, edit: 'writeBack' });
beforeAll(async () => {
  at = await startChromiumAtWork([
    { key: 'picture', type: 'picture', label: { en: 'Picture' }, source: writeBack('jpegPhoto'), maxBytes: 20_000 },
    { key: 'manager', type: 'person', label: { en: 'Manager' }, source: writeBack('manager') },
  ]);
});
afterAll(() => at?.stop());
const admin = ['root', 'correct horse battery'] as const;
beforeEach(async () => {
  page = await at.chromium.context.newPage();
});
afterEach(() => page.close());

/** Saves by a key; for a moment after a dialog of its own the browser takes the editor for covered. */
async function save(editor: Frame, label: string): Promise<void> {
  const head = editor.locator('.head', { has: editor.getByText(label, { exact: true }) });
  const isSaved = async () => {
    await page.keyboard.press('Control+s');
    return head.getByText('Saved', { exact: true }).isVisible();
  };
  await expect.poll(isSaved, { interval: 300 }).toBe(true);
}

test('F10, P8 a picture is chosen, turned and fitted by keys, saved, and stands in the directory as a JPEG of its size', async () => {
  const username = await at.somebody();
  await visit(page, at.work.site);
  const editor = await openEditor(page);
  const button = editor.getByRole('button', { name: 'Picture Choose a picture' });
  await button.focus();
  const chooser = await fileChooserOf(page, () => page.keyboard.press('Enter'));
  const buffer = await aPicture({ width: 800, height: 600, format: 'png' });
  await chooser.setFiles({ name: 'me.png', mimeType: 'image/png', buffer });
  await editor.locator('dialog.cropper[open]').waitFor();
  await page.keyboard.press('r');
  for (let times = 0; times < 3; times++) await page.keyboard.press('+');
  for (let times = 0; times < 3; times++) await page.keyboard.press('ArrowRight');
  for (let times = 0; times < 3; times++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await editor.getByRole('img', { name: 'Chosen picture, not saved yet' }).waitFor();
  await save(editor, 'Picture');

  const [held] = await at.work.company.bytes(username, 'jpegPhoto');
  expect(held?.length).toBeLessThanOrEqual(20_000);
  const { format, width = 0, height = 0 } = await sharp(held).metadata();
  expect({ format, isSquare: width === height }).toEqual({ format: 'jpeg', isSquare: true });
  expect(width).toBeGreaterThan(300);
  expect(width).toBeLessThanOrEqual(648);
  // Its upper left, once it is turned to the right, is what was its lower left.
  expect(await colourAt(held as Buffer, 0.5, 0.5)).toBe('yellow');

  await editor.locator('img.avatar').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.frames().length).toBe(1);
  const again = await openEditor(page);
  const shown = again.getByRole('img', { name: 'Picture as it is now' });
  await shown.waitFor();
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(width);
});

test('W8, P3 admins see in the history of all what a picture became, and save what they chose of it as CSV', async () => {
  await at.somebody();
  await visit(page, at.work.site);
  const editor = await openEditor(page);
  const buffer = await aPicture({ format: 'png' });
  await editor.locator('input[type=file]').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer });
  await editor.locator('dialog.cropper[open]').waitFor();
  await page.keyboard.press('Enter');
  await editor.getByRole('img', { name: 'Chosen picture, not saved yet' }).waitFor();
  await save(editor, 'Picture');

  await at.work.api.addLocalAdmin(...admin);
  await signIn(at.chromium, ...admin);
  await page.goto(`${at.chromium.origin}/options.html#/changes`);
  await page.getByLabel('Field', { exact: true }).selectOption('picture');
  const change = page.locator('.change-log > li').first();
  const picture = change.getByRole('img', { name: 'Picture' });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(300);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const saved = Buffer.concat(await (await (await download).createReadStream()).toArray());
  // The mark by which spreadsheets know UTF-8.
  expect(saved.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const [, ...lines] = saved.toString().trim().split('\r\n');
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.every((line) => line.includes(',picture,'))).toBe(true);
});

test('F2, F8 a person is found by the beginning of their name, chosen by keys, and written as a DN', async () => {
  const erika = await at.work.company.add({ displayName: 'Erika Größer' });
  await at.work.api.signIn(erika, at.work.company.password);
  await at.work.api.followPeople();
  const username = await at.somebody();
  await visit(page, at.work.site);
  const editor = await openEditor(page);
  const manager = editor.getByRole('combobox', { name: 'Manager' });
  await manager.fill('erika gros');
  await editor.getByRole('option', { name: 'Erika Größer' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => manager.inputValue()).toBe('Erika Größer');
  await save(editor, 'Manager');
  expect(await at.inDirectory(username, 'manager')).toEqual([await at.work.company.dnOf(erika)]);
});
