import { randomUUID } from 'node:crypto';
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
