import { describe, expect, test } from 'vitest';
import { verifyHistory } from '#server/history/verify-history.ts';
import { aChange, after, noon } from './an-edit.ts';
import type { Bench } from './store.test.ts';

export function proveHistory(bench: () => Bench): void {
  describe('history', () => {
    test('W8 changes come back as they were recorded, newest first, filtered and by pages', async () => {
      const { history } = bench().store;
      await history.append([aChange(), aChange({ field: 'phone', personId: 'max', at: after(10) })]);
      await history.append([aChange({ actorId: null, source: 'directory', undoes: 1, to: null, exactTo: [] })]);
      const all = await history.list({ limit: 10 });
      expect(all.map(({ id }) => id)).toEqual([3, 2, 1]);
      expect(all[2]).toEqual({ ...aChange(), id: 1 });
      expect(await history.byId(3)).toEqual(all[0]);
      const ids = async (query: object) => (await history.list({ limit: 10, ...query })).map(({ id }) => id);
      expect(await ids({ personId: 'max' })).toEqual([2]);
      expect(await ids({ actorId: 'jane' })).toEqual([2, 1]);
      expect(await ids({ fields: ['phone'] })).toEqual([2]);
      expect(await ids({ fields: [] })).toEqual([]);
      expect(await ids({ source: 'directory' })).toEqual([3]);
      expect(await ids({ since: after(1) })).toEqual([2]);
      expect(await ids({ until: after(1) })).toEqual([3, 1]);
      expect(await ids({ before: 3, limit: 1 })).toEqual([2]);
    });

    test('W8 the chain holds, also over what several processes append at once', async () => {
      const { store, openInProcess } = bench();
      const others = await Promise.all([openInProcess(), openInProcess()]);
      const appends = Array.from({ length: 30 }, (_, at) =>
        [...others, store][at % 3]?.history.append([aChange({ to: { at } }), aChange({ reason: 'why' })]),
      );
      await Promise.all(appends);
      expect(await verifyHistory(store.history)).toEqual({ lines: 60, faults: [] });
    });

    test('W8 erasing takes the content of one person away, and the chain still holds', async () => {
      const { history } = bench().store;
      await history.append([aChange(), aChange({ personId: 'max' }), aChange()]);
      expect(await history.erase('jane', noon)).toBe(2);
      expect(await history.erase('jane', noon)).toBe(0);
      expect((await history.list({ limit: 10 })).map(({ id }) => id)).toEqual([2]);
      expect((await verifyHistory(history)).faults).toEqual([]);
      expect((await history.links(0, 10)).map(({ content }) => content === null)).toEqual([true, false, true, false]);
    });

    test('W8 a picture goes with the last line that showed it', async () => {
      const { history, pictures } = bench().store;
      const [old, both] = await Promise.all(['a', 'b'].map((each) => pictures.put(Buffer.from(each))));
      const [exactFrom, exactTo] = [[{ sha256: old ?? '' }], [{ sha256: both ?? '' }]];
      await history.append([aChange({ exactFrom, exactTo }), aChange({ exactFrom: exactTo, at: after(20) })]);
      expect(await history.trim(after(10), after(30))).toBe(1);
      expect(await Promise.all([old, both].map(async (each) => !!(await pictures.get(each ?? ''))))).toEqual([
        false,
        true,
      ]);
    });

    test('W8 retention removes what is old, leaves a mark, and the chain still holds', async () => {
      const { history } = bench().store;
      await history.append([aChange(), aChange({ at: after(10) }), aChange({ at: after(20) })]);
      expect(await history.trim(noon, after(30))).toBe(0);
      expect(await history.trim(after(15), after(30))).toBe(2);
      expect((await history.list({ limit: 10 })).map(({ id }) => id)).toEqual([3]);
      expect((await verifyHistory(history)).faults).toEqual([]);
      expect(await history.trim(after(100), after(100))).toBe(2);
      await history.append([aChange()]);
      expect((await verifyHistory(history)).faults).toEqual([]);
      expect((await history.list({ limit: 10 })).map(({ id }) => id)).toEqual([6]);
    });
  });
}
