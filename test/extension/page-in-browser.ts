import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildPage, extensionPolicy } from './build-page.ts';

/** How the page is looked at. */
export interface Looks {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly rtl?: boolean;
}

export interface PageOptions {
  /** Whatever the page asks the background for. */
  callBackground(name: string, ...given: readonly never[]): unknown;
  readonly timezoneId?: string;
}

/**
 * A page of the extension in a real Chromium, under the extension's own content security policy, with the harness of a
 * test in the place of its own script. It is opened anew as often as one likes.
 */
export async function startPage(
  entrypoint: 'editor' | 'options' | 'people' | 'popup',
  { callBackground, timezoneId }: PageOptions,
) {
  const [files, browser] = await Promise.all([
    buildPage(entrypoint, join(import.meta.dirname, entrypoint, 'harness/page.tsx')),
    chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] }),
  ]);
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    locale: 'en-GB',
    ...(timezoneId !== undefined && { timezoneId }),
  });
  const page = await context.newPage();
  // Whoever leaves a page with unsaved changes is asked by the browser; the next test leaves it.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.exposeFunction('callBackground', callBackground);
  await page.route('**', (route) => {
    const file = files.get(new URL(route.request().url()).pathname);
    if (!file) return route.fulfill({ status: 404 });
    return route.fulfill({ ...file, headers: { 'content-security-policy': extensionPolicy } });
  });
  return {
    page,
    async open(hash: string, { width = 480, height = 900, dark = false, rtl = false }: Looks = {}) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      // Another fragment alone would load nothing.
      await page.goto('about:blank');
      await page.goto(`https://${entrypoint}.test/${hash}`);
      await page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), rtl ? 'rtl' : 'ltr');
      return page;
    },
    stop: () => browser.close(),
  };
}
