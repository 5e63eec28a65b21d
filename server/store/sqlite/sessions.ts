import { eq, lte, sql } from 'drizzle-orm';
import type { Sessions } from '../store.ts';
import type { Database } from './database.ts';
import { sessions } from './schema/accounts.ts';
import { people } from './schema/people.ts';

const { personId, role, expiresAt } = sessions;
const { username, displayName, directory } = people;

export function createSessions(database: Database): Sessions {
  const byTokenHash = database.prepare((queries) =>
    queries
      .select({ personId, role, expiresAt, username, displayName, directory })
      .from(sessions)
      .innerJoin(people, eq(people.id, personId))
      .where(eq(sessions.tokenHash, sql.placeholder('tokenHash'))),
  );

  return {
    add: (tokenHash, session) =>
      database.write(
        (queries) =>
          void queries
            .insert(sessions)
            .values({ tokenHash, ...session })
            .run(),
      ),

    byTokenHash: (tokenHash) => database.read(() => byTokenHash.get({ tokenHash })),

    remove: (tokenHash) =>
      database.write((queries) => void queries.delete(sessions).where(eq(sessions.tokenHash, tokenHash)).run()),

    removeExpired: (now) =>
      database.write((queries) => queries.delete(sessions).where(lte(sessions.expiresAt, now)).run().changes),
  };
}
