import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One row: the configuration that is in force. */
export const configurations = sqliteTable(
  'configuration',
  {
    id: integer().primaryKey(),
    revision: integer().notNull(),
    document: text({ mode: 'json' }).$type<unknown>().notNull(),
  },
  (table) => [check('configuration_is_one', sql`${table.id} = 1`)],
);
