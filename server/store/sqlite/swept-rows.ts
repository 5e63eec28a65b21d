import type { Person, StoredAttributes } from '../store.ts';
import type { KnownEntry } from '../sync.ts';
import type { Database } from './database.ts';

/** The statements of a sweep, as bare as they are: a hundred thousand of each may follow one another. */
export interface SweptRows {
  hasAny(directory: string): boolean;
  known(directory: string, entryId: string): KnownEntry | undefined;
  unsettled(directory: string): readonly { readonly number: number; readonly entryId: string }[];
  byEntry(directory: string, entryId: string): SweptRow | undefined;
  /** Every number of a directory. */
  numbers(directory: string): readonly number[];
  /** Undefined for who is hidden or was read after the change number. */
  visible(number: number, since: number): Pick<Person, 'username' | 'displayName'> | undefined;
  insert(row: NewRow): number;
  update(number: number, person: Person, digest: string | null): void;
  /** The same person from other bytes. */
  touch(number: number, digest: string | null): void;
}

/** Somebody new, what was read of them in JSON. */
export interface NewRow extends Pick<Person, 'id' | 'username' | 'displayName' | 'changeNumber'> {
  readonly directory: string;
  readonly entryId: string;
  readonly digest: string | null;
  readonly attributes: string;
}

export interface SweptRow {
  readonly number: number;
  readonly entryChangeNumber: number;
  readonly person: Person;
}

type Row = readonly [
  number: number,
  entryChangeNumber: number,
  id: string,
  changeNumber: number,
  hiddenAt: number | null,
  username: string,
  displayName: string,
  attributes: string,
  syncedAttributes: string,
  localValues: string,
  localRevision: number,
];

export function createSweptRows({ statement }: Database): SweptRows {
  const any = statement('select 1 from people where directory = ? limit 1').pluck();
  const known = statement('select number, entry_digest from people where directory = ? and entry_id = ?').raw();
  const unsettled = statement(
    'select number, entry_id as entryId from people where directory = ? and entry_digest is null and hidden_at is null',
  );
  const byEntry = statement(
    `select number, entry_change_number, id, change_number, hidden_at, username, display_name, attributes,
       synced_attributes, local_values, local_revision
     from people where directory = ? and entry_id = ?`,
  ).raw();
  const numbers = statement('select number from people where directory = ?').pluck();
  const visible = statement(
    'select username, display_name from people where number = ? and hidden_at is null and entry_change_number <= ?',
  ).raw();
  const insert = statement(
    `insert into people (id, directory, entry_id, entry_digest, change_number, entry_change_number, username,
       display_name, attributes, synced_attributes, local_values, local_revision)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', '{}', 0)`,
  );
  const update = statement(
    `update people set entry_digest = coalesce(?, entry_digest), change_number = ?, entry_change_number = ?, hidden_at = null, username = ?,
       display_name = ?, attributes = ?, synced_attributes = ? where number = ?`,
  );
  const touch = statement('update people set entry_digest = coalesce(?, entry_digest) where number = ?');

  return {
    hasAny: (directory) => any.get(directory) !== undefined,
    known(directory, entryId) {
      const row = known.get(directory, entryId) as [number, string | null] | undefined;
      return row && { number: row[0], digest: row[1] };
    },
    unsettled: (directory) => unsettled.all(directory) as { number: number; entryId: string }[],
    byEntry(directory, entryId) {
      const row = byEntry.get(directory, entryId) as Row | undefined;
      return row && { number: row[0], entryChangeNumber: row[1], person: personIn(row, directory, entryId) };
    },
    numbers: (directory) => numbers.all(directory) as number[],
    visible(number, since) {
      const row = visible.get(number, since) as [string, string] | undefined;
      return row && { username: row[0], displayName: row[1] };
    },
    insert({ id, directory, entryId, digest, changeNumber, username, displayName, attributes }) {
      const entry = [directory, entryId, digest, changeNumber, changeNumber, username, displayName, attributes];
      return Number(insert.run(id, ...entry).lastInsertRowid);
    },
    update(number, person, digest) {
      const { changeNumber, username, displayName } = person;
      const [attributes, synced] = [JSON.stringify(person.attributes), JSON.stringify(person.syncedAttributes)];
      update.run(digest, changeNumber, changeNumber, username, displayName, attributes, synced, number);
    },
    touch: (number, digest) => void touch.run(digest, number),
  };
}

function personIn(row: Row, directory: string, entryId: string): Person {
  const [, , id, changeNumber, hiddenAt, username, displayName, attributes, synced, localValues, localRevision] = row;
  return {
    id,
    directory,
    entryId,
    username,
    displayName,
    attributes: JSON.parse(attributes) as StoredAttributes,
    syncedAttributes: JSON.parse(synced) as StoredAttributes,
    localValues: JSON.parse(localValues) as Record<string, unknown>,
    localRevision,
    hiddenAt: hiddenAt === null ? null : new Date(hiddenAt),
    changeNumber,
  };
}
