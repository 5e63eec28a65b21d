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

/** Who changed what, by the revision that came of it. */
export const configurationChanges = sqliteTable('configuration_changes', {
  revision: integer().primaryKey(),
  changedBy: text('changed_by').notNull(),
  changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
  places: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
});
