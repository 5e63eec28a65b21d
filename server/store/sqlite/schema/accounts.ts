import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';

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
    /** By which people name it in the list of their sessions; it opens nothing. */
    id: text().notNull().unique(),
    role: text().notNull(),
    client: text().notNull(),
    passwordStamp: text('password_stamp'),
    openedAt: integer('opened_at', { mode: 'timestamp_ms' }).notNull(),
    seenAt: integer('seen_at', { mode: 'timestamp_ms' }).notNull(),
    checkedAt: integer('checked_at', { mode: 'timestamp_ms' }).notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('sessions_by_expiry').on(table.expiresAt), index('sessions_by_person').on(table.personId)],
);

/** Attempts to sign in, counted by whatever they are limited by; of names and addresses the hash alone. */
export const signInAttempts = sqliteTable('sign_in_attempts', {
  key: text().primaryKey(),
  count: integer().notNull(),
  /** When they are forgotten. */
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
});

/** Places from which a person has signed in. */
export const signInPlaces = sqliteTable('sign_in_places', {
  key: text().primaryKey(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
});
