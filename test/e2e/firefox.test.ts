import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltExtension, buildExtension } from './build-extension.ts';
import {
  type Firefox,
  keys,
  openEditorInFirefox,
  pressLauncherInFirefox,
  signInToFirefox,
  startFirefox,
  visitInFirefox,
} from './firefox.ts';
import { type HostileSite, startHostileSite } from './hostile-site/start-hostile-site.ts';
import { refused, saidByOthers, sayAll } from './launcher-says.ts';
import { startWorkplace, type Workplace } from './workplace.ts';

let work: Workplace;
let extension: BuiltExtension;
let firefox: Firefox;
let oddSite: HostileSite;

beforeAll(async () => {
  work = await startWorkplace();
  extension = await buildExtension({ browser: 'firefox', server: work.server, intranet: [`${work.site}/*`] });
  firefox = await startFirefox({ extension: extension.folder });
  // To Firefox it is the same host as the intranet's.
  oddSite = await startHostileSite({
    '/isolated': { headers: { 'cross-origin-embedder-policy': 'require-corp' } },
    '/no-scripts': { headers: { 'content-security-policy': 'sandbox allow-same-origin' } },
    '/no-origin': { headers: { 'content-security-policy': 'sandbox allow-scripts' } },
  });
});
afterAll(async () => {
  await oddSite?.stop();
  await firefox?.stop();
  await extension?.remove();
  await work?.stop();
});

const phone = () => firefox.evaluate<string>('return document.querySelector("input[type=tel]").value');

test.each([
  ['an ordinary page', '/'],
  ['a page with a strict content security policy', '/treasury'],
  ['a single-page app', '/rooms/'],
])('P1, W5, W7, P8 on %s: sign in, open the editor, change phone and title by keyboard, save', async (_, path) => {
  const username = await work.hire();
  await signInToFirefox(firefox, username, work.company.password);
  await visitInFirefox(firefox, `${work.site}${path}`);
  await openEditorInFirefox(firefox);
  expect(await phone()).toBe('+49 611 1234567');

  await firefox.clickOn('//label[.="Phone"]');
  await firefox.press(keys.control, 'a');
  await firefox.type('0611 7654321');
  await firefox.press(keys.tab);
  await firefox.press(keys.control, 'a');
  await firefox.type('Büroleitung');
  await firefox.press(keys.enter);
  await firefox.waitFor('//*[label="Phone" and span="Saved"]');
  await firefox.waitFor('//*[label="Title" and span="Saved"]');

  expect(await phone()).toBe('+49 611 7654321');
  expect(await work.company.values(username, 'telephoneNumber')).toEqual(['+49 611 7654321']);
  expect(await work.company.values(username, 'title')).toEqual(['Büroleitung']);
});

test('X3 the page hears no key of the editor and finds no frame', async () => {
  const username = await work.hire();
  await signInToFirefox(firefox, username, work.company.password);
  await visitInFirefox(firefox, work.site);
  await firefox.evaluate(`
    window.heard = [];
    for (const type of ['keydown', 'keyup', 'input', 'message'])
      window.addEventListener(type, (event) => heard.push(event.type), true);
  `);
  await firefox.press('x');
  await expect.poll(() => firefox.evaluate('return heard')).toEqual(['keydown', 'keyup']);
  await openEditorInFirefox(firefox);
  await firefox.clickOn('//label[.="Title"]');
  await firefox.type('secret');
  await expect.poll(() => firefox.evaluate('return document.activeElement.value')).toContain('secret');
  await firefox.leaveFrame();
  const seen =
    'return { heard: heard.length, frames: window.length, root: document.querySelector("html > div").shadowRoot }';
  expect(await firefox.evaluate(seen)).toEqual({ heard: 2, frames: 0, root: null });
});

test('X3 a launcher that was taken over calls nothing that our pages call, reads no session, and reaches the server no more than the page does', async () => {
  await signInToFirefox(firefox, await work.hire(), work.company.password);
  await visitInFirefox(firefox, work.site);
  const others = saidByOthers();
  expect(await firefox.inLauncher(sayAll(others))).toEqual(others.map((type) => [type, refused]));
  expect(await firefox.inLauncher('async () => typeof chrome.storage.session')).toBe('undefined');
  expect(await firefox.inLauncher('async () => Object.keys(await chrome.storage.sync.get())')).toEqual([]);
  const call = `async () => (await fetch('${work.server}/api/me/profile')).status`;
  expect(await firefox.inLauncher(call)).toMatch(/NetworkError/u);
});

test('P1 a page that frames nothing without its consent has the editor, one that sandboxes itself has it in a window', async () => {
  await signInToFirefox(firefox, await work.hire(), work.company.password);
  await visitInFirefox(firefox, `${oddSite.url}/isolated`);
  await openEditorInFirefox(firefox);
  expect(await phone()).toBe('+49 611 1234567');
  for (const path of ['/no-scripts', '/no-origin']) {
    await visitInFirefox(firefox, `${oddSite.url}${path}`);
    await firefox.inNewWindow(
      () => pressLauncherInFirefox(firefox),
      async () => {
        await firefox.waitFor('//label[.="Phone"]');
        expect(await phone()).toBe('+49 611 1234567');
      },
    );
  }
});

test('P3 the options page: an admin adds somebody to a role, and it is in force', async () => {
  await work.api.addLocalAdmin('root', 'fake-password-of-root');
  await signInToFirefox(firefox, 'root', 'fake-password-of-root');
  await firefox.goto(`${firefox.origin}/options.html#/roles`);
  await firefox.waitFor('//h1[.="Roles"]');
  await firefox.clickOn('//section[h2="Helpdesk"]//button[.="Add a user"]');
  await firefox.type('erika');
  await firefox.press(keys.enter);
  await firefox.waitFor('//*[.="Saved. It is in force."]');
  expect((await work.api.configuration()).roles.helpdesk).toEqual(['user:erika']);
  // The preview is drawn in a root of its own, with style sheets that are made, not loaded.
  await firefox.goto(`${firefox.origin}/options.html#/fields`);
  await firefox.waitFor('.preview-host');
  const previewed = 'return document.querySelector(".preview-host").shadowRoot?.querySelectorAll(".field").length';
  await expect.poll(() => firefox.evaluate(previewed)).toBe(6);
});
