import { and, eq, sql } from 'drizzle-orm';
import type { EntryNames } from '../entry-names.ts';
import type { Database } from './database.ts';
import { entryNames } from './schema/entry-names.ts';

export function createEntryNames(database: Database): EntryNames {
  const byDN = database.prepare((queries) =>
    queries
      .select({ entryId: entryNames.entryId })
      .from(entryNames)
      .where(and(eq(entryNames.directory, sql.placeholder('directory')), eq(entryNames.dn, sql.placeholder('dn')))),
  );
  const entryIdOf = async (directory: string, dn: string) =>
    (await database.read(() => byDN.get({ directory, dn })))?.entryId;

  return {
    entryIdOf,

    async put(directory, dn, entryId) {
      if ((await entryIdOf(directory, dn)) === entryId) return;
      await database.write((queries) =>
        queries
          .insert(entryNames)
          .values({ directory, dn, entryId })
          .onConflictDoUpdate({ target: [entryNames.directory, entryNames.dn], set: { entryId } })
          .run(),
      );
    },
  };
}
