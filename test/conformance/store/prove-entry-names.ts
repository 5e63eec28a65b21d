import { describe, expect, test } from 'vitest';
import type { Bench } from './store.test.ts';

export function proveEntryNames(bench: () => Bench): void {
  describe('the names of entries', () => {
    test('a DN leads to the entry that had it last, in its own directory alone', async () => {
      const { entryNames } = bench().store;
      await entryNames.put('hq', 'uid=erika,dc=example', 'e1');
      await entryNames.put('hq', 'uid=erika,ou=moved,dc=example', 'e1');
      await entryNames.put('plant', 'uid=erika,dc=example', 'e2');
      expect(await entryNames.entryIdOf('hq', 'uid=erika,dc=example')).toBe('e1');
      expect(await entryNames.entryIdOf('hq', 'uid=erika,ou=moved,dc=example')).toBe('e1');
      expect(await entryNames.entryIdOf('plant', 'uid=erika,dc=example')).toBe('e2');
      await entryNames.put('hq', 'uid=erika,dc=example', 'e3');
      expect(await entryNames.entryIdOf('hq', 'uid=erika,dc=example')).toBe('e3');
      expect(await entryNames.entryIdOf('hq', 'uid=max,dc=example')).toBeUndefined();
    });

    test('the same name is put by several at once without harm', async () => {
      const { entryNames } = bench().store;
      const puts = Array.from({ length: 5 }, () => entryNames.put('hq', 'cn=Größe "x"', 'e1'));
      await Promise.all(puts);
      expect(await entryNames.entryIdOf('hq', 'cn=Größe "x"')).toBe('e1');
    });
  });
}
