import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SyncRun, SyncRunDetails } from '#shared/contract/sync.ts';

export const syncRuns = sqliteTable(
  'sync_runs',
  {
    number: integer().primaryKey(),
    id: text().notNull().unique(),
    /** Until when the process that runs it is taken to be alive; null once it has ended. */
    leaseUntil: integer('lease_until', { mode: 'timestamp_ms' }),
    isCancelRequested: integer('is_cancel_requested', { mode: 'boolean' }).notNull(),
    run: text({ mode: 'json' }).$type<SyncRun>().notNull(),
    details: text({ mode: 'json' }).$type<Pick<SyncRunDetails, 'failures' | 'changes'>>(),
  },
  (table) => [index('sync_runs_under_way').on(table.leaseUntil).where(sql`${table.leaseUntil} is not null`)],
);

export const syncStates = sqliteTable('sync_states', {
  directory: text().primaryKey(),
  revision: integer().notNull(),
  document: text({ mode: 'json' }).$type<unknown>().notNull(),
});
