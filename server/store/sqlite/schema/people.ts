import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { StoredAttributes } from '../../store.ts';

export const people = sqliteTable(
  'people',
  {
    /** Stays the same as long as the row does, and is as dense as rows are: a sweep marks whom it saw by it. */
    number: integer().primaryKey(),
    id: text().notNull().unique(),
    directory: text(),
    entryId: text('entry_id'),
    /** Of the bytes that a sweep read, as long as nobody else has read the entry since. */
    entryDigest: text('entry_digest'),
    changeNumber: integer('change_number').notNull(),
    /** The change number by which what comes from the entry was last written. */
    entryChangeNumber: integer('entry_change_number').notNull().default(0),
    hiddenAt: integer('hidden_at', { mode: 'timestamp_ms' }),
    username: text().notNull(),
    displayName: text('display_name').notNull(),
    attributes: text({ mode: 'json' }).$type<StoredAttributes>().notNull(),
    syncedAttributes: text('synced_attributes', { mode: 'json' }).$type<StoredAttributes>().notNull(),
    localValues: text('local_values', { mode: 'json' }).$type<Readonly<Record<string, unknown>>>().notNull(),
    localRevision: integer('local_revision').notNull(),
  },
  (table) => [
    /** With the digest, so that a sweep need not look at people to see that they are the same. */
    index('people_by_entry').on(table.directory, table.entryId, table.entryDigest),
    uniqueIndex('people_by_change').on(table.changeNumber),
    index('people_unsettled').on(table.directory).where(sql`${table.entryDigest} is null`),
    index('people_hidden').on(table.hiddenAt).where(sql`${table.hiddenAt} is not null`),
    check('people_entry_whole', sql`(${table.directory} is null) = (${table.entryId} is null)`),
  ],
);
