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
  const attributes = { ...person.attributes, ...record.attributes };
  const syncedAttributes = syncedAfter(person, record.attributes, accepted);
  const after = { ...person, username, displayName, attributes, syncedAttributes, hiddenAt: null };
  return isDeepStrictEqual(after, person) ? person : after;
}

function syncedAfter(person: Person, read: StoredAttributes, accepted: boolean): StoredAttributes {
  const synced = { ...person.syncedAttributes };
  for (const [attribute, values] of Object.entries(read)) {
    const before = synced[attribute] ?? person.attributes[attribute];
    if (accepted || before === undefined || isDeepStrictEqual(before, values)) delete synced[attribute];
    else synced[attribute] = before;
  }
  return synced;
}
