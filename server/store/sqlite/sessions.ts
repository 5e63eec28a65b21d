import { and, eq, getTableColumns, lte, or, sql } from 'drizzle-orm';
import type { Sessions } from '../sessions.ts';
import type { Database } from './database.ts';
import { sessions } from './schema/accounts.ts';
import { people } from './schema/people.ts';

const { tokenHash: _, ...session } = getTableColumns(sessions);
const { id, username, displayName, directory, entryId, hiddenAt } = people;

export function createSessions(database: Database): Sessions {
  const byTokenHash = database.prepare((queries) =>
    queries
      .select(session)
      .from(sessions)
      .where(eq(sessions.tokenHash, sql.placeholder('tokenHash'))),
  );
  const personOf = database.prepare((queries) =>
    queries
      .select({ username, displayName, directory, entryId, hiddenAt })
      .from(people)
      .where(eq(id, sql.placeholder('personId'))),
  );

  const ofPerson = database.prepare((queries) =>
    queries
      .select(session)
      .from(sessions)
      .where(eq(sessions.personId, sql.placeholder('personId'))),
  );

  return {
    add: (tokenHash, added) =>
      database.write(
        (queries) =>
          void queries
            .insert(sessions)
            .values({ tokenHash, ...added })
            .run(),
      ),

    byTokenHash: (tokenHash) =>
      database.read(() => {
        const found = byTokenHash.get({ tokenHash });
        const person = found && personOf.get(found);
        return person && { ...found, ...person };
      }),

    ofPerson: (personId) =>
      database.read(() =>
        ofPerson.all({ personId }).toSorted((one, other) => other.openedAt.getTime() - one.openedAt.getTime()),
      ),

    change: (id, changes) =>
      database.write((queries) => void queries.update(sessions).set(changes).where(eq(sessions.id, id)).run()),

    remove: (personId, id) =>
      database.write((queries) => {
        const { changes } = queries
          .delete(sessions)
          .where(and(eq(sessions.personId, personId), eq(sessions.id, id)))
          .run();
        return changes === 1;
      }),

    removeOfPerson: (personId) =>
      database.write((queries) => queries.delete(sessions).where(eq(sessions.personId, personId)).run().changes),

    removeExpired: (now, notSeenSince) =>
      database.write(
        (queries) =>
          queries
            .delete(sessions)
            .where(or(lte(sessions.expiresAt, now), lte(sessions.seenAt, notSeenSince)))
            .run().changes,
      ),
  };
}
