import { launch } from 'puppeteer-core';
import type { Browser } from './find-browser.ts';

export interface Visit {
  readonly browser: Browser;
  readonly extension: string;
  readonly profile: string;
  readonly url: string;
  readonly headless?: boolean;
}

export interface OpenBrowser {
  close(): Promise<void>;
}

/** Opens a page in a profile of its own that has the extension. */
export async function openBrowser({ browser, extension, profile, url, headless = false }: Visit): Promise<OpenBrowser> {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const window = await launch({
    browser: browser.kind,
    executablePath: browser.file,
    headless,
    userDataDir: profile,
    defaultViewport: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(browser.kind === 'chrome' && {
      pipe: true,
      enableExtensions: true,
      // Its bar would say that the browser is remote controlled, which people would take for ours.
      ignoreDefaultArgs: ['--enable-automation'],
      args: ['--no-first-run', '--no-default-browser-check', ...(isRoot ? ['--no-sandbox'] : [])],
    }),
  });
  try {
    await window.installExtension(extension);
    const [first] = await window.pages();
    await (first ?? (await window.newPage())).goto(url);
  } catch (error) {
    await window.close();
    throw error;
  }
  return { close: () => window.close() };
}
