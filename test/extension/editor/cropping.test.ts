import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import type { ProfileChanges } from '#shared/contract/profile.ts';
import type { NewPicture } from '#shared/fields/picture/picture.ts';
import { aPicture, colourAt } from '#test/pictures/draw-picture.ts';
import { fileChooserOf } from '#test/pictures/file-chooser.ts';
import { startEditors } from './open-editor.ts';
import { aField, aProfile, aSave } from './profiles.ts';
import { control } from './states.ts';

const editors = await startEditors();
afterAll(editors.stop);

const settings = { maxBytes: 102_400, maxEdge: 648 };

/** An editor with a picture field; the picture of its last save. */
async function open(own: Partial<typeof settings> = {}) {
  const profile = aProfile([aField({ key: 'picture', type: 'picture', settings: { ...settings, ...own } })]);
  const saves: ProfileChanges[] = [];
  const page = await editors.open({
    loadProfile: () => ({ ok: true, value: profile }),
    loadPicture: async () => ({ ok: true, value: `data:image/jpeg;base64,${(await aPicture()).toString('base64')}` }),
    saveProfile: (changes) => {
      saves.push(changes);
      const value = { sha256: '4f'.repeat(32) };
      return { ok: true, value: aSave(profile, changes, { picture: { status: 'saved', value } }) };
    },
  });
  await control(page, 'picture').waitFor();
  const saved = async () => {
    await page.getByRole('img', { name: 'Chosen picture, not saved yet' }).waitFor();
    await page.keyboard.press('Control+s');
    await page.locator('.mark.good').waitFor();
    const [sent] = saves.map(({ changes }) => changes.picture?.to as NewPicture);
    return Buffer.from(sent?.base64 ?? '', 'base64');
  };
  return { page, saved };
}

const cropper = (page: Page) => page.locator('dialog.cropper');

/** In percent. */
const zoomOf = async (page: Page) =>
  Number.parseInt((await page.getByRole('slider', { name: 'Zoom' }).getAttribute('aria-valuetext')) ?? '', 10);

async function choose(page: Page, buffer: Buffer, name = 'me.png', mimeType = 'image/png'): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
}

/** The colours of the four quarters, row by row. */
const quarters = (picture: Buffer) =>
  Promise.all(
    (
      [
        [0.2, 0.2],
        [0.8, 0.2],
        [0.2, 0.8],
        [0.8, 0.8],
      ] as const
    ).map(([x, y]) => colourAt(picture, x, y)),
  );

describe('F10, P8 a picture is fitted into its frame', () => {
  test('a file that was chosen becomes a square JPEG within the limits of the attribute, whatever it was', async () => {
    const { page, saved } = await open({ maxBytes: 8192, maxEdge: 200 });
    await choose(page, await aPicture({ width: 1600, height: 900, format: 'png' }));
    await cropper(page).getByRole('button', { name: 'Use picture' }).click();
    const picture = await saved();
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 200, height: 200 });
    expect(picture.length).toBeLessThanOrEqual(8192);
    expect(await quarters(picture)).toEqual(['red', 'green', 'yellow', 'blue']);
  });

  test('by keys alone: turned, zoomed, moved and taken, with the focus back where it was', async () => {
    const { page, saved } = await open();
    const button = control(page, 'picture');
    await button.focus();
    const chooser = await fileChooserOf(page, () => page.keyboard.press('Enter'));
    await chooser.setFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: await aPicture() });
    await cropper(page).waitFor();
    await page.keyboard.press('r');
    for (let times = 0; times < 6; times++) await page.keyboard.press('+');
    for (let times = 0; times < 6; times++) await page.keyboard.press('ArrowRight');
    for (let times = 0; times < 6; times++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await cropper(page).waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    // Turned to the right, its upper left is what was its lower left.
    expect(await colourAt(await saved(), 0.4, 0.4)).toBe('yellow');
  });

  test('by the mouse: dragged and zoomed by the wheel', async () => {
    const { page, saved } = await open();
    await choose(page, await aPicture());
    const stage = cropper(page).getByRole('application');
    const box = await stage.boundingBox();
    if (!box) throw new Error('The stage is not there');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.wheel(0, -600);
    await expect.poll(() => zoomOf(page)).toBeGreaterThan(100);
    await page.mouse.down();
    await page.mouse.move(box.x - 3 * box.width, box.y - 3 * box.height, { steps: 4 });
    await page.mouse.up();
    await cropper(page).getByRole('button', { name: 'Use picture' }).click();
    expect(new Set(await quarters(await saved()))).toEqual(new Set(['blue']));
  });

  test('by touch: two fingers move and zoom', async () => {
    const { page, saved } = await open();
    await choose(page, await aPicture());
    const box = await cropper(page).getByRole('application').boundingBox();
    if (!box) throw new Error('The stage is not there');
    const at = (x: number, y: number) => ({ x: box.x + x * box.width, y: box.y + y * box.height });
    const touches = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
      touches.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: touchPoints.map((point, id) => ({ ...point, id })),
      });
    await touch('touchStart', at(0.4, 0.4), at(0.5, 0.5));
    await touch('touchMove', at(0.35, 0.35), at(0.6, 0.6));
    await touch('touchMove', at(0.3, 0.3), at(0.95, 0.95));
    await touch('touchEnd');
    await page.getByRole('slider', { name: 'Zoom' }).waitFor();
    await expect.poll(() => zoomOf(page)).toBeGreaterThan(200);
    await cropper(page).getByRole('button', { name: 'Use picture' }).click();
    expect(await colourAt(await saved(), 0.1, 0.1)).toBe('red');
  });

  test('Escape ends the cropping alone; nothing is changed, the editor stays', async () => {
    const { page } = await open();
    await choose(page, await aPicture());
    await cropper(page).waitFor();
    await page.keyboard.press('Escape');
    await cropper(page).waitFor({ state: 'detached' });
    await page.getByText('No changes').waitFor();
  });

  test('X1 a file that is no picture is told so, and can be followed by one that is', async () => {
    const { page } = await open();
    await choose(page, Buffer.from('<html>'), 'me.jpg', 'image/jpeg');
    await page.getByText('This file is no picture that can be opened here.').waitFor();
    await choose(page, await aPicture());
    await cropper(page).waitFor();
    expect(await page.getByText('This file is no picture').count()).toBe(0);
  });

  test('a file may be dropped, and what is chosen may be taken away again', async () => {
    const { page } = await open();
    const bytes = [...(await aPicture())];
    const data = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(content)], 'me.jpg', { type: 'image/jpeg' }));
      return transfer;
    }, bytes);
    await page.locator('.picture-control').dispatchEvent('drop', { dataTransfer: data });
    await cropper(page).getByRole('button', { name: 'Use picture' }).click();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('No changes').waitFor();
  });
});
