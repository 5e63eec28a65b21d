import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
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

describe.each(Object.entries(states))('P8: the state %s has no accessibility fault', (_, state) => {
  test('in English, light and dark', async () => {
    const page = await options.open(state.hash, state.script);
    await enterState(page, state);
    expect(await faults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    // Nothing but the colours is another.
    expect(await faults(page, ['color-contrast'])).toEqual([]);
  });

  test('in German, at 320 px, right to left', async () => {
    const script = { ...state.script, status: { ...state.script.status, language: 'de' as const } };
    const page = await options.open(state.hash, script, { width: 320, dark: true, rtl: true });
    await enterState(page, state);
    expect(await faults(page)).toEqual([]);
  });
});
