import { describe, expect, test } from 'vitest';
import type { Bench } from './store.test.ts';

const boss = { username: 'Straße', displayName: 'The Boss', passwordHash: 'hash', role: 'admin' };

export function proveLocalAccounts(bench: () => Bench): void {
  describe('local accounts', () => {
    test('D3: an account comes with a person whom no directory has', async () => {
      const { localAccounts, people } = bench().store;
      expect(await localAccounts.count()).toBe(0);
      expect(await localAccounts.add(boss)).toBe(true);
      expect(await localAccounts.count()).toBe(1);
      const { displayName, ...kept } = boss;
      const account = await localAccounts.byUsername('Straße');
      expect(account).toEqual({ ...kept, personId: expect.any(String) });
      expect(await people.byId(account?.personId ?? '')).toEqual({
        id: account?.personId,
        directory: null,
        entryId: null,
        username: 'Straße',
        displayName,
        attributes: {},
        syncedAttributes: {},
        localValues: {},
        localRevision: 0,
        hiddenAt: null,
        changeNumber: expect.any(Number),
      });
    });

    test.each(['straße', 'STRASSE', 'STRAẞE'])('the case of a name does not matter: Straße is %s', async (name) => {
      const { localAccounts } = bench().store;
      await localAccounts.add(boss);
      expect((await localAccounts.byUsername(name))?.username).toBe('Straße');
      expect(await localAccounts.add({ ...boss, username: name, passwordHash: 'other' })).toBe(false);
      expect((await localAccounts.byUsername(name))?.passwordHash).toBe('hash');
      expect(await localAccounts.count()).toBe(1);
    });

    test.each([
      ['Jürgen', 'JU\u0308RGEN'],
      ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
      ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
    ])('%s is %s, however its letters are composed', async (username, name) => {
      const { localAccounts } = bench().store;
      await localAccounts.add({ ...boss, username });
      expect((await localAccounts.byUsername(name))?.username).toBe(username);
    });

    test('other names are other accounts; blanks and accents count', async () => {
      const { localAccounts } = bench().store;
      await localAccounts.add({ ...boss, username: 'jose' });
      for (const name of ['josé', 'jose ', '', 'jos']) expect(await localAccounts.byUsername(name)).toBeUndefined();
    });

    test('of 20 who take the same name at once just one gets it, and no person is left behind', async () => {
      const { store, openInProcess } = bench();
      const doors = [store, await openInProcess()];
      const won = await Promise.all(
        Array.from({ length: 20 }, (_, n) => doors[n % 2]?.localAccounts.add({ ...boss, passwordHash: `${n}` })),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect((await store.localAccounts.byUsername('straße'))?.passwordHash).toBe(`${won.indexOf(true)}`);
    });
  });
}
