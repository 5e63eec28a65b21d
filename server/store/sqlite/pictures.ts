import { hash } from 'node:crypto';
import { and, eq, isNotNull, isNull, lte, not, sql } from 'drizzle-orm';
import type { Pictures } from '../pictures.ts';
import type { Database } from './database.ts';
import { pictures } from './schema/pictures.ts';

export function createPictures(database: Database): Pictures {
  const bySHA256 = database.prepare((queries) =>
    queries
      .select()
      .from(pictures)
      .where(eq(pictures.sha256, sql.placeholder('sha256'))),
  );
  const known = database.prepare((queries) =>
    queries
      .select({ unnamedSince: pictures.unnamedSince })
      .from(pictures)
      .where(eq(pictures.sha256, sql.placeholder('sha256'))),
  );

  return {
    async put(bytes) {
      const sha256 = hash('sha256', bytes);
      const before = await database.read(() => known.get({ sha256 }));
      if (before && before.unnamedSince === null) return sha256;
      await database.write((queries) =>
        queries
          .insert(pictures)
          .values({ sha256, bytes: Buffer.from(bytes) })
          .onConflictDoUpdate({ target: pictures.sha256, set: { unnamedSince: null } })
          .run(),
      );
      return sha256;
    },

    get: async (sha256) => (await database.read(() => bySHA256.get({ sha256 })))?.bytes,

    async removeUnnamed(now) {
      await database.read(() => collectNamed(database));
      return database.write((queries) => {
        const isNamed = sql`${pictures.sha256} in (select sha256 from temp.named)`;
        queries
          .update(pictures)
          .set({ unnamedSince: null })
          .where(and(isNotNull(pictures.unnamedSince), isNamed))
          .run();
        const longAgo = new Date(now.getTime() - patience);
        const { changes } = queries
          .delete(pictures)
          .where(and(lte(pictures.unnamedSince, longAgo), not(isNamed)))
          .run();
        queries
          .update(pictures)
          .set({ unnamedSince: now })
          .where(and(isNull(pictures.unnamedSince), not(isNamed)))
          .run();
        return changes;
      });
    },
  };
}

/** What was put is named within minutes; a sync of very many people, and a clock that is set, need more. */
const patience = 24 * 3_600_000;

/** Every text of every table is looked through, so that no place that names a picture can be forgotten. */
function collectNamed({ statement }: Pick<Database, 'statement'>): void {
  statement('create temp table if not exists named (sha256 text primary key) without rowid').run();
  statement('delete from temp.named').run();
  const columns = statement(
    `select tables.name, columns.name from main.sqlite_schema tables, pragma_table_info(tables.name) columns
     where tables.type = 'table' and upper(columns.type) = 'TEXT' and tables.name <> 'pictures'`,
  ).raw();
  for (const [table, column] of columns.all() as [string, string][]) {
    const text = `"${table}"."${column}"`;
    statement(
      `insert or ignore into temp.named
       select found.value from main."${table}",
         json_tree(iif(instr(${text}, '"sha256"') > 0 and json_valid(${text}), ${text}, 'null')) found
       where found.key = 'sha256' and found.type = 'text'`,
    ).run();
  }
}
