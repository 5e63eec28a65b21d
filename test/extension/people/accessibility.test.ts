import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FoundPerson } from '#shared/contract/people.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { buildPage, extensionPolicy } from '../build-page.ts';
import { aField, aProfile } from '../editor/profiles.ts';

const origin = 'https://people.test';
const nobody = { server: 'https://nameplate.example.com', serverIsFixed: true, user: undefined };
const agent = { id: 'desk', username: 'desk', displayName: 'Help Desk', directory: 'hq', role: 'helpdesk' };
const aPerson = (n: number): FoundPerson => ({
  id: `p${n}`,
  username: `user${n}`,
  displayName: ['Jürgen Groß', 'Anna-Katharina von Donaudampfschifffahrtsgesellschaft', 'محمد بن علي'][n % 3] ?? '',
  directory: 'hq',
  directoryName: 'Headquarters',
  title: 'Head of Office',
  match: { label: 'Phone', value: '+49 611 1234567' },
});
const found = { people: Array.from({ length: 20 }, (_, n) => aPerson(n)), next: 'b.0.20' };
const profile = aProfile([
  aField({ key: 'title', label: 'Title', value: 'Clerk' }),
  aField({ key: 'name', label: 'Name', value: 'Jürgen Groß', editable: false, reason: 'directoryOwned' }),
]);

interface State {
  readonly user?: typeof agent | undefined;
  readonly words?: string;
  readonly answer?: unknown;
  enter?(page: Page): Promise<unknown>;
}
const heading = (page: Page) => page.locator('.editor h1').waitFor();
async function openFirst(page: Page): Promise<void> {
  await page.getByRole('option').first().click();
  await heading(page);
}
const states: Readonly<Record<string, State>> = {
  'nobody is signed in': { user: undefined },
  'an employee is signed in': { user: { ...agent, role: 'employee' } },
  'nothing is searched': { user: agent },
  'many are found': {
    user: agent,
    words: 'an',
    answer: { ok: true, value: found },
    async enter(page) {
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
    },
  },
  'nobody is found': {
    user: agent,
    words: 'xyz',
    answer: { ok: true, value: { people: [] } },
    enter: (page) => page.locator('.nobody').waitFor(),
  },
  'the search failed': {
    user: agent,
    words: 'an',
    answer: { ok: false, problem: { type: '', title: '', status: 500, kind: 'internal', detail: 'x' } },
    enter: (page) => page.locator('.trouble').waitFor(),
  },
  'a person is open': { user: agent, words: 'an', answer: { ok: true, value: found }, enter: openFirst },
  'the reason is missing': {
    user: agent,
    words: 'an',
    answer: { ok: true, value: found },
    async enter(page) {
      await openFirst(page);
      await page.locator('.editor input').first().fill('Chef');
      await page.keyboard.press('Control+s');
      await page.locator('#reason[aria-invalid=true]').waitFor();
    },
  },
};

let stop: () => Promise<void>;
let page: Page;
let answers: Record<string, () => unknown>;
beforeAll(async () => {
  const [files, browser] = await Promise.all([
    buildPage('people', join(import.meta.dirname, 'harness/page.tsx')),
    chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] }),
  ]);
  stop = () => browser.close();
  page = await (await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB' })).newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.exposeFunction('callBackground', (name: string) => answers[name]?.());
  await page.route('**', (route) => {
    const file = files.get(new URL(route.request().url()).pathname);
    if (!file) return route.fulfill({ status: 404 });
    return route.fulfill({ ...file, headers: { 'content-security-policy': extensionPolicy } });
  });
});
afterAll(() => stop?.());

async function open(
  { user, words = '', answer, enter }: State,
  language: Language,
  width: number,
  dark: boolean,
  rtl: boolean,
) {
  answers = {
    getStatus: () => ({ ...nobody, user, language }),
    searchPeople: () => answer,
    loadPerson: () => ({ ok: true, value: profile }),
  };
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  await page.goto('about:blank');
  await page.goto(`${origin}/#${encodeURIComponent(words)}`);
  await page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), rtl ? 'rtl' : 'ltr');
  await page.locator('h1').waitFor();
  await enter?.(page);
}

/** What axe finds, and what sticks out sideways. */
async function faults(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .setLegacyMode()
    .analyze();
  const sideways = await page.evaluate(() =>
    [...document.querySelectorAll('html, .finder, .results, .place, .body, .reason')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ className, tagName }) => `${tagName}.${className} sticks out`),
  );
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
    ),
    ...sideways,
  ];
}

describe.each(Object.entries(states))(
  'P8: the page on which people are found has no accessibility fault when %s',
  (_, state) => {
    test('in English, wide and light', async () => {
      await open(state, 'en', 1100, false, false);
      expect(await faults()).toEqual([]);
    });

    test('in German, dark, at 320 px, and right to left', async () => {
      await open(state, 'de', 320, true, true);
      expect(await faults()).toEqual([]);
    });
  },
);
