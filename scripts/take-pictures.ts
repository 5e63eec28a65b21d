/** `npm run pictures`: takes the pictures of docs/pictures from the running product, so that they stay true. */
import type { Page } from 'playwright-core';
import { type Chromium, signIn, startChromium } from '#test/e2e/chromium.ts';
import { keepPicture } from './pictures/keep-picture.ts';
import {
  attributes,
  connectionTest,
  directory,
  fields,
  firstSteps,
  type OptionScene,
  sync,
} from './pictures/option-scenes.ts';
import { conflict, editing, launcher, refused, type Scene, saved } from './pictures/scenes.ts';
import { type Product, startProduct } from './pictures/start-product.ts';

const desktop = { width: 1120, height: 720 };
const wide = { width: 1280, height: 800 };
const tall = { width: 1280, height: 1000 };
const phone = { width: 390, height: 780 };

interface Picture {
  readonly name: string;
  readonly scene: Scene;
  readonly size?: typeof desktop;
}
const light: readonly Picture[] = [
  { name: 'launcher', scene: launcher },
  { name: 'editor-light', scene: editing },
  { name: 'saved', scene: saved },
  { name: 'conflict', scene: conflict },
  { name: 'refused', scene: refused },
  { name: 'narrow', scene: editing, size: phone },
];
const dark: readonly Picture[] = [
  { name: 'editor-dark', scene: editing },
  { name: 'conflict-dark', scene: conflict },
  { name: 'refused-dark', scene: refused },
];
const german: readonly Picture[] = [
  { name: 'editor-german', scene: editing },
  { name: 'conflict-german', scene: conflict, size: phone },
];

interface OptionPicture {
  readonly name: string;
  readonly scene: OptionScene;
  readonly size?: typeof desktop;
}
const options: readonly OptionPicture[] = [
  { name: 'options-first-steps', scene: firstSteps },
  { name: 'options-directory', scene: directory },
  { name: 'options-test', scene: connectionTest },
  { name: 'options-fields', scene: fields },
  { name: 'options-attributes', scene: attributes },
  { name: 'options-sync', scene: sync, size: tall },
];
const darkOptions: readonly OptionPicture[] = [
  { name: 'options-fields-dark', scene: fields },
  { name: 'options-narrow', scene: fields, size: phone },
];

const product = await startProduct();
try {
  await inChromium('light', async (chromium) => {
    await takePopup(chromium, 'popup-sign-in');
    await signIn(chromium, product.person.username, product.person.password);
    await takePopup(chromium, 'popup');
    await takeAll(chromium, product, light);
    await speakGerman(chromium);
    await takePopup(chromium, 'popup-german');
    await takeAll(chromium, product, german);
  });
  await inChromium('light', async (chromium) => {
    await signIn(chromium, product.admin.username, product.admin.password);
    await takeOptions(chromium, options);
  });
  await inChromium('dark', async (chromium) => {
    await signIn(chromium, product.person.username, product.person.password);
    await takePopup(chromium, 'popup-dark');
    await takeAll(chromium, product, dark);
    await signIn(chromium, product.admin.username, product.admin.password);
    await takeOptions(chromium, darkOptions);
  });
} finally {
  await product.stop();
}

async function inChromium(colorScheme: 'light' | 'dark', work: (chromium: Chromium) => Promise<void>): Promise<void> {
  const chromium = await startChromium({ extension: product.extension, colorScheme, scale: 1.5 });
  try {
    await work(chromium);
  } finally {
    await chromium.stop();
  }
}

async function takeAll({ context }: Chromium, product: Product, pictures: readonly Picture[]): Promise<void> {
  for (const { name, scene, size = desktop } of pictures) {
    await product.reset();
    const page = await context.newPage();
    await page.setViewportSize(size);
    await scene({ product, page });
    await take(page, name);
    await page.close();
  }
}

async function takeOptions({ context, origin }: Chromium, pictures: readonly OptionPicture[]): Promise<void> {
  for (const { name, scene, size = wide } of pictures) {
    const page = await context.newPage();
    await page.setViewportSize(size);
    await page.goto(`${origin}/options.html`);
    await scene(page);
    await take(page, name);
    await page.close();
  }
}

async function takePopup({ openPopup }: Chromium, name: string): Promise<void> {
  const popup = await openPopup();
  await popup.setViewportSize({ width: 360, height: 100 });
  await popup.locator('.server-line').waitFor();
  const height = await popup.evaluate(() => document.documentElement.scrollHeight);
  await popup.setViewportSize({ width: 360, height });
  await take(popup, name);
  await popup.close();
}

async function speakGerman({ openPopup }: Chromium): Promise<void> {
  const popup = await openPopup();
  await popup.locator('.language').selectOption('de');
  await popup.locator('html[lang=de]').waitFor();
  await popup.close();
}

async function take(page: Page, name: string): Promise<void> {
  // The frame of the editor has movements of its own, which the screenshot does not end.
  await page.waitForTimeout(500);
  await keepPicture(name, await page.screenshot({ animations: 'disabled' }));
}
