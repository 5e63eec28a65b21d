import { isDeepStrictEqual } from 'node:util';
import type { SyncChange } from '#shared/contract/sync.ts';
import type { Entry } from '../directory/gateway.ts';
import { type Observing, observedChanges } from '../profiles/observed-changes.ts';
import type { storingOf } from '../profiles/stored-values.ts';
import type { NewChange } from '../store/history.ts';
import type { EntryRecord, Person, StoredAttributes } from '../store/store.ts';

/** What an entry that was read means for its person. */
export interface SyncPlan {
  readonly kind: 'unchanged' | Exclude<SyncChange['kind'], 'hidden' | 'missing'>;
  /** What is to be kept, and what others changed, for the history. */
  readonly record: EntryRecord;
  readonly changes: readonly NewChange[];
  /** Names of the attributes that differ. */
  readonly attributes: readonly string[];
}

export interface Reading {
  readonly directory: string;
  /** Of the fields whose attributes the entry was asked for. */
  readonly toStored: ReturnType<typeof storingOf>;
  /** What was read of its pictures. */
  readonly pictures?: StoredAttributes | undefined;
  /** By the fields whose attributes were read of everybody before: what others are filled with is no change. */
  readonly observing: Observing;
}

/** Decides by the person as they are kept; the entry is who they are, whatever its names (S6). */
export function planSync(
  person: Person | undefined,
  entry: Entry,
  { directory, toStored, pictures, observing }: Reading,
): SyncPlan {
  const { id: entryId, username, displayName } = entry;
  const attributes = { ...toStored(entry.attributes, person?.attributes), ...pictures };
  const record = { directory, entryId, username, displayName, attributes };
  if (!person) return { kind: 'added', record, attributes: [], changes: [] };
  const differing = Object.keys(attributes).filter(
    (name) =>
      person.syncedAttributes[name] !== undefined ||
      !isDeepStrictEqual(attributes[name], person.attributes[name] ?? []),
  );
  const isRenamed = person.username !== username || person.displayName !== displayName;
  const isChanged = isRenamed || differing.length > 0;
  const kind = person.hiddenAt ? 'returned' : isChanged ? 'changed' : 'unchanged';
  const changes = differing.length > 0 ? observedChanges(person, attributes, observing) : [];
  return { kind, record, attributes: differing, changes };
}
