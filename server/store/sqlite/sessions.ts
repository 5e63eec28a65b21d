import { and, desc, eq, getTableColumns, lte, or, sql } from 'drizzle-orm';
import type { Sessions } from '../sessions.ts';
import type { Database } from './database.ts';
import { sessions } from './schema/accounts.ts';
import { people } from './schema/people.ts';

const { tokenHash: _, ...session } = getTableColumns(sessions);
const { username, displayName, directory, entryId, hiddenAt } = people;

export function createSessions(database: Database): Sessions {
  const byTokenHash = database.prepare((queries) =>
    queries
      .select({ ...session, username, displayName, directory, entryId, hiddenAt })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(eq(sessions.tokenHash, sql.placeholder('tokenHash'))),
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

    byTokenHash: (tokenHash) => database.read(() => byTokenHash.get({ tokenHash })),

    ofPerson: (personId) =>
      database.read((queries) =>
        queries
          .select(session)
          .from(sessions)
          .where(eq(sessions.personId, personId))
          .orderBy(desc(sessions.openedAt))
          .all(),
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
