import { isDeepStrictEqual } from 'node:util';
import type { EntryRecord, Person, StoredAttributes } from './store.ts';

/** A person as an entry makes them; what only a store can give is missing. */
export function personOf({ directory, entryId, username, displayName, attributes }: EntryRecord) {
  const nothingElse = { syncedAttributes: {}, localValues: {}, localRevision: 0, hiddenAt: null };
  return { directory, entryId, username, displayName, attributes: { ...attributes }, ...nothingElse };
}

/** The person once this was read of the entry; the same object when that changes nothing. */
export function personAfter(person: Person, record: EntryRecord, accepted: boolean): Person {
  const { username, displayName } = record;
  const after = { ...valuesAfter(person, record.attributes, accepted), username, displayName, hiddenAt: null };
  return isDeepStrictEqual(after, person) ? person : after;
}

type Values = Pick<Person, 'attributes' | 'syncedAttributes'>;

/** The same where the entry is one that completes the person. */
export function completedBy<Kept extends Values>(person: Kept, read: StoredAttributes, accepted: boolean): Kept {
  const after = valuesAfter(person, read, accepted);
  return isDeepStrictEqual(after, person) ? person : after;
}

function valuesAfter<Kept extends Values>(person: Kept, read: StoredAttributes, accepted: boolean): Kept {
  const attributes = { ...person.attributes, ...read };
  return { ...person, attributes, syncedAttributes: syncedAfter(person, read, accepted) };
}

function syncedAfter(person: Values, read: StoredAttributes, accepted: boolean): StoredAttributes {
  const synced = { ...person.syncedAttributes };
  for (const [attribute, values] of Object.entries(read)) {
    const before = synced[attribute] ?? person.attributes[attribute];
    if (accepted || before === undefined || isDeepStrictEqual(before, values)) delete synced[attribute];
    else synced[attribute] = before;
  }
  return synced;
}
