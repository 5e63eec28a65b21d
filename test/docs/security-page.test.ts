import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/security.md'), 'utf8');

/** Rows of the tables that say where an answer is and what shows it. */
const rows = [...page.matchAll(/^\| (.+?) \| .+ \| (.+?) \| (.+?) \|$/gmu)]
  .map(([, name = '', where = '', shown = '']) => ({ name, where, shown }))
  .filter(({ name }) => !['threat', 'item'].includes(name));

/** Files between backticks, each with the titles in italics that follow it. */
const referencesIn = (text: string) =>
  [...text.matchAll(/`([^`]+)`((?: \*[^*]+\*)*)/gu)].map(([, file = '', titles = '']) => ({
    file,
    titles: [...titles.matchAll(/\*([^*]+)\*/gu)].map(([, title = '']) => title),
  }));

test('the page names threats and items, each once', () => {
  expect(rows.length).toBeGreaterThan(40);
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
});

test.each(rows.map((row) => [row.name, row] as const))('%s has its place in the code', (_, { where }) => {
  const places = referencesIn(where);
  expect(places.length).toBeGreaterThan(0);
  expect(places.filter(({ file }) => !existsSync(join(root, file)))).toEqual([]);
});

test.each(rows.map((row) => [row.name, row] as const))('%s is shown by a test of this title', (_, { shown }) => {
  const tests = referencesIn(shown);
  expect(tests.length).toBeGreaterThan(0);
  for (const { file, titles } of tests) {
    expect([file, titles.length > 0]).toEqual([file, true]);
    const text = readFileSync(join(root, file), 'utf8');
    expect(titles.filter((title) => !text.includes(title))).toEqual([]);
  }
});
