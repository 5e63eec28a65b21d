import { buildExtension } from '../build-extension.ts';
import { keys, pressLauncherInFirefox, signInToFirefox, startFirefox, visitInFirefox } from '../firefox.ts';
import type { Workplace } from '../workplace.ts';
import { type Person, untilShown } from './person.ts';

const profileShown = 'input[type=tel]';

/** Somebody in Firefox who is signed in. */
export async function startPersonInFirefox(work: Workplace, site: string): Promise<Person & AsyncDisposable> {
  await using parts = new AsyncDisposableStack();
  const extension = await buildExtension({ browser: 'firefox', server: work.server, intranet: [`${site}/*`] });
  parts.defer(() => extension.remove());
  const firefox = await startFirefox({ extension: extension.folder });
  parts.defer(() => firefox.stop());
  const username = await work.hire();
  await signInToFirefox(firefox, username, work.company.password);
  const started = parts.move();

  const pressLauncher = () => pressLauncherInFirefox(firefox);
  async function inEditor<Value>(body: string): Promise<Value> {
    await firefox.enterFrame();
    try {
      return await firefox.evaluate<Value>(body);
    } finally {
      await firefox.leaveFrame();
    }
  }

  return {
    browser: 'Firefox',
    extensionId: 'nameplate@nameplate.example',
    visit: (path) => visitInFirefox(firefox, `${site}${path}`),
    pressLauncher,
    async openEditor() {
      await pressLauncher();
      await untilShown(() => firefox.countInFrames(profileShown));
    },
    countEditors: () => firefox.countInFrames(profileShown),
    countInFrames: (selector) => firefox.countInFrames(selector),
    countOtherEditors: () => firefox.countOtherWindows(profileShown),
    inPage: (body) => firefox.evaluate(`return window.attack(${JSON.stringify(body)})`),
    inEditor,
    type: (text) => firefox.type(text),
    press: (...together) => firefox.press(...together.map((key) => (key === 'Control' ? keys.control : key))),
    picture: () => firefox.screenshot(),
    paper: () => firefox.paper(),
    addressOf: async (file) => `${firefox.origin}${file}`,
    titleInDirectory: async () => (await work.company.values(username, 'title'))[0],
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}
