import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEditor, signIn, visit } from './chromium.ts';
import { type ChromiumAtWork, startChromiumAtWork } from './chromium-at-work.ts';

/** A picture that is none, a script, a right-to-left override without its end, and what RFC 4514 and 4515 escape. */
const image = '<img src=x onerror="globalThis.pwned=1">';
const override = '\u202E';
const special = `\\,+"<>;=#*()&amp; 'x'`;
const hostile = {
  displayName: `${image}${override}Eve`,
  cn: `Eve ${override}gpj.exe ${special}`,
  title: `"><script>globalThis.pwned=1</script>${override}`,
  description: `first\r\nsecond\r\n\r\n<svg onload="globalThis.pwned=1">\u2067third`,
  roomNumber: `${special} ${override}`,
  l: 'javascript:globalThis.pwned=1',
  telephoneNumber: '+49 611 1234567',
  labeledURI: 'javascript:globalThis.pwned=1',
  mail: 'eve@example.org?bcc=all@example.org',
};

let at: ChromiumAtWork;
let page: Page;
let username: string;

beforeAll(async () => {
  at = await startChromiumAtWork([
    { key: 'link', type: 'url', label: { en: 'Link' }, source: { kind: 'directory', attribute: 'labeledURI' } },
    { key: 'mail', type: 'email', label: { en: 'Mail' }, source: { kind: 'directory', attribute: 'mail' } },
    { key: 'shown', type: 'text', label: { en: `Label ${image}` }, source: { kind: 'directory', attribute: 'cn' } },
  ]);
  username = await at.work.company.add(hostile);
  await signIn(at.chromium, username, at.work.company.password);
  page = await at.chromium.context.newPage();
});
afterAll(() => at?.stop());

/** What the values have made of a page: elements that are not ours, a script that ran, words that turn what stands beside them. */
async function harmIn(place: Page | Frame): Promise<string[]> {
  return place.evaluate((control) => {
    const harm = [
      ...document.querySelectorAll('img:not(.avatar), script:not([src]), svg[onload], a[href^="javascript:" i]'),
    ].map((element) => element.outerHTML);
    if ('pwned' in globalThis) harm.push('a script ran');
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (!parent || !text.textContent?.includes(control)) continue;
      const { display, unicodeBidi } = getComputedStyle(parent);
      const isAlone = display !== 'inline' && parent.childNodes.length === 1;
      if (!isAlone && !/isolate|plaintext/.test(unicodeBidi)) harm.push(`turns what is beside it: ${parent.outerHTML}`);
    }
    return harm;
  }, override);
}

test('harm is found where it is', async () => {
  const popup = await at.chromium.openPopup();
  await popup.evaluate((text) => {
    document.body.append(Object.assign(document.createElement('p'), { textContent: 'from ' }));
    document.querySelector('body > p')?.append(Object.assign(document.createElement('b'), { textContent: text }));
    document.body.insertAdjacentHTML('beforeend', '<img src="data:,"><a href="JavaScript:0">x</a>');
  }, override);
  expect((await harmIn(popup)).length).toBe(3);
  await popup.close();
});

describe('X1 values with markup, scripts, line ends and bidi controls are text', () => {
  let editor: Frame;
  beforeAll(async () => {
    await visit(page, at.work.site);
    editor = await openEditor(page);
  });

  test('in the editor, read-only and to be edited, labels too', async () => {
    expect(await editor.getByRole('heading', { level: 1 }).textContent()).toBe(hostile.displayName);
    expect(await editor.getByLabel('Title').inputValue()).toBe(hostile.title);
    expect(await editor.getByLabel('About me').inputValue()).toBe(hostile.description.replaceAll('\r\n', '\n'));
    expect(await editor.locator('.value').allTextContents()).toContain(hostile.cn);
    expect(await editor.getByText(`Label ${image}`).count()).toBe(1);
    expect(await harmIn(editor)).toEqual([]);
  });

  test('in a conflict, and beside the outcome of a save', async () => {
    await at.work.company.replace(username, 'title', [`${hostile.title} 2`]);
    await editor.getByLabel('Title').fill(`${hostile.title} 3`);
    await editor.getByRole('button', { name: 'Save' }).click();
    await editor.getByRole('button', { name: 'Keep theirs' }).waitFor();
    expect(await editor.locator('.side').allTextContents()).toEqual([
      expect.stringContaining(`${hostile.title} 2`),
      expect.stringContaining(`${hostile.title} 3`),
    ]);
    expect(await harmIn(editor)).toEqual([]);
  });

  test('nothing of another field is written, not even of one whose line ends are another system’s', async () => {
    await editor.getByLabel('Phone').fill('0611 7654321');
    await editor.getByRole('button', { name: 'Save' }).click();
    await editor.getByText('Saved', { exact: true }).waitFor();
    expect((await at.inDirectory(username, 'description')).join()).toBe(hostile.description);
  });

  test('in the popup', async () => {
    const popup = await at.chromium.openPopup();
    await popup.getByRole('button', { name: 'Edit my profile' }).waitFor();
    expect(await popup.locator('.person').textContent()).toContain(hostile.displayName);
    expect(await harmIn(popup)).toEqual([]);
    await popup.close();
  });

  test('among the people that helpdesk finds, and in the editor there', async () => {
    const { api, company } = at.work;
    const agent = await company.add({ cn: 'Help Desk', displayName: 'Help Desk' });
    await api.configure({ ...(await api.configuration()), roles: { helpdesk: [`user:${agent}`] } });
    await api.followPeople();
    await signIn(at.chromium, agent, company.password);
    await page.goto(`${at.chromium.origin}/people.html`);
    await page.getByRole('combobox').fill(username);
    await page.getByRole('option').first().waitFor();
    expect(await page.getByRole('option').first().textContent()).toContain(hostile.displayName);
    expect(await harmIn(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await harmIn(page)).toEqual([]);
  });
});
