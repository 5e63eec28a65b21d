import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { StoredAttributes } from '../../store.ts';

export const people = sqliteTable(
  'people',
  {
    id: text().primaryKey(),
    directory: text(),
    entryId: text('entry_id'),
    username: text().notNull(),
    displayName: text('display_name').notNull(),
    attributes: text({ mode: 'json' }).$type<StoredAttributes>().notNull(),
    syncedAttributes: text('synced_attributes', { mode: 'json' }).$type<StoredAttributes>().notNull(),
    localValues: text('local_values', { mode: 'json' }).$type<Readonly<Record<string, unknown>>>().notNull(),
    localRevision: integer('local_revision').notNull(),
  },
  (table) => [
    uniqueIndex('people_by_entry').on(table.directory, table.entryId),
    check('people_entry_whole', sql`(${table.directory} is null) = (${table.entryId} is null)`),
  ],
);
