import { describe, expect, test } from 'vitest';
import { aRecord } from './a-record.ts';
import type { Bench } from './store.test.ts';

export function proveValueCounts(bench: () => Bench): void {
  describe('value counts', () => {
    test('say how many people and values of their own a directory and a field have', async () => {
      const { people, valueCounts } = bench().store;
      const keep = (entryId: string, directory: string, attributes: object) =>
        people.keepEntry({ ...aRecord(), directory, entryId, attributes: { ...attributes } }, true);
      const jane = await keep('1', 'hq', { title: ['Baker'] });
      await keep('2', 'hq', { title: [] });
      await keep('3', 'branch', { title: ['Cook'] });
      await people.changeLocalValues(jane.id, jane.localRevision, { nickname: 'Janey', 'my-field': { a: 1 } });
      expect(await valueCounts.ofDirectory('hq')).toEqual({ people: 2, localValues: 2 });
      expect(await valueCounts.ofDirectory('none')).toEqual({ people: 0, localValues: 0 });
      await keep('4', 'hq', { 'hr:': ['e1'], 'hr:title': ['Cook'] });
      expect(await valueCounts.ofDirectory('hr')).toEqual({ people: 1, localValues: 0 });
      expect(await valueCounts.ofField('post', 'hr:title')).toEqual({ people: 1, localValues: 0 });
      expect(await valueCounts.ofField('nickname')).toEqual({ people: 1, localValues: 1 });
      expect(await valueCounts.ofField('my-field')).toEqual({ people: 1, localValues: 1 });
      expect(await valueCounts.ofField('position', 'title')).toEqual({ people: 2, localValues: 0 });
      expect(await valueCounts.ofField('constructor')).toEqual({ people: 0, localValues: 0 });
    });
  });
}
