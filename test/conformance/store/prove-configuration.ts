import { describe, expect, test } from 'vitest';
import { aConfiguration } from './a-record.ts';
import type { Bench } from './store.test.ts';

export function proveConfiguration(bench: () => Bench): void {
  describe('configuration', () => {
    test('an empty store has none, and revision 0', async () => {
      const { configuration } = bench().store;
      expect(await configuration.load()).toBeUndefined();
      expect(await configuration.revision()).toBe(0);
    });

    test('what was saved is what is loaded, and each change raises the revision', async () => {
      const { configuration } = bench().store;
      expect(await configuration.revision()).toBe(0);
      expect(await configuration.save(aConfiguration('one'), 0)).toBe(true);
      expect(await configuration.revision()).toBe(1);
      expect(await configuration.load()).toEqual({ configuration: aConfiguration('one'), revision: 1 });
      expect(await configuration.save(aConfiguration('two'), 1)).toBe(true);
      expect(await configuration.load()).toEqual({ configuration: aConfiguration('two'), revision: 2 });
      expect(await configuration.revision()).toBe(2);
    });

    test.each([0, 2])('from another revision than the kept one (%i) nothing is changed', async (expected) => {
      const { configuration } = bench().store;
      await configuration.save(aConfiguration('one'), 0);
      expect(await configuration.save(aConfiguration('two'), expected)).toBe(false);
      expect(await configuration.load()).toEqual({ configuration: aConfiguration('one'), revision: 1 });
    });

    test('each change is told with who made it, when and where; the last hundred of them', async () => {
      const { configuration } = bench().store;
      const change = (by: string) => ({
        by,
        at: new Date('2026-01-01T00:00:00Z'),
        places: ['fields.a', 'roles.admin'],
      });
      await configuration.save(aConfiguration('one'), 0, change('jane'));
      await configuration.save(aConfiguration('two'), 1);
      await configuration.save(aConfiguration('three'), 2, change('erika'));
      await configuration.save(aConfiguration('four'), 2, change('late'));
      expect(await configuration.changesAfter(0)).toEqual([
        { revision: 1, ...change('jane') },
        { revision: 3, ...change('erika') },
      ]);
      expect(await configuration.changesAfter(1)).toEqual([{ revision: 3, ...change('erika') }]);
      for (let revision = 3; revision < 110; revision++) {
        await configuration.save(aConfiguration(`n${revision}`), revision, change('jane'));
      }
      const kept = await configuration.changesAfter(0);
      expect([kept.length, kept[0]?.revision, kept.at(-1)?.revision]).toEqual([100, 11, 110]);
    });

    test('an empty store takes no configuration that was meant for a later one', async () => {
      const { configuration } = bench().store;
      expect(await configuration.save(aConfiguration('one'), 1)).toBe(false);
      expect(await configuration.load()).toBeUndefined();
    });

    test.each([0, 1])(
      'of 20 who save at once from revision %i, over four doors, just one succeeds',
      async (revision) => {
        const { store, openAgain, openInProcess } = bench();
        if (revision > 0) await store.configuration.save(aConfiguration('before'), 0);
        const doors = [store, await openAgain(), await openInProcess(), await openInProcess()];
        const won = await Promise.all(
          Array.from({ length: 20 }, (_, n) => doors[n % 4]?.configuration.save(aConfiguration(`by${n}`), revision)),
        );
        expect(won.filter(Boolean)).toHaveLength(1);
        const winner = aConfiguration(`by${won.indexOf(true)}`);
        expect(await store.configuration.load()).toEqual({ configuration: winner, revision: revision + 1 });
      },
    );
  });
}
