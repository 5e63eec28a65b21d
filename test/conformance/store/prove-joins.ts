import { describe, expect, test } from 'vitest';
import type { Person } from '#server/store/store.ts';
import { aRecord } from './a-record.ts';
import { beginSweep, noon } from './a-sweep.ts';
import { aChange, aSave } from './an-edit.ts';
import type { Bench } from './store.test.ts';

export function proveJoins(bench: () => Bench): void {
  describe('entries that complete people', () => {
    const aSweep = () => beginSweep(bench().store);

    test('F12 what completes a person stands beside their own values, and their entry counts as unchanged', async () => {
      const { people, sweeps, run, since, keep } = await aSweep();
      const record = { ...aRecord(), directory: 'hq', attributes: { title: ['Baker'] } };
      await keep([record]);
      const jane = (await people.byEntry('hq', record.entryId)) as Person;
      const attributes = { 'hr:': ['e1', 'd'], 'hr:title': ['Cook'] };
      const completion = { personId: jane.id, attributes, changes: [aChange({ personId: jane.id })] };
      await sweeps.complete({ runId: run.id, since }, [completion]);
      expect(await people.byId(jane.id)).toEqual(jane);
      await sweeps.complete({ runId: run.id, since: jane.changeNumber }, [completion]);
      const after = (await people.byId(jane.id)) as Person;
      expect(after).toMatchObject({ attributes: { title: ['Baker'], 'hr:title': ['Cook'] } });
      expect(after.changeNumber).toBeGreaterThan(jane.changeNumber);
      expect(await sweeps.known('hq', [record.entryId])).toMatchObject([{ digest: `digest of ${record.entryId}` }]);
      await sweeps.complete({ runId: run.id, since: after.changeNumber }, [completion]);
      expect(await people.byId(jane.id)).toEqual(after);
      expect(await bench().store.history.list({ limit: 9 })).toMatchObject([{ personId: jane.id }]);
      await expect(sweeps.complete({ runId: 'another', since }, [completion])).rejects.toMatchObject({
        options: { rule: 'leaseLost' },
      });
    });

    test('F12 people are found by the entry that completes them and by what ties them to it, unless they are hidden', async () => {
      const { people, sweeps } = bench().store;
      const put = (entryId: string, username: string, attributes: object) =>
        people.keepEntry({ ...aRecord(), directory: 'hq', entryId, username, attributes: { ...attributes } }, true);
      const jane = await put('1', 'jane', { mail: ['Jane@example.org'], 'hr:': ['e1'] });
      const joe = await put('2', 'joe', { mail: ['joe@example.org'] });
      const names = async (query: Partial<Parameters<typeof sweeps.tiedTo>[0]>) => {
        const found = await sweeps.tiedTo({
          idName: 'hr:',
          valueName: 'mail',
          entryIds: [],
          values: [],
          ...query,
        });
        return found.map(({ username }) => username).toSorted();
      };
      expect(await names({ entryIds: ['e1', 'e2'] })).toEqual(['jane']);
      expect(await names({ values: ['jane@EXAMPLE.org', 'joe@example.org', `"'`] })).toEqual(['jane', 'joe']);
      await put('3', 'Jürgen', { mail: ['Jürgen  Groß@example.org'] });
      expect(await names({ values: ['JÜRGEN GROß@example.org'] })).toEqual(['Jürgen']);
      expect(await names({ valueName: undefined, values: ['JÜRGEN'] })).toEqual(['Jürgen']);
      expect(await names({ valueName: undefined, values: ['JOE'], entryIds: ['e1'] })).toEqual(['jane', 'joe']);
      expect(await names({ values: [jane.id, joe.id] })).toEqual([]);
    });

    test('F12 W6 an edit of the entry that completes a person hides no change of their own from the sweep, nor brings anybody back', async () => {
      const { people, outbox } = bench().store;
      const [jane, gone] = [aRecord({ username: 'jane' }), aRecord({ username: 'gone' })];
      const { id } = await people.keepEntry(jane, true);
      const { id: hidden } = await people.keepEntry(gone, true);
      const { keep, since, sweeps } = await aSweep();
      const [seen] = await sweeps.known('hq', [jane.entryId]);
      const [unseen] = await sweeps.unseen('hq', (number) => number === seen?.number, since);
      await keep([], { hide: [unseen?.number ?? 0] });
      for (const personId of [id, hidden]) {
        const entry = { directory: 'hr', entryId: `of ${personId}` };
        const save = aSave({ personId, entry });
        const [edit] = (await outbox.begin(save))?.edits ?? [];
        const record = { personId, attributes: { 'hr:title': ['Chef'] } };
        const edits = [{ id: edit?.id ?? 0, state: 'done' as const }];
        expect(await outbox.settle({ lease: save.lease, edits, changes: [], kept: { record, accepted: true } })).toBe(
          true,
        );
      }
      expect(await people.byId(hidden)).toMatchObject({ hiddenAt: noon, attributes: { 'hr:title': ['Chef'] } });
      expect(await keep([{ ...jane, attributes: { title: ['Boss'] } }])).toEqual([expect.any(Number)]);
      expect((await people.byId(id))?.attributes).toMatchObject({ title: ['Boss'], 'hr:title': ['Chef'] });
    });
  });
}
