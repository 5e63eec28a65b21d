import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from '#server/store/store.ts';
import { aRecord } from './a-record.ts';
import { aChange } from './an-edit.ts';
import type { Bench } from './store.test.ts';

export function provePeople(bench: () => Bench): void {
  describe('people', () => {
    test('an entry that is kept makes the person known, by an id of its own and by the entry', async () => {
      const { people } = bench().store;
      const record = aRecord();
      const person = await people.keepEntry(record, false);
      expect(person).toEqual({
        ...record,
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
        syncedAttributes: {},
        localValues: {},
        localRevision: 0,
        hiddenAt: null,
        changeNumber: expect.any(Number),
      });
      expect(await people.byId(person.id)).toEqual(person);
      expect(await people.byEntry('hq', record.entryId)).toEqual(person);
    });

    test('nobody is found by an unknown id, by an entry of another directory, or by another spelling of the id', async () => {
      const { people } = bench().store;
      await people.keepEntry(aRecord({ entryId: 'abc' }), false);
      expect(await people.byId('abc')).toBeUndefined();
      expect(await people.byEntry('branch', 'abc')).toBeUndefined();
      expect(await people.byEntry('hq', 'ABC')).toBeUndefined();
    });

    test('the entry is identity: a new username stays the same person, the same username elsewhere is another', async () => {
      const { people } = bench().store;
      const record = aRecord();
      const before = await people.keepEntry(record, false);
      const renamed = await people.keepEntry({ ...record, username: 'jane.roe' }, false);
      expect(renamed).toEqual({ ...before, username: 'jane.roe', changeNumber: before.changeNumber + 1 });
      const namesake = await people.keepEntry({ ...record, directory: 'branch' }, false);
      expect(namesake.id).not.toBe(before.id);
    });

    test('S9: what was read but not accepted shows in attributes alone, until it is accepted', async () => {
      const { people } = bench().store;
      const record = aRecord();
      await people.keepEntry(record, true);
      const read = { ...record, attributes: { telephoneNumber: ['+49 1'] } };
      const seen = await people.keepEntry(read, false);
      expect(seen.attributes).toEqual(read.attributes);
      expect(seen.syncedAttributes).toEqual(record.attributes);
      const readAgain = { ...read, attributes: { telephoneNumber: ['+49 2'] } };
      expect((await people.keepEntry(readAgain, false)).syncedAttributes).toEqual(record.attributes);
      expect((await people.keepEntry(record, false)).syncedAttributes).toEqual({});
      await people.keepEntry(read, false);
      const accepted = await people.keepEntry(read, true);
      expect(accepted).toMatchObject({ attributes: read.attributes, syncedAttributes: {} });
      expect(await people.byId(seen.id)).toEqual(accepted);
    });

    test('W8 what others changed goes into the history with what was read; a read that others overtook is not kept', async () => {
      const { people, history } = bench().store;
      const record = aRecord({ attributes: { title: ['Baker'] } });
      const justRead = await people.keepEntry(record, true);
      const observe = ({ id, attributes: { title } }: Person) => [
        aChange({ personId: id, from: title, to: null, actorId: null, source: 'directory' }),
      ];
      const reading = { justRead, observe };
      await people.keepEntry(record, false, reading);
      expect(await history.list({ limit: 9 })).toEqual([]);
      const older = { ...record, attributes: { title: ['Chef'] } };
      const newer = await people.keepEntry({ ...record, attributes: { title: ['Boss'] } }, false, reading);
      expect(await people.keepEntry(older, false, reading)).toEqual(newer);
      expect(await history.list({ limit: 9 })).toMatchObject([{ personId: justRead.id, from: ['Baker'] }]);
      await people.changeLocalValues(justRead.id, 0, { nickname: 'Jane' });
      const kept = await people.keepEntry(older, false, { justRead: newer, observe });
      expect(kept).toMatchObject({ attributes: { title: ['Chef'] }, localValues: { nickname: 'Jane' } });
      expect(await history.list({ limit: 9 })).toMatchObject([{ from: ['Boss'] }, { from: ['Baker'] }]);
    });

    test('F12 an entry that completes a person is kept beside their own, which counts as unread by it; a read that others overtook is not kept', async () => {
      const { people, history, sweeps } = bench().store;
      const record = aRecord({ attributes: { title: ['Baker'], 'hr:phone': ['1'] } });
      const jane = await people.keepEntry(record, true);
      await people.keepEntry({ ...record, username: 'jane.roe', displayName: 'Jane Roe' }, true);
      const observe = ({ id: personId }: Person) => [aChange({ personId, actorId: null, source: 'directory' })];
      const reading = { justRead: jane, observe };
      const kept = await people.keepJoined({ personId: jane.id, attributes: { 'hr:phone': ['2'] } }, false, reading);
      expect(kept).toMatchObject({
        username: 'jane.roe',
        displayName: 'Jane Roe',
        attributes: { title: ['Baker'], 'hr:phone': ['2'] },
        syncedAttributes: { 'hr:phone': ['1'] },
        changeNumber: jane.changeNumber + 2,
      });
      expect(await people.byId(jane.id)).toEqual(kept);
      expect(await history.list({ limit: 9 })).toHaveLength(1);
      const unseen = await sweeps.unseen('hq', () => false, jane.changeNumber + 1);
      expect(unseen.map(({ username }) => username)).toEqual(['jane.roe']);
      expect(await people.keepJoined({ personId: jane.id, attributes: { 'hr:phone': ['3'] } }, false, reading)).toEqual(
        kept,
      );
      expect(await people.keepJoined({ personId: 'nobody', attributes: {} }, false)).toBeUndefined();
    });

    test('attributes that were not read stay as they are; an empty list says that there is no value', async () => {
      const { people } = bench().store;
      const record = aRecord({ attributes: { title: ['Engineer'], mobile: ['+49 2'] } });
      await people.keepEntry(record, true);
      const person = await people.keepEntry({ ...record, attributes: { mobile: [] } }, true);
      expect(person.attributes).toEqual({ title: ['Engineer'], mobile: [] });
    });

    test('an attribute that no sync has read yet counts as synced when it is first read', async () => {
      const { people } = bench().store;
      const record = aRecord({ attributes: { title: ['Engineer'] } });
      await people.keepEntry(record, true);
      const person = await people.keepEntry({ ...record, attributes: { mobile: ['+49 2'] } }, false);
      expect(person.syncedAttributes).toEqual({});
    });

    test('who changed last is told last, by whatever change, and who did not change is not told', async () => {
      const { people, localAccounts } = bench().store;
      const [jane, john] = [aRecord({ username: 'jane' }), aRecord({ username: 'john' })];
      const { id, changeNumber } = await people.keepEntry(jane, true);
      await people.keepEntry(john, true);
      await localAccounts.add({ username: 'root', displayName: 'Root', passwordHash: 'hash', role: 'admin' });
      const names = async (after: number, limit = 10) =>
        (await people.changedAfter(after, limit)).map(({ username }) => username);
      expect(await names(0)).toEqual(['jane', 'john', 'root']);
      await people.changeLocalValues(id, 0, { nickname: 'Janey' });
      await people.keepEntry(john, true);
      expect(await names(changeNumber)).toEqual(['john', 'root', 'jane']);
      expect(await names(changeNumber, 2)).toEqual(['john', 'root']);
      await people.keepEntry({ ...john, displayName: 'John' }, true);
      const [last] = (await people.changedAfter(0, 10)).slice(-1);
      expect(last?.username).toBe('john');
      expect(await names(last?.changeNumber ?? 0)).toEqual([]);
    });

    test('reading an entry again leaves the local values alone', async () => {
      const { people } = bench().store;
      const record = aRecord();
      const { id } = await people.keepEntry(record, true);
      await people.changeLocalValues(id, 0, { nickname: 'Janey' });
      const person = await people.keepEntry({ ...record, displayName: 'Jane Roe' }, true);
      expect(person).toMatchObject({ displayName: 'Jane Roe', localValues: { nickname: 'Janey' }, localRevision: 1 });
    });

    test('values come back as they were kept, whatever characters they have', async () => {
      const { people } = bench().store;
      const text = fc.string({ unit: 'binary' });
      const value = fc.oneof(text, fc.record({ base64: fc.base64String() }));
      const attributes = fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/), fc.array(value));
      const local = fc.dictionary(text, fc.jsonValue(), { noNullPrototype: true });
      await fc.assert(
        fc.asyncProperty(text, attributes, local, async (username, read, values) => {
          const { id } = await people.keepEntry(aRecord({ username, attributes: read }), true);
          expect(await people.changeLocalValues(id, 0, values)).toBe(true);
          const person = await people.byId(id);
          expect(person?.username).toBe(username);
          expect(person?.attributes).toEqual(read);
          expect(person?.localValues).toEqual(JSON.parse(JSON.stringify(values)));
        }),
        { numRuns: 50 },
      );
    });

    test('local values change only from the revision that was seen', async () => {
      const { people } = bench().store;
      const { id } = await people.keepEntry(aRecord(), true);
      expect(await people.changeLocalValues(id, 0, { nickname: 'one' })).toBe(true);
      expect(await people.changeLocalValues(id, 0, { nickname: 'two' })).toBe(false);
      expect(await people.changeLocalValues('nobody', 0, {})).toBe(false);
      expect(await people.byId(id)).toMatchObject({ localValues: { nickname: 'one' }, localRevision: 1 });
    });

    test('of 20 who change local values at once, over two connections and two processes, just one succeeds', async () => {
      const { store, openAgain, openInProcess } = bench();
      const { id } = await store.people.keepEntry(aRecord(), true);
      const doors = [store, await openAgain(), await openInProcess(), await openInProcess()];
      const won = await Promise.all(
        Array.from({ length: 20 }, (_, n) => doors[n % 4]?.people.changeLocalValues(id, 0, { by: n })),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await store.people.byId(id)).toMatchObject({ localValues: { by: won.indexOf(true) }, localRevision: 1 });
    });

    test('an entry that several processes meet at once becomes one person', async () => {
      const { store, openInProcess } = bench();
      const doors = [store, await openInProcess(), await openInProcess()];
      const record = aRecord();
      const known = await Promise.all(
        Array.from({ length: 20 }, (_, n) => doors[n % 3]?.people.keepEntry(record, true)),
      );
      expect(new Set(known.map((person) => person?.id)).size).toBe(1);
    });
  });
}
