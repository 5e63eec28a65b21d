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
    expect(await faultsAfter(statement)).toContainEqual({ id: expect.any(Number), fault: 'edited' });
  });

  test.each([
    [1, 'removed'],
    [3, 'removed'],
    [5, 'endIsMissing'],
  ])('a row that was removed (%i)', async (id, fault) => {
    expect(await faultsAfter(`delete from history where id = ${id}`)).toEqual([{ id, fault }]);
  });

  test('all rows, and a row that was emptied', async () => {
    const emptied = 'update history set nonce = null, person_id = null, field = null, source = null where id = 2';
    expect(await faultsAfter(emptied)).toEqual([{ id: 2, fault: 'erasedByHand' }]);
    expect(await faultsAfter('delete from history')).toEqual([{ id: 5, fault: 'endIsMissing' }]);
  });

  test('a beginning that was removed after retention had removed another', async () => {
    await store.history.trim(after(3), after(9));
    expect((await verifyHistory(store.history)).faults).toEqual([]);
    expect(await faultsAfter('delete from history where id = 3')).toEqual([{ id: 3, fault: 'removed' }]);
  });
});
