import { and, eq } from 'drizzle-orm';
import type { KeptSyncState, SyncStates } from '../sync.ts';
import type { Database, Queries } from './database.ts';
import { syncStates } from './schema/sync.ts';

const { directory, revision, document } = syncStates;

export function createSyncStates(database: Database): SyncStates {
  return {
    load: (key) =>
      database.read((queries): KeptSyncState => {
        const kept = queries.select({ revision, document }).from(syncStates).where(eq(directory, key)).get();
        return kept ?? { revision: 0, document: undefined };
      }),

    save: (key, state, expectedRevision) =>
      database.write((queries) => saveSyncState(queries, key, { document: state, revision: expectedRevision })),
  };
}

/** `SyncStates.save`, within a transaction. */
export function saveSyncState(queries: Queries, key: string, state: KeptSyncState): boolean {
  const next = { revision: state.revision + 1, document: state.document };
  const { changes } =
    state.revision === 0
      ? queries
          .insert(syncStates)
          .values({ directory: key, ...next })
          .onConflictDoNothing()
          .run()
      : queries
          .update(syncStates)
          .set(next)
          .where(and(eq(directory, key), eq(revision, state.revision)))
          .run();
  return changes === 1;
}
