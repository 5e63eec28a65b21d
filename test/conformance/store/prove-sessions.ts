import { describe, expect, test } from 'vitest';
import type { StoredSession } from '#server/store/sessions.ts';
import { aRecord, aSession } from './a-record.ts';
import type { Bench } from './store.test.ts';

const noon = new Date('2026-05-23T12:00:00.123Z');
const later = new Date('2026-05-23T12:00:00.124Z');
const longAgo = new Date('2026-05-23T00:00:00Z');

export function proveSessions(bench: () => Bench): void {
  describe('sessions', () => {
    async function open(tokenHash: string, members: Partial<StoredSession> = {}, record = aRecord()) {
      const { people, sessions } = bench().store;
      const person = await people.keepEntry(record, true);
      const { id: personId, username, displayName, directory, entryId, hiddenAt } = person;
      const session = aSession(personId, members);
      await sessions.add(tokenHash, session);
      return { ...session, username, displayName, directory, entryId, hiddenAt };
    }

    test('a session is found by the hash of its token, with whose it is, to the millisecond, and by nothing else', async () => {
      const session = await open('abc', { expiresAt: later, passwordStamp: 'stamp' });
      const { sessions } = bench().store;
      expect(await sessions.byTokenHash('abc')).toEqual(session);
      expect(await sessions.byTokenHash('ABC')).toBeUndefined();
      expect(await sessions.byTokenHash(session.id)).toBeUndefined();
    });

    test('a person has their own sessions, the last one first', async () => {
      const record = aRecord();
      const first = await open('abc', { openedAt: noon }, record);
      const second = await open('def', { openedAt: later }, record);
      await open('ghi');
      const { sessions } = bench().store;
      expect((await sessions.ofPerson(first.personId)).map(({ id }) => id)).toEqual([second.id, first.id]);
    });

    test('what changes of a session changes of this one alone', async () => {
      const record = aRecord();
      const { id, personId } = await open('abc', {}, record);
      await open('def', {}, record);
      const { sessions } = bench().store;
      const changes = { role: 'employee', passwordStamp: 'new', seenAt: later, checkedAt: later };
      await sessions.change(id, changes);
      expect(await sessions.byTokenHash('abc')).toMatchObject({ id, personId, ...changes });
      expect(await sessions.byTokenHash('def')).toMatchObject({ role: 'helpdesk', seenAt: noon });
    });

    test('one is removed for its own person alone, all of a person at once, and removing again is no error', async () => {
      const record = aRecord();
      const mine = await open('abc', {}, record);
      await open('def', {}, record);
      const other = await open('ghi');
      const { sessions } = bench().store;
      expect(await sessions.remove(other.personId, mine.id)).toBe(false);
      expect(await sessions.remove(mine.personId, mine.id)).toBe(true);
      expect(await sessions.byTokenHash('abc')).toBeUndefined();
      expect(await sessions.remove(mine.personId, mine.id)).toBe(false);
      expect(await sessions.removeOfPerson(mine.personId)).toBe(1);
      expect(await sessions.byTokenHash('def')).toBeUndefined();
      expect(await sessions.byTokenHash('ghi')).toBeDefined();
    });

    test('of those that are over, or were not seen for long, all are removed, of the others none', async () => {
      await open('expired', { expiresAt: noon, seenAt: later });
      await open('idle', { expiresAt: later, seenAt: longAgo });
      await open('open', { expiresAt: later, seenAt: later });
      const { sessions } = bench().store;
      expect(await sessions.removeExpired(noon, longAgo)).toBe(2);
      expect(await sessions.byTokenHash('expired')).toBeUndefined();
      expect(await sessions.byTokenHash('idle')).toBeUndefined();
      expect(await sessions.byTokenHash('open')).toBeDefined();
    });

    test('nobody gets a session whom the store does not know, nor is a hash used twice', async () => {
      const { personId } = await open('abc');
      const { sessions } = bench().store;
      await expect(sessions.add('def', aSession('nobody'))).rejects.toThrow();
      await expect(sessions.add('abc', aSession(personId))).rejects.toThrow();
      expect(await sessions.byTokenHash('def')).toBeUndefined();
    });
  });
}
