import { describe, expect, test } from 'vitest';
import { aRecord, aSession } from './a-record.ts';
import { aRun, beginSweep, ended, later, noon } from './a-sweep.ts';
import { aChange, anEdit, aSave } from './an-edit.ts';
import type { Bench } from './store.test.ts';

export function proveSync(bench: () => Bench): void {
  describe('runs of the sync', () => {
    test('S7 of 20 that begin at once, over two processes, just one does', async () => {
      const { store, openInProcess } = bench();
      const doors = [store, await openInProcess()];
      const begun = await Promise.all(
        Array.from({ length: 20 }, (_, n) => doors[n % 2]?.syncRuns.begin(aRun(), noon, later)),
      );
      expect(begun.filter(Boolean)).toHaveLength(1);
    });

    test('S7 a run whose process was killed is interrupted once its lease is over, and another may begin', async () => {
      const { store, openInProcess } = bench();
      const { syncRuns } = store;
      const [dead, next] = [aRun(), aRun()];
      const process = await openInProcess();
      await process.syncRuns.begin(dead, noon, later);
      await process.kill();
      expect(await syncRuns.begin(next, noon, later)).toBe(false);
      expect(await syncRuns.byId(dead.id, later)).toMatchObject({ status: 'interrupted' });
      expect(await syncRuns.begin(next, later, new Date(later.getTime() + 1))).toBe(true);
      expect(await syncRuns.byId(dead.id, noon)).toMatchObject({ status: 'interrupted' });
      expect(await syncRuns.beat(dead, later)).toBe('lost');
      expect(await syncRuns.beat(next, later)).toBe('goOn');
    });

    test('S7 who cancels is heard at the next sign of life; nothing that has ended can be cancelled', async () => {
      const { syncRuns } = bench().store;
      const run = aRun();
      await syncRuns.begin(run, noon, later);
      expect(await syncRuns.requestCancel(run.id)).toBe(true);
      expect(await syncRuns.byId(run.id, noon)).toMatchObject({ isCancelRequested: true });
      expect(await syncRuns.beat(run, later)).toBe('cancel');
      await syncRuns.finish(ended(run));
      expect(await syncRuns.requestCancel(run.id)).toBe(false);
      expect(await syncRuns.requestCancel('nobody')).toBe(false);
      expect(await syncRuns.byId(run.id, noon)).toEqual(ended(run));
    });

    test('S7 the history is told from the latest on, in pages, and as long as it is kept', async () => {
      const { syncRuns } = bench().store;
      const runs = Array.from({ length: 5 }, () => aRun());
      for (const run of runs) {
        await syncRuns.begin(run, noon, later);
        await syncRuns.finish(ended(run));
      }
      const ids = runs.map(({ id }) => id).reverse();
      const first = await syncRuns.list(2, noon);
      expect(first.runs.map(({ id }) => id)).toEqual(ids.slice(0, 2));
      const second = await syncRuns.list(3, noon, first.next);
      expect(second).toEqual({ runs: [expect.anything(), expect.anything(), expect.anything()] });
      await syncRuns.keepLatest(2);
      expect((await syncRuns.list(10, noon)).runs.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    });

    test('the state of a directory changes only from the revision that was seen', async () => {
      const { syncStates } = bench().store;
      expect(await syncStates.load('hq')).toEqual({ revision: 0, document: undefined });
      expect(await syncStates.save('hq', { mark: 1 }, 0)).toBe(true);
      expect(await syncStates.save('hq', { mark: 2 }, 0)).toBe(false);
      expect(await syncStates.save('hq', { mark: 3 }, 1)).toBe(true);
      expect(await syncStates.load('hq')).toEqual({ revision: 2, document: { mark: 3 } });
    });
  });

  describe('sweeps', () => {
    const aSweep = () => beginSweep(bench().store);

    test('S10 a page is kept at once, and known by its digests until somebody else reads the entry', async () => {
      const { keep, people, sweeps } = await aSweep();
      const [jane, john] = [aRecord({ username: 'jane' }), aRecord({ username: 'john' })];
      expect(await sweeps.isEmpty('hq')).toBe(true);
      const kept = await keep([jane, john]);
      expect([await sweeps.isEmpty('hq'), await sweeps.isEmpty('lab')]).toEqual([false, true]);
      const known = () => sweeps.known('hq', [john.entryId, 'nobody', jane.entryId]);
      expect(await known()).toEqual([
        { number: kept[1], digest: `digest of ${john.entryId}` },
        undefined,
        { number: kept[0], digest: `digest of ${jane.entryId}` },
      ]);
      await people.keepEntry({ ...jane, displayName: 'J. Doe' }, false);
      expect((await known())[2]).toEqual({ number: kept[0], digest: null });
      expect(await people.byEntry('hq', john.entryId)).toMatchObject({ ...john, syncedAttributes: {} });
      expect(await sweeps.people('hq', ['nobody', john.entryId])).toEqual(
        new Map([[john.entryId, await people.byEntry('hq', john.entryId)]]),
      );
    });

    test('S2 S10 whose entry somebody else has read is unsettled until a sweep reads all of it; who is hidden is not', async () => {
      const { keep, people, sweeps, run, syncRuns } = await aSweep();
      const [jane, john, max] = [aRecord(), aRecord(), aRecord()];
      const [ofJane, , ofMax] = await keep([jane, john, max]);
      expect(await sweeps.unsettled('hq')).toEqual([]);
      for (const each of [jane, max]) await people.keepEntry({ ...each, displayName: 'Read' }, false);
      const unsettled = [
        { number: ofJane, entryId: jane.entryId },
        { number: ofMax, entryId: max.entryId },
      ];
      expect(await sweeps.unsettled('hq')).toEqual(unsettled);
      expect(await sweeps.unsettled('branch')).toEqual([]);

      await syncRuns.finish(ended(run));
      const filling = await aSweep();
      await filling.keep([jane, john].map((each) => ({ ...each, displayName: 'A part', digest: null })));
      expect(await sweeps.unsettled('hq')).toEqual(unsettled);
      expect(await sweeps.known('hq', [john.entryId])).toMatchObject([{ digest: `digest of ${john.entryId}` }]);
      await syncRuns.finish(ended(filling.run));
      const next = await aSweep();
      await next.keep([{ ...jane, displayName: 'All of it' }], { hide: [ofMax as number] });
      expect(await sweeps.unsettled('hq')).toEqual([]);
    });

    test('S10 the same person from other bytes keeps the change number; a change raises it, and is accepted', async () => {
      const { people } = bench().store;
      const jane = aRecord();
      const { changeNumber } = await people.keepEntry(jane, true);
      const next = await aSweepAgain();
      await next.keep([jane]);
      expect(await people.byEntry('hq', jane.entryId)).toMatchObject({ changeNumber });
      await people.keepEntry({ ...jane, attributes: { telephoneNumber: ['+49 1'] } }, false);
      const last = await aSweepAgain();
      await last.keep([{ ...jane, attributes: { telephoneNumber: ['+49 2'] } }]);
      const after = await people.byEntry('hq', jane.entryId);
      expect(after).toMatchObject({ attributes: { telephoneNumber: ['+49 2'] }, syncedAttributes: {} });
      expect(after?.changeNumber).toBeGreaterThan(changeNumber);

      async function aSweepAgain() {
        const [latest] = (await bench().store.syncRuns.list(1, noon)).runs;
        if (latest) await bench().store.syncRuns.finish(ended(latest));
        return aSweep();
      }
    });

    test('W7 who was read by somebody else since the sweep began stays as that was; local edits hinder nothing', async () => {
      const { people } = bench().store;
      const [jane, john] = [aRecord({ username: 'jane' }), aRecord({ username: 'john' })];
      await people.keepEntry(jane, true);
      const { id } = await people.keepEntry(john, true);
      const { keep } = await aSweep();
      await people.keepEntry({ ...jane, displayName: 'newer' }, true);
      await people.changeLocalValues(id, 0, { nickname: 'Johnny' });
      const kept = await keep([
        { ...jane, displayName: 'older' },
        { ...john, displayName: 'John' },
      ]);
      expect(kept).toEqual([undefined, expect.any(Number)]);
      expect(await people.byEntry('hq', jane.entryId)).toMatchObject({ displayName: 'newer' });
      expect(await people.byId(id)).toMatchObject({ displayName: 'John', localValues: { nickname: 'Johnny' } });
    });

    test('W8 what others changed goes into the history with the page, but not what an edit did that is on its way', async () => {
      const { people, outbox, history } = bench().store;
      const [jane, john] = [aRecord({ username: 'jane' }), aRecord({ username: 'john' })];
      for (const record of [jane, john]) await people.keepEntry(record, true);
      const { keep } = await aSweep();
      await outbox.begin(aSave({ personId: 'jane', edits: [anEdit({ values: ['Chef'] })] }));
      const seen = (personId: string, to: string) =>
        aChange({ personId, source: 'directory', actorId: null, to, exactTo: [to] });
      await keep([
        { ...jane, displayName: 'J.', changes: [seen('jane', 'Chef')] },
        { ...john, displayName: 'J.', changes: [seen('john', 'Chef'), seen('jane', 'Boss')] },
      ]);
      const kept = (await history.list({ limit: 9 })).map(({ personId, to }) => `${personId} ${to}`);
      expect(kept).toEqual(['jane Boss', 'john Chef']);
    });

    test('S6 who was not seen is hidden and signed out with the last page, and comes back with all local values', async () => {
      const { people, sessions } = bench().store;
      const [gone, there, elsewhere] = [
        aRecord({ username: 'gone' }),
        aRecord({ username: 'there' }),
        aRecord({ directory: 'branch' }),
      ];
      const { id } = await people.keepEntry(gone, true);
      await people.changeLocalValues(id, 0, { nickname: 'Gonzo' });
      for (const record of [there, elsewhere]) await people.keepEntry(record, true);
      const { id: local } = await people.keepEntry(aRecord({ directory: 'branch' }), true);
      await sessions.add('hash', aSession(id));
      await sessions.add('other', aSession(local));
      const sweep = await aSweep();
      const [seen] = await sweep.sweeps.known('hq', [there.entryId]);
      await people.keepEntry(aRecord({ username: 'signed in meanwhile' }), false);
      const unseen = await sweep.sweeps.unseen('hq', (number) => number === seen?.number, sweep.since);
      expect(unseen.map(({ username }) => username)).toEqual(['gone']);

      await sweep.keep([there], { hide: unseen.map(({ number }) => number), state: { document: 'next', revision: 0 } });
      expect(await people.byId(id)).toMatchObject({ hiddenAt: noon, localValues: { nickname: 'Gonzo' } });
      expect(await sessions.byTokenHash('hash')).toBeUndefined();
      expect(await sessions.byTokenHash('other')).toBeDefined();
      expect(await sweep.syncStates.load('hq')).toEqual({ document: 'next', revision: 1 });
      expect((await sweep.sweeps.hidden(10)).people.map((person) => person.id)).toEqual([id]);
      expect(await sweep.sweeps.unseen('hq', () => false, sweep.since)).toHaveLength(1);

      await people.keepEntry(gone, false);
      expect(await people.byId(id)).toMatchObject({ hiddenAt: null, localValues: { nickname: 'Gonzo' } });
    });

    test('S6 who was hidden can be brought back by hand', async () => {
      const { people, sweeps } = bench().store;
      const { id } = await people.keepEntry(aRecord(), true);
      const sweep = await aSweep();
      const [unseen] = await sweeps.unseen('hq', () => false, sweep.since);
      await sweep.keep([], { hide: [unseen?.number ?? 0] });
      expect(await sweeps.show(id)).toBe(true);
      expect(await people.byId(id)).toMatchObject({ hiddenAt: null });
      expect(await sweeps.show(id)).toBe(false);
    });

    test('S7 a run whose lease another one took over keeps nothing any more', async () => {
      const { keep, people, syncRuns } = await aSweep();
      expect(await syncRuns.begin(aRun(), later, new Date(later.getTime() + 1))).toBe(true);
      const jane = aRecord();
      await expect(keep([jane])).rejects.toMatchObject({ options: { rule: 'leaseLost' } });
      expect(await people.byEntry('hq', jane.entryId)).toBeUndefined();
    });

    test('S3 a last sync date that was set while a run was under way stays', async () => {
      const { keep, syncStates } = await aSweep();
      await syncStates.save('hq', 'by hand', 0);
      await keep([], { state: { document: 'by the run', revision: 0 } });
      expect(await syncStates.load('hq')).toMatchObject({ document: 'by hand' });
    });

    test('D2 names that several directories have are told, whatever their case; hidden people and others are not', async () => {
      const { people, sweeps } = bench().store;
      for (const directory of ['hq', 'branch', 'old']) {
        await people.keepEntry(aRecord({ directory, username: directory === 'hq' ? 'JÜRGEN' : 'jürgen' }), true);
        await people.keepEntry(aRecord({ directory, username: `only in ${directory}` }), true);
      }
      const found = await sweeps.duplicates(['hq', 'branch']);
      expect(found.map(({ directory, username }) => [directory, username])).toEqual(
        expect.arrayContaining([
          ['hq', 'JÜRGEN'],
          ['branch', 'jürgen'],
        ]),
      );
      expect(found).toHaveLength(2);
      expect(await sweeps.duplicates(['hq'])).toEqual([]);
    });
  });
}
