import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, getTableColumns, gt, max, sql } from 'drizzle-orm';
import { completedBy, personAfter, personOf } from '../kept-person.ts';
import { newPersonId } from '../new-person-id.ts';
import type { EntryReading, EntryRecord, JoinedRecord, People, Person } from '../store.ts';
import type { Database, Queries } from './database.ts';
import { prepareAppendObserved } from './observed-changes.ts';
import { people } from './schema/people.ts';

const { number: _number, entryDigest: _digest, entryChangeNumber: _entryChange, ...person } = getTableColumns(people);

/** What a person is made of; the rest is the sync's own. */
export const personColumns = person;

/** What other areas of the store do with people, within transactions of their own. */
export interface PeopleInTransaction {
  /** `People.keepEntry`. */
  keepEntry(queries: Queries, record: EntryRecord, accepted: boolean, reading?: EntryReading): Person;
  /** `People.keepJoined`. */
  keepJoined(queries: Queries, record: JoinedRecord, accepted: boolean, reading?: EntryReading): Person | undefined;
}

export function preparePeople(database: Database): PeopleInTransaction {
  const appendObserved = prepareAppendObserved(database);
  const byId = prepareById(database);
  const byEntry = prepareByEntry(database);
  const keep = database.prepare((queries) => {
    const names = ['username', 'displayName', 'attributes', 'syncedAttributes', 'changeNumber'] as const;
    const values = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
    // The digest stands for what a sweep read, which this is not.
    return queries
      .update(people)
      .set({
        ...values,
        entryChangeNumber: sql.placeholder('changeNumber'),
        entryDigest: null,
        hiddenAt: null,
      } as never)
      .where(eq(people.id, sql.placeholder('id')));
  });
  return {
    keepEntry(queries, record, accepted, { justRead, observe } = {}) {
      const before = byEntry.get({ directory: record.directory, entryId: record.entryId });
      const changeNumber = nextChangeNumber(queries);
      if (!before) {
        const values = { id: newPersonId(), ...personOf(record), changeNumber, entryChangeNumber: changeNumber };
        return queries.insert(people).values(values).returning(person).get();
      }
      const after = personAfter(before, record, accepted);
      if (after === before || (justRead && isReadSince(queries, justRead))) return before;
      if (observe) appendObserved(observe(before));
      keep.run({ ...after, changeNumber });
      return { ...after, changeNumber };
    },

    keepJoined(queries, { personId, attributes }, accepted, { justRead, observe } = {}) {
      const before = byId.get({ id: personId });
      if (!before) return undefined;
      const isSame = (name: string) => isDeepStrictEqual(before.attributes[name], justRead?.attributes[name]);
      if (justRead && !Object.keys(attributes).every(isSame)) return before;
      const after = completedBy(before, attributes, accepted);
      if (after === before) return before;
      if (observe) appendObserved(observe(before));
      return keepValues(queries, after);
    },
  };
}

export function createPeople(database: Database, { keepEntry, keepJoined }: PeopleInTransaction): People {
  const byId = prepareById(database);
  const byEntry = prepareByEntry(database);

  return {
    byId: (id) => database.read(() => byId.get({ id })),

    byEntry: (directory, entryId) => database.read(() => byEntry.get({ directory, entryId })),

    changedAfter: (changeNumber, limit) =>
      database.read((queries) =>
        queries
          .select(person)
          .from(people)
          .where(gt(people.changeNumber, changeNumber))
          .orderBy(asc(people.changeNumber))
          .limit(limit)
          .all(),
      ),

    async keepEntry(record, accepted, reading) {
      const { directory, entryId } = record;
      const known = reading?.justRead ?? (await database.read(() => byEntry.get({ directory, entryId })));
      if (known && personAfter(known, record, accepted) === known) return known;
      return database.write((queries) => keepEntry(queries, record, accepted, reading));
    },

    async keepJoined(record, accepted, reading) {
      const { justRead } = reading ?? {};
      if (justRead && completedBy(justRead, record.attributes, accepted) === justRead) return justRead;
      return database.write((queries) => keepJoined(queries, record, accepted, reading));
    },

    changeLocalValues: (id, localRevision, values) =>
      database.write((queries) => changeLocalValues(queries, id, localRevision, values)),
  };
}

/** `People.changeLocalValues`. */
export function changeLocalValues(
  queries: Queries,
  id: string,
  localRevision: number,
  values: Readonly<Record<string, unknown>>,
): boolean {
  const changeNumber = nextChangeNumber(queries);
  const { changes } = queries
    .update(people)
    .set({ localValues: { ...values }, localRevision: localRevision + 1, changeNumber })
    .where(and(eq(people.id, id), eq(people.localRevision, localRevision)))
    .run();
  return changes === 1;
}

function isReadSince(queries: Queries, { id, changeNumber }: Person): boolean {
  const isSince = and(eq(people.id, id), gt(people.entryChangeNumber, changeNumber));
  return queries.select({ id: people.id }).from(people).where(isSince).get() !== undefined;
}

/** Keeps the values of a person, beside whatever tells how their own entry was read. */
function keepValues(queries: Queries, { id, attributes, syncedAttributes }: Person): Person {
  const values = { attributes, syncedAttributes, changeNumber: nextChangeNumber(queries) };
  return queries.update(people).set(values).where(eq(people.id, id)).returning(person).get();
}

function prepareById(database: Database) {
  return database.prepare((queries) =>
    queries
      .select(person)
      .from(people)
      .where(eq(people.id, sql.placeholder('id'))),
  );
}

function prepareByEntry(database: Database) {
  return database.prepare((queries) =>
    queries
      .select(person)
      .from(people)
      .where(and(eq(people.directory, sql.placeholder('directory')), eq(people.entryId, sql.placeholder('entryId')))),
  );
}

/** To be given to one person alone, within the transaction. */
export function nextChangeNumber(queries: Queries): number {
  const [last] = queries
    .select({ number: max(people.changeNumber) })
    .from(people)
    .all();
  return (last?.number ?? 0) + 1;
}
