import { isDeepStrictEqual } from 'node:util';
import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { Entry } from '../directory/gateway.ts';
import type { Pictures } from '../store/pictures.ts';
import type { EntryRecord, JoinedRecord, People, Person, StoredAttributes } from '../store/store.ts';
import { idName } from './field-source.ts';
import { type Observing, observedChanges } from './observed-changes.ts';
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
}

/** The same of an entry that completes a person (F12); undefined where the directory has none for them. */
export interface JoinedReading extends Pick<Reading, 'fields'> {
  readonly person: Person;
  readonly joined: string;
  readonly entry: Entry | undefined;
  readonly before: StoredAttributes;
}

/** What was read of an entry as it is kept; its pictures are kept already, so that none is named that is not there. */
export async function recordOf(pictures: Pictures, reading: Reading): Promise<EntryRecord> {
  const { directory, entry, fields, before } = reading;
  for (const bytes of picturesIn(fields, entry.attributes)) await pictures.put(bytes);
  const { id: entryId, username, displayName } = entry;
  return { directory, entryId, username, displayName, attributes: toStored(fields, entry.attributes, before) };
}

/** What was read of an entry that completes a person, as it is kept with them. */
export async function joinedRecordOf(pictures: Pictures, reading: JoinedReading): Promise<JoinedRecord> {
  const { person, joined, entry, fields, before } = reading;
  const read = entry?.attributes ?? {};
  for (const bytes of picturesIn(fields, read, joined)) await pictures.put(bytes);
  const values = toStored(fields, read, before, joined);
  const kept = before[idName(joined)] ?? [];
  // What the last sync knew of the entry still tells where nothing differs.
  const isSame =
    entry?.id === kept[0] && Object.keys(values).every((name) => isDeepStrictEqual(values[name], before[name]));
  const id = isSame ? kept : entry ? [entry.id] : [];
  return { personId: person.id, attributes: { ...values, [idName(joined)]: id } };
}

export interface ReadOnItsOwn extends Omit<Reading, 'before' | 'fields'>, Observing {
  /** Undefined for somebody new. */
  readonly person: Person | undefined;
}

/** Keeps what was read of an entry, and what others changed of it (`People.keepEntry`). */
export async function keepRead({ people, pictures }: ReadKeeper, reading: ReadOnItsOwn): Promise<Person> {
  const { person: justRead } = reading;
  const record = await recordOf(pictures, { ...reading, before: justRead?.attributes });
  const observe = (kept: Person) => observedChanges(kept, record.attributes, reading);
  return people.keepEntry(record, false, { justRead, observe });
}
