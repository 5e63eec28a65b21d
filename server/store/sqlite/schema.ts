import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { StoredAttributes } from '../store.ts';

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

export const localAccounts = sqliteTable('local_accounts', {
  /** The name as it is compared, so that case and composition of letters make no second account. */
  usernameKey: text('username_key').primaryKey(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' }),
  username: text().notNull(),
  passwordHash: text('password_hash').notNull(),
  role: text().notNull(),
});

export const sessions = sqliteTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    role: text().notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('sessions_by_expiry').on(table.expiresAt)],
);

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
