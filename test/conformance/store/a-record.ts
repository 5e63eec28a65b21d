import { randomUUID } from 'node:crypto';
import type { StoredSession } from '#server/store/sessions.ts';
import type { EntryRecord } from '#server/store/store.ts';
import { type Configuration, configuration } from '#shared/contract/configuration.ts';

export function aRecord(record: Partial<EntryRecord> = {}): EntryRecord {
  return {
    directory: 'hq',
    entryId: randomUUID(),
    username: 'jane',
    displayName: 'Jane Doe',
    attributes: { telephoneNumber: ['+49 611 1234567'] },
    ...record,
  };
}

export function aConfiguration(section: string): Configuration {
  return configuration.parse({ settings: { sections: [{ key: section, label: { en: section } }] } });
}

export function aSession(personId: string, session: Partial<StoredSession> = {}): StoredSession {
  const noon = new Date('2026-05-23T12:00:00.123Z');
  const times = { openedAt: noon, seenAt: noon, checkedAt: noon, expiresAt: noon };
  return {
    id: randomUUID(),
    personId,
    role: 'helpdesk',
    client: 'A browser',
    passwordStamp: null,
    ...times,
    ...session,
  };
}
