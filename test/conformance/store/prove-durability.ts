import { describe, expect, test } from 'vitest';
import { aConfiguration, aRecord, aSession } from './a-record.ts';
import type { Bench } from './store.test.ts';

const account = { username: 'root', displayName: 'Root', passwordHash: 'hash', role: 'admin' };

export function proveDurability(bench: () => Bench): void {
  describe('durability', () => {
    test('W6: what a call has acknowledged survives kill -9 right after it', async () => {
      const { store, openInProcess } = bench();
      const first = await openInProcess();
      const person = await first.people.keepEntry(aRecord(), true);
      await first.kill();
      expect(await store.people.byId(person.id)).toEqual(person);

      const second = await openInProcess();
      const session = aSession(person.id);
      await second.people.changeLocalValues(person.id, 0, { nickname: 'Janey' });
      await second.sessions.add('hash', session);
      await second.localAccounts.add(account);
      await second.configuration.save(aConfiguration('one'), 0);
      await second.kill();
      expect(await store.people.byId(person.id)).toMatchObject({ localValues: { nickname: 'Janey' } });
      expect(await store.sessions.byTokenHash('hash')).toMatchObject(session);
      expect(await store.localAccounts.count()).toBe(1);
      expect(await store.configuration.revision()).toBe(1);
    });

    test('what one process has written another one reads at once', async () => {
      const { store, openInProcess } = bench();
      const other = await openInProcess();
      const { id } = await store.people.keepEntry(aRecord(), true);
      expect(await other.people.byId(id)).toMatchObject({ id });
      await other.people.changeLocalValues(id, 0, { nickname: 'Janey' });
      expect(await store.people.byId(id)).toMatchObject({ localRevision: 1 });
    });

    test('a store that is closed and opened again has kept everything', async () => {
      const { store, openAgain } = bench();
      const person = await store.people.keepEntry(aRecord(), true);
      await store.close();
      const again = await openAgain();
      expect(await again.people.byId(person.id)).toEqual(person);
    });
  });
}
