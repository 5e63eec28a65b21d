import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { startEditors } from './open-editor.ts';
import { enterState, states } from './states.ts';

const editors = await startEditors();
afterAll(editors.stop);

/** What axe finds, what sticks out sideways, and a page that scrolls as a whole beside its own body. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .setLegacyMode()
    .analyze();
  const sideways = await page.evaluate(() =>
    [...document.querySelectorAll('html, .body, .field')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ className, tagName }) => `${tagName}.${className} sticks out`),
  );
  const isTwice = await page.evaluate(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return scrollHeight > clientHeight;
  });
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
  );
  return [...found, ...sideways, ...(isTwice ? ['the page has a scroll bar of its own'] : [])];
}

describe.each(Object.entries(states))('P8: the state %s has no accessibility fault', (_, state) => {
  test('in English, light, and dark where it is wide', async () => {
    const page = await editors.open(state.script('en'));
    await enterState(page, state);
    expect(await faults(page)).toEqual([]);
    await page.setViewportSize({ width: 720, height: 800 });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults(page)).toEqual([]);
  });

  test('in German, dark, at 320 px, and right to left', async () => {
    const page = await editors.open(state.script('de'), { width: 320, dark: true, rtl: true });
    await enterState(page, state);
    expect(await faults(page)).toEqual([]);
  });
});

test('P8: text at 200 % keeps everything in reach', async () => {
  const { outcomes } = states;
  const page = await editors.open(outcomes.script('de'), { width: 640 });
  await enterState(page, outcomes);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await faults(page)).toEqual([]);
});

test('P8: a button that has nothing to do looks so under the pointer, too', async () => {
  const page = await editors.open(states.untouched.script('en'));
  await enterState(page, states.untouched);
  const save = page.getByRole('button', { name: 'Save' });
  const background = () => save.evaluate((button) => getComputedStyle(button).backgroundColor);
  const before = await background();
  await save.hover({ force: true });
  expect(await save.evaluate((button) => button.matches(':hover'))).toBe(true);
  expect(await background()).toBe(before);
});
