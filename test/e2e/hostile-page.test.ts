import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAttempts, pages } from './hostile-site/attempts.ts';
import { startPersonInChromium } from './hostile-site/in-chromium.ts';
import { startPersonInFirefox } from './hostile-site/in-firefox.ts';
import type { Person } from './hostile-site/person.ts';
import { type HostileSite, startHostileSite } from './hostile-site/start-hostile-site.ts';
import { startWorkplace, type Workplace } from './workplace.ts';

const page = readFileSync(new URL('../../docs/hostile-page.md', import.meta.url), 'utf8');
/** What the page says that each attempt gains: in Chromium, in Firefox. */
const table = new Map(
  [...page.matchAll(/^\| (?!Attempt|---)(.+?) \| (.+?) \| (.+?) \|$/gm)].map(([, name, ...cells]) => [name, cells]),
);

let work: Workplace;
let site: HostileSite;

beforeAll(async () => {
  [work, site] = await Promise.all([startWorkplace(), startHostileSite(pages)]);
});
afterAll(async () => {
  await work?.stop();
  await site?.stop();
});

test('the table of docs/hostile-page.md has a row for each attempt, and no other', () => {
  expect([...table.keys()]).toEqual(createAttempts().map(({ name }) => name));
});

describe.each([
  ['Chromium', startPersonInChromium],
  ['Firefox', startPersonInFirefox],
] as const)('X3 what a hostile page gains in a real %s', (browser, start) => {
  let person: Person & AsyncDisposable;
  beforeAll(async () => {
    person = await start(work, site.url);
  });
  afterAll(() => person?.[Symbol.asyncDispose]());

  test.each(createAttempts().map((attempt) => [attempt.name, attempt] as const))('%s', async (name, attempt) => {
    expect(await attempt.run(person)).toBe(table.get(name)?.[browser === 'Chromium' ? 0 : 1]);
  });
});
