import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Frame, type Page, type Worker } from 'playwright-core';

/** In the pages and the background of the extension. */
declare const chrome: typeof import('wxt/browser').browser;

export interface ChromiumOptions {
  readonly extension: string;
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** Pixels of a screenshot to one of CSS. */
  readonly scale?: number;
}

/** A real Chromium with the built extension, in a profile of its own. */
export async function startChromium(options: ChromiumOptions) {
  const { extension, locale = 'en', colorScheme = 'light', scale = 1 } = options;
  await using parts = new AsyncDisposableStack();
  const profile = await mkdtemp(join(tmpdir(), 'nameplate-chromium-'));
  parts.defer(() => rm(profile, { recursive: true, force: true }));
  // Without the developer mode an unpacked extension does not come back from a reload.
  await mkdir(join(profile, 'Default'));
  const preferences = { extensions: { ui: { developer_mode: true } } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless: true,
    locale,
    colorScheme,
    viewport: { width: 1100, height: 760 },
    deviceScaleFactor: scale,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
      ...['--disable-sync', `--lang=${locale}`],
      ...[`--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
    ],
  });
  parts.defer(() => context.close());
  const first = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const worker = (): Worker => context.serviceWorkers().at(-1) ?? first;
  const origin = `chrome-extension://${new URL(first.url()).host}`;
  const openPopup = async () => {
    const popup = await context.newPage();
    await popup.goto(`${origin}/popup.html`);
    return popup;
  };
  const inExtension = async <Value>(work: () => Value | Promise<Value>): Promise<Value> => {
    const popup = await openPopup();
    const value = await popup.evaluate(work);
    await popup.close();
    return value;
  };
  const started = parts.move();
  return {
    context,
    /** The popup as a page: no tool can open the popup itself. */
    openPopup,
    /** chrome-extension:// with the extension's id. */
    origin,
    /** The address of the editor that web pages may load: of this session alone, and in no place where a page finds it. */
    editorAddress: () => inExtension(() => chrome.runtime.getURL('/editor.html')),
    sessionToken: () =>
      inExtension(async () => String(Object(await chrome.storage.session.get('session')).session.token)),
    /** What stands on the button in the toolbar. */
    badge: () => worker().evaluate(() => chrome.action.getBadgeText({})),
    /** What an update of the extension does. */
    async reloadExtension(): Promise<void> {
      const restarted = context.waitForEvent('serviceworker');
      await worker().evaluate(() => chrome.runtime.reload());
      await restarted;
    },
    /** Ends the background, as the browser does when it has been idle for a while. */
    async endBackground(): Promise<void> {
      const popup = await openPopup();
      const session = await context.newCDPSession(popup);
      await session.send('ServiceWorker.enable');
      const stopped = new Promise<void>((resolve) => {
        session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
          if (versions.every(({ runningStatus }) => runningStatus === 'stopped')) resolve();
        });
      });
      await session.send('ServiceWorker.stopAllWorkers');
      await stopped;
      await popup.close();
    },
    stop: () => started.disposeAsync(),
  };
}
export type Chromium = Awaited<ReturnType<typeof startChromium>>;

/** Signs in as people do. */
export async function signIn({ openPopup }: Chromium, username: string, password: string): Promise<void> {
  const popup = await openPopup();
  await leave(popup);
  await popup.getByLabel('User name').fill(username);
  await popup.getByLabel('Password', { exact: true }).fill(password);
  await popup.getByRole('button', { name: 'Sign in' }).click();
  await popup.getByRole('button', { name: 'Edit my profile' }).waitFor();
  await popup.close();
}

/** Whoever is signed in signs out. */
export async function leave(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: /^Sign (in|out)$/ }).waitFor();
  const signOut = popup.getByRole('button', { name: 'Sign out' });
  if (await signOut.isVisible()) await signOut.click();
  await popup.getByLabel('User name').waitFor();
}

/** Goes to a page and waits until the launcher is on it: an element beside the body, in which nobody sees anything. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('html > div').waitFor({ state: 'attached' });
}

/** Presses the launcher where it stands; its shadow root is closed, so nothing but a pointer finds it. */
export async function pressLauncher(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.click(size.width - 42, size.height - 42);
}

/** All that a screen reader finds to read on a page, the launcher's words among it. */
export async function readableTexts(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.filter(({ role }) => role?.value === 'StaticText').map(({ name }) => String(name?.value));
}

/** The frame that is the editor, once it is there. */
export async function editorFrame(page: Page): Promise<Frame> {
  const isEditor = (frame: Frame) => frame.url().startsWith('chrome-extension://');
  return page.frames().find(isEditor) ?? page.waitForEvent('framenavigated', isEditor);
}

/** Opens the editor and waits until it shows a profile, which always has a phone number here. */
export async function openEditor(page: Page): Promise<Frame> {
  await pressLauncher(page);
  const frame = await editorFrame(page);
  await frame.locator('input[type=tel]').first().waitFor();
  return frame;
}
