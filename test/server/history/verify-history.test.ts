import SQLite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyHistory } from '#server/history/verify-history.ts';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import type { Store } from '#server/store/store.ts';
import { aChange, after } from '#test/conformance/store/an-edit.ts';
import { storeAdapters } from '#test/conformance/store/store-adapters.ts';

describe('W8 what somebody did to the history by hand is found', () => {
  let file: string;
  let store: Store;
  beforeEach(async () => {
    file = (await storeAdapters.sqlite?.newLocation()) ?? '';
    store = await createSQLiteStore(file);
    await store.history.append([1, 2, 3, 4, 5].map((at) => aChange({ to: `Chef ${at}`, at: after(at) })));
  });
  afterEach(async () => {
    await store.close();
    await storeAdapters.sqlite?.remove(file);
  });

  async function faultsAfter(statement: string) {
    const client = new SQLite(file);
    client.exec(statement);
    client.close();
    return (await verifyHistory(store.history)).faults;
  }

  test.each([
    ['a value', `update history set "to" = '"Boss"' where id = 3`],
    ['an actor', `update history set actor_id = 'max' where id = 3`],
    ['a time', 'update history set at = at - 1000 where id = 3'],
    ['the digest, too', `update history set reason = 'x', digest = 'x' where id = 3`],
    ['a link', `update history set link = 'x' where id = 3`],
  ])('%s that was edited', async (_, statement) => {
    expect(await faultsAfter(statement)).toEqual([{ first: 3, last: 3, fault: 'edited' }]);
  });

  test('two rows whose contents were swapped', async () => {
    const swap = `update history set "to" = case id when 2 then '"Chef 3"' else '"Chef 2"' end where id in (2, 3)`;
    expect(await faultsAfter(swap)).toEqual([{ first: 2, last: 3, fault: 'edited' }]);
  });

  test.each([
    [1, 1],
    [3, 3],
    [2, 4],
    [4, 5],
  ])('rows that were removed (%i to %i)', async (first, last) => {
    const statement = `delete from history where id between ${first} and ${last}`;
    expect(await faultsAfter(statement)).toEqual([{ first, last, fault: 'removed' }]);
  });

  test('each fault at its place, one not hiding the other, then all rows', async () => {
    const emptied = 'update history set nonce = null, person_id = null, field = null, source = null where id = 2';
    const edited = `update history set actor_id = 'max' where id = 5`;
    expect(await faultsAfter(`${emptied}; ${edited}; delete from history where id = 3`)).toEqual([
      { first: 2, last: 2, fault: 'emptied' },
      { first: 3, last: 3, fault: 'removed' },
      { first: 5, last: 5, fault: 'edited' },
    ]);
    expect(await faultsAfter('delete from history')).toEqual([{ first: 1, last: 5, fault: 'removed' }]);
  });

  test('a mark that was taken away no longer explains what was erased', async () => {
    await store.history.erase(aChange().personId, after(9));
    expect(await faultsAfter('select 1')).toEqual([]);
    expect(await faultsAfter('delete from history where mark is not null')).toEqual([
      { first: 1, last: 5, fault: 'emptied' },
      { first: 6, last: 6, fault: 'removed' },
    ]);
  });

  test('a beginning that was removed after retention had removed another', async () => {
    await store.history.trim(after(3), after(9));
    expect((await verifyHistory(store.history)).faults).toEqual([]);
    expect(await faultsAfter('delete from history where id = 3')).toEqual([{ first: 1, last: 3, fault: 'removed' }]);
  });
});
