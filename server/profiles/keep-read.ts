import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { Entry } from '../directory/gateway.ts';
import type { Pictures } from '../store/pictures.ts';
import type { EntryRecord, People, Person, StoredAttributes } from '../store/store.ts';
import { picturesIn, toStored } from './stored-values.ts';

export interface ReadKeeper {
  readonly people: People;
  readonly pictures: Pictures;
}

export interface Reading {
  readonly directory: string;
  readonly entry: Entry;
  /** By which the entry was read: all that are mapped. */
  readonly fields: readonly FieldDefinition[];
  /** What was kept before; it says which of several values is ours. */
  readonly before: StoredAttributes | undefined;
  readonly isAccepted: boolean;
  readonly justRead?: Person;
}

/** What was read of an entry as it is kept; its pictures are kept already, so that none is named that is not there. */
export async function recordOf(pictures: Pictures, reading: Omit<Reading, 'isAccepted'>): Promise<EntryRecord> {
  const { directory, entry, fields, before } = reading;
  for (const bytes of picturesIn(fields, entry.attributes)) await pictures.put(bytes);
  const { id: entryId, username, displayName } = entry;
  return { directory, entryId, username, displayName, attributes: toStored(fields, entry.attributes, before) };
}

/** Keeps what was read of an entry (`People.keepEntry`). */
export async function keepRead({ people, pictures }: ReadKeeper, reading: Reading): Promise<Person> {
  return people.keepEntry(await recordOf(pictures, reading), reading.isAccepted, reading.justRead);
}
