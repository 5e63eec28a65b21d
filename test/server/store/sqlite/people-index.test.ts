import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IndexedPerson, IndexQuery, PeopleIndex } from '#server/store/people-index.ts';
import { createSQLitePeopleIndex } from '#server/store/sqlite/sqlite-store.ts';

let folder: string;
let file: string;
let index: PeopleIndex;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nameplate-index-'));
  file = join(folder, 'people-index.sqlite');
  index = await createSQLitePeopleIndex(file);
});
afterEach(async () => {
  await index.close();
  await rm(folder, { recursive: true, force: true });
});

const state = { plan: 'plan', change: 1, isComplete: true };
const indexed = (personId: string, words: Partial<IndexedPerson['words']>, name = personId): IndexedPerson => ({
  personId,
  sortName: name,
  nameWords: [name],
  words: { everyone: [], helpdesk: [], admin: [], ...words },
});
const find = async (wanted: IndexQuery['wanted'], query: Partial<IndexQuery> = {}) =>
  (await index.find({ wanted, match: 'begun', audiences: ['everyone'], after: 0, most: 10, ...query })).map(
    ({ personId }) => personId,
  );

test('what was kept is found after a restart, and the state with it', async () => {
  await index.keep([indexed('jane', { everyone: ['baker'] })], [], state);
  await index.close();
  index = await createSQLitePeopleIndex(file);
  expect(await index.state()).toEqual(state);
  expect(await find([[['bak']]])).toEqual(['jane']);
});

test('a person who is kept again is found by the new words alone, one who is forgotten by none', async () => {
  await index.keep([indexed('jane', { everyone: ['baker'] }), indexed('john', { everyone: ['baker'] })], [], state);
  await index.keep([indexed('jane', { everyone: ['chef'] })], ['john', 'nobody'], state);
  expect(await find([[['bak']]])).toEqual([]);
  expect(await find([[['che']]])).toEqual(['jane']);
});

test('P2 words of an audience are found where it is searched alone, and never make another word found', async () => {
  await index.keep([indexed('jane', { everyone: ['baker'], helpdesk: ['secret'], admin: ['hidden'] })], [], state);
  expect(await find([[['sec']]])).toEqual([]);
  expect(await find([[['bak']], [['sec']]])).toEqual([]);
  expect(await find([[['sec']]], { audiences: ['everyone', 'helpdesk'] })).toEqual(['jane']);
  expect(await find([[['hid']]], { audiences: ['everyone', 'helpdesk'] })).toEqual([]);
  expect(await find([[['jan']]], { audiences: [] })).toEqual(['jane']);
  expect(await find([[['bak']]], { audiences: [] })).toEqual([]);
});

test('all is wanted, each in one of its spellings; whole words and beginnings are apart', async () => {
  await index.keep(
    [indexed('a', { everyone: ['mueller', 'muller', 'anna'] }), indexed('b', { everyone: ['mull', 'anna'] })],
    [],
    state,
  );
  const wanted = [[['anna']], [['mull'], ['muell']]];
  expect(await find(wanted, { match: 'whole' })).toEqual(['b']);
  expect(await find(wanted, { match: 'begun' })).toEqual(['a']);
  expect(await find([[['anna', 'mueller'], ['x']]])).toEqual([]);
  expect(await find([[['ann', 'muel'], ['x']]])).toEqual(['a']);
});

test('X2 no word is syntax', async () => {
  await index.keep([indexed('jane', { everyone: ['baker'] })], [], state);
  for (const word of ['NEAR', 'OR', 'NOT', 'AND', 'rowid', 'helpdesk']) {
    expect(await find([[[word]]])).toEqual([]);
  }
});

test('a long answer comes in parts', async () => {
  const people = Array.from({ length: 25 }, (_, n) => indexed(`p${n}`, { everyone: ['baker'] }));
  await index.keep(people, [], state);
  const hits = await index.find({ wanted: [[['bake']]], match: 'begun', audiences: ['everyone'], after: 0, most: 20 });
  expect(hits).toHaveLength(20);
  expect(await find([[['bake']]], { after: hits.at(-1)?.position ?? 0 })).toHaveLength(5);
});

test('a damaged file is thrown away: the index can be made again', async () => {
  await index.keep([indexed('jane', {})], [], state);
  await index.close();
  await writeFile(file, 'this is no database, and it is long enough to show it'.repeat(100));
  index = await createSQLitePeopleIndex(file);
  expect(await index.state()).toEqual({ plan: '', change: 0, isComplete: false });
  expect(await find([[['jane']]])).toEqual([]);
});

test('X6 the file is for the own account alone', async () => {
  for (const each of [file, `${file}-wal`]) expect((await stat(each)).mode & 0o777).toBe(0o600);
});
