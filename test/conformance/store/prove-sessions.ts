import { describe, expect, test } from 'vitest';
import { aRecord } from './a-record.ts';
import type { Bench } from './store.test.ts';

const noon = new Date('2026-05-23T12:00:00.123Z');
const later = new Date('2026-05-23T12:00:00.124Z');

export function proveSessions(bench: () => Bench): void {
  describe('sessions', () => {
    async function open(tokenHash: string, expiresAt: Date) {
      const { people, sessions } = bench().store;
      const { id: personId, username, displayName, directory } = await people.keepEntry(aRecord(), true);
      const session = { personId, role: 'helpdesk', expiresAt };
      await sessions.add(tokenHash, session);
      return { ...session, username, displayName, directory };
    }

    test('a session is found by the hash of its token, with whose it is, to the millisecond, and by nothing else', async () => {
      const session = await open('abc', noon);
      const { sessions } = bench().store;
      expect(await sessions.byTokenHash('abc')).toEqual(session);
      expect(await sessions.byTokenHash('ABC')).toBeUndefined();
    });

    test('a session that was removed is gone, and removing it again is no error', async () => {
      await open('abc', noon);
      const { sessions } = bench().store;
      await sessions.remove('abc');
      expect(await sessions.byTokenHash('abc')).toBeUndefined();
      await sessions.remove('abc');
    });

    test('of the expired sessions all are removed, of the others none', async () => {
      await open('expired', noon);
      await open('open', later);
      const { sessions } = bench().store;
      expect(await sessions.removeExpired(noon)).toBe(1);
      expect(await sessions.byTokenHash('expired')).toBeUndefined();
      expect(await sessions.byTokenHash('open')).toBeDefined();
    });

    test('nobody gets a session whom the store does not know, nor is a hash used twice', async () => {
      const session = await open('abc', noon);
      const { sessions } = bench().store;
      await expect(sessions.add('def', { ...session, personId: 'nobody' })).rejects.toThrow();
      await expect(sessions.add('abc', session)).rejects.toThrow();
      expect(await sessions.byTokenHash('def')).toBeUndefined();
    });
  });
}
