import { describe, expect, test } from 'vitest';
import { aRecord } from './a-record.ts';
import { aChange, after, aLease, anEdit, aSave, noon } from './an-edit.ts';
import type { Bench } from './store.test.ts';

export function proveOutbox(bench: () => Bench): void {
  describe('outbox', () => {
    test('W6 a save is journalled with all that its delivery needs, and leased to whoever began it', async () => {
      const { store } = bench();
      const save = aSave();
      const begun = await store.outbox.begin(save);
      expect(begun?.isLeased).toBe(true);
      const [edit] = await store.outbox.ofPerson('jane');
      expect(edit).toEqual({
        ...anEdit(),
        ...save.origin,
        ...save.entry,
        id: expect.any(Number),
        save: save.save,
        personId: 'jane',
        madeAt: noon,
        state: 'sending',
        attempts: 0,
        nextAttemptAt: noon,
        fault: null,
      });
      expect(begun?.edits).toEqual([edit]);
    });

    test('W6 an intent that was journalled survives kill -9, and is taken over when its lease is over', async () => {
      const { store, openInProcess } = bench();
      const other = await openInProcess();
      const begun = await other.outbox.begin(aSave());
      await other.kill();
      expect(await store.outbox.due(after(59), 10)).toEqual([]);
      expect(await store.outbox.claim('hq', 'e1', aLease(after(200)), after(59))).toBeUndefined();
      expect(await store.outbox.due(after(61), 10)).toEqual([{ directory: 'hq', entryId: 'e1' }]);
      expect(await store.outbox.claim('hq', 'e1', aLease(after(200)), after(61))).toEqual(begun?.edits);
      expect(await store.outbox.claim('hq', 'e1', aLease(after(200)), after(61))).toBeUndefined();
    });

    test('W6 of two processes that claim the same entry at once, one gets it', async () => {
      const { store, openInProcess } = bench();
      await store.outbox.begin(aSave({ lease: aLease(noon) }));
      const others = await Promise.all([openInProcess(), openInProcess()]);
      const claims = await Promise.all(
        others.map(({ outbox }) => outbox.claim('hq', 'e1', aLease(after(200)), after(1))),
      );
      expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
    });

    test('W6 saves of one entry are claimed in their order, each whole; other entries do not wait', async () => {
      const { store } = bench();
      const first = aSave({ lease: aLease(noon), edits: [anEdit(), anEdit({ field: 'phone' })] });
      const second = aSave({ edits: [anEdit({ field: 'city' })] });
      await store.outbox.begin(first);
      expect((await store.outbox.begin(second))?.isLeased).toBe(false);
      const elsewhere = { directory: 'hq', entryId: 'e2' };
      expect((await store.outbox.begin(aSave({ entry: elsewhere, personId: 'max' })))?.isLeased).toBe(true);
      const lease = aLease();
      const claim = (await store.outbox.claim('hq', 'e1', lease, after(1))) ?? [];
      expect(claim.map(({ save, field, state }) => [save, field, state])).toEqual([
        [first.save, 'title', 'sending'],
        [first.save, 'phone', 'sending'],
      ]);
      const done = claim.map(({ id }) => ({ id, state: 'done' as const }));
      expect(await store.outbox.settle({ lease, edits: done, changes: [] })).toBe(true);
      const next = await store.outbox.claim('hq', 'e1', aLease(), after(1));
      expect(next?.map(({ save, state }) => [save, state])).toEqual([[second.save, 'waiting']]);
    });

    test('W6 settling ends the lease, keeps the entry and appends the history in one go', async () => {
      const { store } = bench();
      const { entryId, ...record } = aRecord();
      const person = await store.people.keepEntry({ ...record, entryId }, true);
      const save = aSave({ personId: person.id, entry: { directory: 'hq', entryId } });
      const [edit] = (await store.outbox.begin(save))?.edits ?? [];
      const isKept = await store.outbox.settle({
        lease: save.lease,
        edits: [{ id: edit?.id ?? 0, state: 'done' }],
        changes: [aChange({ personId: person.id })],
        kept: { record: { ...record, entryId, attributes: { title: ['Chef'] } }, accepted: true },
      });
      expect(isKept).toBe(true);
      expect(await store.outbox.ofPerson(person.id)).toEqual([]);
      expect((await store.people.byId(person.id))?.attributes.title).toEqual(['Chef']);
      expect(await store.history.list({ personId: person.id, limit: 10 })).toHaveLength(1);
    });

    test('W6 whoever lost its lease settles nothing', async () => {
      const { store } = bench();
      const slow = aSave({ lease: aLease(noon) });
      const [edit] = (await store.outbox.begin(slow))?.edits ?? [];
      await store.outbox.claim('hq', 'e1', aLease(), after(1));
      const edits = [{ id: edit?.id ?? 0, state: 'done' as const }];
      expect(await store.outbox.settle({ lease: slow.lease, edits, changes: [aChange()] })).toBe(false);
      expect(await store.outbox.ofPerson('jane')).toHaveLength(1);
      expect(await store.history.list({ limit: 10 })).toEqual([]);
    });

    test('W6 what waits comes back at its time, or when its directory is hastened; a conflict does not come back', async () => {
      const { store } = bench();
      const save = aSave({ edits: [anEdit(), anEdit({ field: 'phone' })] });
      const [title, phone] = (await store.outbox.begin(save))?.edits ?? [];
      const fault = { detail: 'It is busy.', rule: 'busy' };
      await store.outbox.settle({
        lease: save.lease,
        edits: [
          { id: title?.id ?? 0, state: 'waiting', nextAttemptAt: after(30), fault },
          { id: phone?.id ?? 0, state: 'conflict' },
        ],
        changes: [],
      });
      expect(
        (await store.outbox.ofPerson('jane')).map(({ state, attempts, fault }) => [state, attempts, fault]),
      ).toEqual([
        ['waiting', 1, fault],
        ['conflict', 1, null],
      ]);
      expect(await store.outbox.due(after(29), 10)).toEqual([]);
      expect(await store.outbox.due(after(30), 10)).toHaveLength(1);
      await store.outbox.hasten('hq', after(10));
      expect(await store.outbox.due(after(10), 10)).toHaveLength(1);
      expect((await store.outbox.claim('hq', 'e1', aLease(), after(10)))?.map(({ field }) => field)).toEqual(['title']);
    });

    test('W6 however much waits for one directory, what waits for another is due beside it', async () => {
      const { store } = bench();
      const later = { directory: 'branch', entryId: 'b' };
      for (const entryId of ['e1', 'e2', 'e3']) {
        await store.outbox.begin(aSave({ lease: aLease(noon), entry: { directory: 'hq', entryId } }));
      }
      await store.outbox.begin(aSave({ lease: aLease(noon), entry: later }));
      expect(await store.outbox.due(after(1), 2)).toEqual([
        { directory: 'hq', entryId: 'e1' },
        { directory: 'hq', entryId: 'e2' },
        later,
      ]);
    });

    test.each([
      ['done', []],
      ['dropped', ['Chef']],
      ['refused', ['Boss']],
    ] as const)(
      'W6 what waited for the person goes when a later edit of the field is at its end, not before: %s',
      async (state, left) => {
        const { store } = bench();
        const save = aSave({ edits: [anEdit(), anEdit({ field: 'phone' })] });
        const edits = (await store.outbox.begin(save))?.edits ?? [];
        const conflicts = edits.map(({ id }) => ({ id, state: 'conflict' as const }));
        await store.outbox.settle({ lease: save.lease, edits: conflicts, changes: [] });
        const later = aSave({ edits: [anEdit({ to: 'Boss' })] });
        const [edit] = (await store.outbox.begin(later))?.edits ?? [];
        expect(await store.outbox.ofPerson('jane')).toHaveLength(3);
        await store.outbox.settle({ lease: later.lease, edits: [{ id: edit?.id ?? 0, state }], changes: [] });
        const titles = (await store.outbox.ofPerson('jane')).filter(({ field }) => field === 'title');
        expect(titles.map(({ to }) => to)).toEqual(left);
        expect(await store.outbox.count()).toBe(titles.length + 1);
      },
    );

    test('local values are kept with the journal and the history, or nothing is', async () => {
      const { store } = bench();
      const { id } = await store.people.keepEntry(aRecord(), true);
      const change = aChange({ personId: id, field: 'nickname', exactFrom: null, exactTo: null });
      const local = { revision: 0, values: { nickname: 'Janey' }, changes: [change] };
      expect(await store.outbox.begin(aSave({ personId: id, local }))).toBeDefined();
      expect(await store.people.byId(id)).toMatchObject({ localValues: { nickname: 'Janey' }, localRevision: 1 });
      expect(await store.outbox.begin(aSave({ personId: id, local }))).toBeUndefined();
      expect(await store.outbox.ofPerson(id)).toHaveLength(1);
      expect(await store.history.list({ personId: id, limit: 10 })).toHaveLength(1);
    });

    test('W6 an edit that waits can be withdrawn, with those that build on it; one that is sent cannot', async () => {
      const { store } = bench();
      const sent = aSave();
      const [edit] = (await store.outbox.begin(sent))?.edits ?? [];
      const id = edit?.id ?? 0;
      await store.outbox.begin(aSave({ edits: [anEdit({ to: 'Boss' }), anEdit({ field: 'phone' })] }));
      expect(await store.outbox.withdraw(id, after(1))).toBe('onItsWay');
      expect(await store.outbox.withdraw(id, after(100))).toBe('onItsWay');
      await store.outbox.settle({ lease: sent.lease, edits: [{ id, state: 'waiting' }], changes: [] });
      expect(await store.outbox.withdraw(id, after(1))).toBe('withdrawn');
      expect((await store.outbox.list(10)).map(({ field }) => field)).toEqual(['phone']);
      expect(await store.outbox.withdraw(id, after(1))).toBe('notFound');
      expect(await store.outbox.count()).toBe(1);
    });

    /** A title as it waits for the person, and a later one, which is leased. */
    async function aConflictOvertaken() {
      const { store } = bench();
      const first = aSave();
      const [conflict] = (await store.outbox.begin(first))?.edits ?? [];
      const decided = { id: conflict?.id ?? 0, state: 'conflict' as const };
      await store.outbox.settle({ lease: first.lease, edits: [decided], changes: [] });
      const later = aSave({ edits: [anEdit({ to: 'Boss' })] });
      const [edit] = (await store.outbox.begin(later))?.edits ?? [];
      return { store, conflictId: decided.id, id: edit?.id ?? 0, lease: later.lease };
    }

    test('W6 what waits for the person is withdrawn alone: a later edit does not build on it, and is settled as ever', async () => {
      const { store, conflictId, id, lease } = await aConflictOvertaken();
      expect(await store.outbox.withdraw(conflictId, after(1))).toBe('withdrawn');
      expect((await store.outbox.list(10)).map(({ state, to }) => [state, to])).toEqual([['sending', 'Boss']]);
      expect(await store.outbox.settle({ lease, edits: [{ id, state: 'done' }], changes: [aChange()] })).toBe(true);
      expect(await store.history.list({ limit: 10 })).toHaveLength(1);
    });

    test.each(['leased', 'unknown'] as const)(
      'W6 an edit on which one builds that is %s is not withdrawn, and neither is that one',
      async (how) => {
        const { store } = bench();
        const first = aSave();
        const [edit] = (await store.outbox.begin(first))?.edits ?? [];
        const id = edit?.id ?? 0;
        await store.outbox.settle({ lease: first.lease, edits: [{ id, state: 'waiting' }], changes: [] });
        // The field has its values from another entry by now.
        const later = aSave({ entry: { directory: 'hr', entryId: 'e2' }, edits: [anEdit({ to: 'Boss' })] });
        const [built] = (await store.outbox.begin(later))?.edits ?? [];
        const unknown = { id: built?.id ?? 0, state: 'unknown' as const };
        if (how === 'unknown') await store.outbox.settle({ lease: later.lease, edits: [unknown], changes: [] });
        expect(await store.outbox.withdraw(id, after(1))).toBe('onItsWay');
        expect((await store.outbox.list(10)).map(({ to }) => to)).toEqual(['Chef', 'Boss']);
      },
    );

    test('W6 what may have been sent to a directory that is removed can be withdrawn, once no lease holds it', async () => {
      const { store } = bench();
      const [edit] = (await store.outbox.begin(aSave()))?.edits ?? [];
      const id = edit?.id ?? 0;
      expect(await store.outbox.withdraw(id, after(1), true)).toBe('onItsWay');
      expect(await store.outbox.withdraw(id, after(61))).toBe('onItsWay');
      expect(await store.outbox.withdraw(id, after(61), true)).toBe('withdrawn');
      expect(await store.outbox.count()).toBe(0);
    });
  });
}
