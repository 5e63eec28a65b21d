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
    role: text().notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('sessions_by_expiry').on(table.expiresAt)],
);
