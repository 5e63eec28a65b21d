import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { and, eq, sql } from 'drizzle-orm';
import type { EntryRecord, People, Person } from '../store.ts';
import type { Database } from './database.ts';
import { people } from './schema/people.ts';

export function createPeople(database: Database): People {
  const byId = database.prepare((queries) =>
    queries
      .select()
      .from(people)
      .where(eq(people.id, sql.placeholder('id'))),
  );
  const byEntry = database.prepare((queries) =>
    queries
      .select()
      .from(people)
      .where(and(eq(people.directory, sql.placeholder('directory')), eq(people.entryId, sql.placeholder('entryId')))),
  );

  return {
    byId: (id) => database.read(() => byId.get({ id })),

    byEntry: (directory, entryId) => database.read(() => byEntry.get({ directory, entryId })),

    async keepEntry(record, accepted, justRead) {
      const { directory, entryId } = record;
      const known = justRead ?? (await database.read(() => byEntry.get({ directory, entryId })));
      if (known && isDeepStrictEqual(personAfter(known, record, accepted), known)) return known;
      return database.write((queries) => {
        const before = byEntry.get({ directory, entryId });
        if (!before) return queries.insert(people).values(newPerson(record)).returning().get();
        const after = personAfter(before, record, accepted);
        queries.update(people).set(after).where(eq(people.id, before.id)).run();
        return after;
      });
    },

    changeLocalValues: (id, localRevision, values) =>
      database.write((queries) => {
        const { changes } = queries
          .update(people)
          .set({ localValues: { ...values }, localRevision: localRevision + 1 })
          .where(and(eq(people.id, id), eq(people.localRevision, localRevision)))
          .run();
        return changes === 1;
      }),
  };
}

function newPerson({ directory, entryId, username, displayName, attributes }: EntryRecord): Person {
  const synced = { attributes: { ...attributes }, syncedAttributes: { ...attributes } };
  return { id: randomUUID(), directory, entryId, username, displayName, ...synced, localValues: {}, localRevision: 0 };
}

function personAfter(person: Person, { username, displayName, attributes }: EntryRecord, accepted: boolean): Person {
  const { syncedAttributes } = person;
  return {
    ...person,
    username,
    displayName,
    attributes: { ...person.attributes, ...attributes },
    syncedAttributes: accepted ? { ...syncedAttributes, ...attributes } : { ...attributes, ...syncedAttributes },
  };
}
