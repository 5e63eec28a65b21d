import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { aServer } from './a-server.ts';
import { startOptions } from './open-options.ts';
import { enterState, states } from './states.ts';

const options = await startOptions();
afterAll(options.stop);

/** What axe finds, and what sticks out sideways. */
async function faults(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(tags)).analyze();
  const sideways = await page.evaluate(() =>
    [...document.querySelectorAll('html, .content, .card, .row, .field')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ className, tagName }) => `${tagName}.${className} sticks out`),
  );
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
  );
  return [...found, ...sideways];
}

/** What may be another in the dark, or where there is little room. */
const ofLooks = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'label-content-name-mismatch'];

describe.each(Object.entries(states))('P8: the state %s has no accessibility fault', (_, state) => {
  test('in English, light', async () => {
    const page = await options.open(state.hash, state.script);
    await enterState(page, state);
    expect(await faults(page)).toEqual([]);
  });

  test('in German, dark, at 320 px, right to left', async () => {
    const script = { ...state.script, status: { ...state.script.status, language: 'de' as const } };
    const page = await options.open(state.hash, script, { width: 320, dark: true, rtl: true });
    await enterState(page, state);
    expect(await faults(page, ofLooks)).toEqual([]);
  });
});

test('P8: text at 200 % keeps everything in reach', async () => {
  const page = await options.open('#/fields/office', { answers: aServer }, { width: 640 });
  await page.locator('.save-bar').waitFor();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await faults(page, ofLooks)).toEqual([]);
});
