import type { Page } from 'playwright-core';
import { buildExtension } from '../build-extension.ts';
import { editorFrame, pressLauncher, signIn, startChromium, visit } from '../chromium.ts';
import type { Workplace } from '../workplace.ts';
import { type Person, untilShown } from './person.ts';

/** In the pages of the extension. */
declare const chrome: typeof import('wxt/browser').browser;

const profileShown = 'input[type=tel]';

/** Somebody in Chromium who is signed in; every visit is to a page of its own. */
export async function startPersonInChromium(work: Workplace, site: string): Promise<Person & AsyncDisposable> {
  await using parts = new AsyncDisposableStack();
  const extension = await buildExtension({ browser: 'chrome', server: work.server, intranet: [`${site}/*`] });
  parts.defer(() => extension.remove());
  const chromium = await startChromium({ extension: extension.folder });
  parts.defer(() => chromium.stop());
  const username = await work.hire();
  await signIn(chromium, username, work.company.password);
  let page: Page = await chromium.context.newPage();
  const started = parts.move();
  const run = (body: string) => `globalThis.attack(${JSON.stringify(body)})`;

  async function countInFrames(selector: string, of = page): Promise<number> {
    const inner = of.frames().filter((frame) => frame !== of.mainFrame());
    const counts = await Promise.all(inner.map((frame) => frame.locator(selector).count()));
    return counts.filter((count) => count > 0).length;
  }

  return {
    browser: 'Chromium',
    extensionId: new URL(chromium.origin).host,
    async visit(path) {
      await page.close();
      page = await chromium.context.newPage();
      await visit(page, `${site}${path}`);
    },
    pressLauncher: () => pressLauncher(page),
    async openEditor() {
      await pressLauncher(page);
      await untilShown(() => countInFrames(profileShown));
    },
    countEditors: () => countInFrames(profileShown),
    countInFrames: (selector) => countInFrames(selector),
    async countOtherEditors() {
      const others = chromium.context.pages().filter((each) => each !== page);
      const counts = await Promise.all(others.map((each) => countInFrames(profileShown, each)));
      return counts.filter((count) => count > 0).length;
    },
    inPage: (body) => page.evaluate(run(body)),
    inEditor: async (body) => (await editorFrame(page)).evaluate(`(() => { ${body} })()`),
    type: (text) => page.keyboard.type(text),
    press: (...together) => page.keyboard.press(together.join('+')),
    picture: () => page.screenshot(),
    async paper() {
      await page.emulateMedia({ media: 'print' });
      const picture = await page.screenshot();
      await page.emulateMedia({ media: null });
      return picture;
    },
    async addressOf(file) {
      const popup = await chromium.openPopup();
      const address = await popup.evaluate((path) => chrome.runtime.getURL(path as '/editor.html'), file);
      await popup.close();
      return address;
    },
    titleInDirectory: async () => (await work.company.values(username, 'title'))[0],
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}
