import { and, asc, eq } from 'drizzle-orm';
import type { Proposals } from '../proposals.ts';
import type { Database } from './database.ts';
import { proposals } from './schema/proposals.ts';

export function createProposals(database: Database): Proposals {
  return {
    put: (made) =>
      database.write((queries) =>
        made.map((proposal) => {
          const { personId, field, actorId } = proposal;
          const ofSame = [eq(proposals.personId, personId), eq(proposals.field, field), eq(proposals.actorId, actorId)];
          queries
            .delete(proposals)
            .where(and(...ofSame))
            .run();
          return queries
            .insert(proposals)
            .values({ ...proposal, state: 'open' })
            .returning()
            .get();
        }),
      ),

    byId: (id) => database.read((queries) => queries.select().from(proposals).where(eq(proposals.id, id)).get()),

    ofPerson: (personId) =>
      database.read((queries) =>
        queries.select().from(proposals).where(eq(proposals.personId, personId)).orderBy(asc(proposals.id)).all(),
      ),

    open: () =>
      database.read((queries) =>
        queries.select().from(proposals).where(eq(proposals.state, 'open')).orderBy(asc(proposals.id)).all(),
      ),

    decide: (id, decision) =>
      database.write((queries) => {
        const isOpen = and(eq(proposals.id, id), eq(proposals.state, 'open'));
        return queries.update(proposals).set(decision).where(isOpen).run().changes > 0;
      }),

    remove: (id) => database.write((queries) => void queries.delete(proposals).where(eq(proposals.id, id)).run()),
  };
}
