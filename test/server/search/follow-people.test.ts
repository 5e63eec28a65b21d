import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFollower } from '#server/search/follow-people.ts';
import { createPeopleSearch } from '#server/search/people-search.ts';
import type { PeopleIndex } from '#server/store/people-index.ts';
import { createSQLitePeopleIndex } from '#server/store/sqlite/sqlite-store.ts';
import type { Person } from '#server/store/store.ts';
import { configuration as schema } from '#shared/contract/configuration.ts';

let folder: string;
let index: PeopleIndex;
let known: Person[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nameplate-follow-'));
  index = await createSQLitePeopleIndex(join(folder, 'people-index.sqlite'));
  known = [];
});
afterEach(async () => {
  await index.close();
  await rm(folder, { recursive: true, force: true });
});

const aPerson = (id: string, changeNumber: number, hiddenAt: Date | null = null): Person => ({
  id,
  directory: 'hq',
  entryId: id,
  username: id,
  displayName: `Jane ${id}`,
  attributes: {},
  syncedAttributes: {},
  localValues: {},
  localRevision: 0,
  hiddenAt,
  changeNumber,
});
const configuration = async () => schema.parse({});
const people = {
  changedAfter: async (after: number, most: number) =>
    known
      .filter(({ changeNumber }) => changeNumber > after)
      .toSorted((one, other) => one.changeNumber - other.changeNumber)
      .slice(0, most),
  byId: async (id: string) => known.find((person) => person.id === id),
};

async function follow(): Promise<void> {
  const once = createFollower({ people, index, configuration });
  while (await once());
}
async function found(): Promise<string[]> {
  const { find } = createPeopleSearch({ people, index, configuration });
  const answer = await find({ personId: 'desk', role: 'helpdesk' }, { q: 'jane', limit: 50 }, 'en');
  return answer.people.map(({ id }) => id);
}

test('S6 whoever is hidden is not found, at once, and is found again when they are back', async () => {
  known = [aPerson('one', 1), aPerson('two', 2)];
  await follow();
  expect(await found()).toEqual(['one', 'two']);
  known = [aPerson('one', 3, new Date()), aPerson('two', 2)];
  expect(await found()).toEqual(['two']);
  await follow();
  expect(await found()).toEqual(['two']);
  known = [aPerson('one', 4), aPerson('two', 2)];
  await follow();
  expect(await found()).toEqual(['one', 'two']);
});

test('more people than fit into one step are all indexed', async () => {
  known = Array.from({ length: 1203 }, (_, n) => aPerson(`p${n}`, n + 1));
  await follow();
  expect(await index.state()).toMatchObject({ change: 1203, isComplete: true });
  const hits = await index.find({ wanted: [[['jane']]], match: 'whole', audiences: [], after: 0, most: 5000 });
  expect(hits).toHaveLength(1203);
});

test('when a backup was put back, those who came after it are forgotten', async () => {
  known = [aPerson('one', 1), aPerson('two', 2), aPerson('three', 3)];
  await follow();
  known = [aPerson('one', 1), aPerson('two', 2)];
  await follow();
  expect(await index.state()).toMatchObject({ change: 2, isComplete: true });
  expect(await index.find({ wanted: [[['three']]], match: 'whole', audiences: [], after: 0, most: 10 })).toEqual([]);
});
