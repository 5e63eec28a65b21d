import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endService, startService } from '#test/directories/process.ts';
import { connectMarionette } from './marionette.ts';

/** Keys as WebDriver writes those that print nothing. */
export const keys = { tab: '\uE004', enter: '\uE007', control: '\uE009', escape: '\uE00C' } as const;

const patience = 30_000;
const extensionId = 'nameplate@nameplate.example';
/** How WebDriver names a reference to an element. */
const reference = 'element-6066-11e4-a52e-4f735466cecf';

/** A real Firefox with the built extension, in a profile of its own. */
export async function startFirefox({ extension }: { readonly extension: string }) {
  await using parts = new AsyncDisposableStack();
  const profile = await mkdtemp(join(tmpdir(), 'nameplate-firefox-'));
  parts.defer(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const uuid = randomUUID();
  await writeFile(join(profile, 'user.js'), preferences(uuid));
  const portFile = join(profile, 'MarionetteActivePort');
  const firefox = await startService({
    command: '/usr/bin/firefox-esr',
    args: ['--headless', '--no-remote', '--profile', profile, '--marionette', '-remote-allow-system-access'],
    env: { HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' },
    isUp: async () => (await readPort(portFile)) !== undefined,
    hint: 'see firefox-esr --headless',
  });
  parts.defer(() => endService(firefox));
  const { send, close } = await connectMarionette((await readPort(portFile)) ?? 0);
  parts.defer(close);
  const evaluate = <Value>(script: string) => send<Value>('WebDriver:ExecuteScript', { script, args: [] });

  async function perform(...actions: readonly object[]): Promise<void> {
    await send('WebDriver:PerformActions', { actions });
  }
  /** Like a hand on the keyboard: the whole browser gets the keys, and hands them on to whatever has the focus. */
  async function press(steps: readonly object[]): Promise<void> {
    await send('Marionette:SetContext', { value: 'chrome' });
    await perform({ type: 'key', id: 'keyboard', actions: steps });
    await send('Marionette:SetContext', { value: 'content' });
  }
  const down = (value: string) => ({ type: 'keyDown', value });
  const up = (value: string) => ({ type: 'keyUp', value });

  /** By CSS, or, from // on, by XPath. */
  const find = (value: string) =>
    send<Record<string, string>>('WebDriver:FindElement', {
      using: value.startsWith('//') ? 'xpath' : 'css selector',
      value,
    });

  /** How many frames of the page have such an element at this moment, by CSS. */
  async function countInFrames(selector: string): Promise<number> {
    for (let id = 0, count = 0; ; id++) {
      try {
        await send('WebDriver:SwitchToFrame', { id });
      } catch (error) {
        if (error instanceof Error && error.name === 'no such frame') return count;
        throw error;
      }
      const has = await evaluate<boolean>(`return document.querySelector(${JSON.stringify(selector)}) !== null`);
      await send('WebDriver:SwitchToFrame', { id: null });
      if (has) count++;
    }
  }
  const takePicture = async () =>
    Buffer.from(await send<string>('WebDriver:TakeScreenshot', { full: false }), 'base64');

  await send('WebDriver:NewSession');
  await send('WebDriver:SetTimeouts', { implicit: patience, pageLoad: patience, script: patience });
  await send('Addon:Install', { path: extension, temporary: true });
  const started = parts.move();
  return {
    /** moz-extension:// with the id that this Firefox gives the extension. */
    origin: `moz-extension://${uuid}`,
    goto: (url: string) => send('WebDriver:Navigate', { url }),
    /** What a function body returns in the page, or in the frame that was entered. */
    evaluate,
    /**
     * What a function (as text) gives in the launcher's own world: what whoever breaks out of a page into its process can
     * do in the launcher's name.
     */
    async inLauncher<Value>(work: string): Promise<Value> {
      const expression = `(${work})().catch((error) => String(error)).then((value) => JSON.stringify({ value }))`;
      const script = `
        const { ExtensionContent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionContent.sys.mjs');
        const { sandbox } = ExtensionContent.getContextByExtensionId(${JSON.stringify(extensionId)}, window);
        return Cu.evalInSandbox(${JSON.stringify(expression)}, sandbox);`;
      const answer = await send<string>('WebDriver:ExecuteScript', { script, args: [], sandbox: 'system' });
      return JSON.parse(answer).value;
    },
    async click(x: number, y: number): Promise<void> {
      const move = { type: 'pointerMove', x, y, origin: 'viewport' };
      const press = { type: 'pointerDown', button: 0 };
      await perform({ type: 'pointer', id: 'mouse', actions: [move, press, { type: 'pointerUp', button: 0 }] });
    },
    type: (text: string) => press([...text].flatMap((key) => [down(key), up(key)])),
    /** Presses keys together, and lets them go in turn. */
    press: (...together: readonly string[]) => press([...together.map(down), ...together.toReversed().map(up)]),
    /** Clicks an element as soon as it is there. */
    async clickOn(selector: string): Promise<void> {
      await send('WebDriver:ElementClick', { id: (await find(selector))[reference] });
    },
    /** Resolves as soon as such an element is there. */
    async waitFor(selector: string): Promise<void> {
      await find(selector);
    },
    /** Goes into the one frame of the page, which no script of the page can find, as soon as it is there. */
    async enterFrame(): Promise<void> {
      for (const deadline = Date.now() + patience; ; await pause(20)) {
        try {
          return await send('WebDriver:SwitchToFrame', { id: 0 });
        } catch (error) {
          if (!(error instanceof Error) || error.name !== 'no such frame' || Date.now() > deadline) throw error;
        }
      }
    },
    leaveFrame: () => send('WebDriver:SwitchToFrame', { id: null }),
    countInFrames,
    /** In how many other windows and tabs a frame has such an element at this moment, by CSS. */
    async countOtherWindows(selector: string): Promise<number> {
      const here = await send<string>('WebDriver:GetWindowHandle');
      let count = 0;
      for (const handle of await send<string[]>('WebDriver:GetWindowHandles')) {
        if (handle === here) continue;
        await send('WebDriver:SwitchToWindow', { handle, focus: false });
        if ((await countInFrames(selector)) > 0) count++;
      }
      await send('WebDriver:SwitchToWindow', { handle: here, focus: false });
      return count;
    },
    /** Does what opens a window, works in that one, closes it, and is back. */
    async inNewWindow(open: () => Promise<unknown>, work: () => Promise<unknown>): Promise<void> {
      const windows = () => send<string[]>('WebDriver:GetWindowHandles');
      const before = await windows();
      const here = await send<string>('WebDriver:GetWindowHandle');
      await open();
      for (const deadline = Date.now() + patience; ; await pause(20)) {
        const opened = (await windows()).find((each) => !before.includes(each));
        if (opened) {
          await send('WebDriver:SwitchToWindow', { handle: opened });
          break;
        }
        if (Date.now() > deadline) throw new Error('No window was opened');
      }
      await work();
      await send('WebDriver:CloseWindow');
      await send('WebDriver:SwitchToWindow', { handle: here });
    },
    /** A picture of what the page shows, as PNG. */
    screenshot: takePicture,
    /** The same as it would be on paper. */
    async paper(): Promise<Buffer> {
      const show = async (medium: string) => {
        await send('Marionette:SetContext', { value: 'chrome' });
        await evaluate(`gBrowser.selectedBrowser.browsingContext.mediumOverride = ${JSON.stringify(medium)}`);
        await send('Marionette:SetContext', { value: 'content' });
      };
      await show('print');
      const picture = await takePicture();
      await show('');
      return picture;
    },
    stop: () => started.disposeAsync(),
  };
}
export type Firefox = Awaited<ReturnType<typeof startFirefox>>;

function preferences(uuid: string): string {
  const values = {
    'marionette.port': 0,
    // Fixed beforehand, so that the addresses of the extension's pages are known.
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
    'intl.locale.requested': 'en-US',
    'signon.rememberSignons': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'browser.aboutwelcome.enabled': false,
  };
  const lines = Object.entries(values).map(
    (each) => `user_pref(${each.map((part) => JSON.stringify(part)).join(', ')});`,
  );
  return `${lines.join('\n')}\n`;
}

async function readPort(file: string): Promise<number | undefined> {
  try {
    return Number(await readFile(file, 'utf8')) || undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Signs in as people do, but with the popup as a page, and by keyboard. Whoever was signed in before leaves first. */
export async function signInToFirefox(firefox: Firefox, username: string, password: string): Promise<void> {
  await firefox.goto(`${firefox.origin}/popup.html`);
  await firefox.waitFor('form, .person');
  if (await firefox.evaluate('return document.querySelector(".person") !== null')) {
    await firefox.clickOn('//button[.="Sign out"]');
  }
  await firefox.clickOn('//label[.="User name"]');
  await firefox.type(username);
  await firefox.press(keys.tab);
  await firefox.type(password);
  await firefox.press(keys.enter);
  await firefox.waitFor('//button[.="Edit my profile"]');
}

/** Goes to a page and waits until the launcher is on it: an element beside the body, in which nobody sees anything. */
export async function visitInFirefox(firefox: Firefox, url: string): Promise<void> {
  await firefox.goto(url);
  await firefox.waitFor('html > div');
}

/** Presses the launcher where it stands. */
export async function pressLauncherInFirefox(firefox: Firefox): Promise<void> {
  const [width = 0, height = 0] = await firefox.evaluate<number[]>('return [innerWidth, innerHeight]');
  await firefox.click(width - 42, height - 42);
}

/** Presses the launcher, and goes into the editor's frame once it shows the profile. */
export async function openEditorInFirefox(firefox: Firefox): Promise<void> {
  await pressLauncherInFirefox(firefox);
  await firefox.enterFrame();
  await firefox.waitFor('//label[.="Phone"]');
}
