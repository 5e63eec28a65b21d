import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Fault } from '#shared/contract/problem.ts';
import type { EditOrigin, EditState } from '../../outbox.ts';
import type { StoredValue } from '../../store.ts';

export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey(),
    save: text().notNull(),
    personId: text('person_id').notNull(),
    directory: text().notNull(),
    entryId: text('entry_id').notNull(),
    field: text().notNull(),
    attribute: text().notNull(),
    from: text({ mode: 'json' }).$type<unknown>(),
    to: text({ mode: 'json' }).$type<unknown>(),
    seen: text(),
    old: text({ mode: 'json' }).$type<readonly StoredValue[]>().notNull(),
    values: text({ mode: 'json' }).$type<readonly StoredValue[]>().notNull(),
    actorId: text('actor_id').notNull(),
    source: text().$type<EditOrigin['source']>().notNull(),
    reason: text(),
    undoes: integer(),
    approverId: text('approver_id'),
    madeAt: integer('made_at', { mode: 'timestamp_ms' }).notNull(),
    state: text().$type<EditState>().notNull(),
    attempts: integer().notNull(),
    nextAttemptAt: integer('next_attempt_at', { mode: 'timestamp_ms' }).notNull(),
    fault: text({ mode: 'json' }).$type<Fault>(),
    leaseToken: text('lease_token'),
    leasedUntil: integer('leased_until', { mode: 'timestamp_ms' }),
  },
  (table) => [
    index('outbox_by_entry').on(table.directory, table.entryId),
    index('outbox_by_person').on(table.personId),
  ],
);
