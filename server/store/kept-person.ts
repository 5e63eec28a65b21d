import { isDeepStrictEqual } from 'node:util';
import type { EntryRecord, Person, StoredAttributes, StoredValue } from './store.ts';

/** A person as an entry makes them; what only a store can give is missing. */
export function personOf({ directory, entryId, username, displayName, attributes }: EntryRecord) {
  const nothingElse = { syncedAttributes: {}, localValues: {}, localRevision: 0, hiddenAt: null };
  return { directory, entryId, username, displayName, attributes: { ...attributes }, ...nothingElse };
}

/** The person once this was read of the entry; the same object when that changes nothing. */
export function personAfter(person: Person, record: EntryRecord, accepted: boolean): Person {
  const { username, displayName, attributes } = record;
  const isNamedSo = person.username === username && person.displayName === displayName;
  if (isNamedSo && person.hiddenAt === null && holds(person, attributes)) return person;
  const after = { ...valuesAfter(person, record.attributes, accepted), username, displayName, hiddenAt: null };
  return isDeepStrictEqual(after, person) ? person : after;
}

/** Whether just this was read of them the last time, too, as it mostly was: quicker to see than what would become of them. */
function holds({ attributes, syncedAttributes }: Person, read: StoredAttributes): boolean {
  return Object.entries(read).every(
    ([name, values]) => syncedAttributes[name] === undefined && areSame(values, attributes[name]),
  );
}

function areSame(some: readonly StoredValue[], others: readonly StoredValue[] = []): boolean {
  const isSame = (value: StoredValue, index: number) =>
    value === others[index] || isDeepStrictEqual(value, others[index]);
  return some.length === others.length && some.every(isSame);
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
