import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ChangeSource } from '#shared/contract/history.ts';
import type { HistoryMark } from '../../history.ts';
import type { StoredValue } from '../../store.ts';

/** The chain of all changes; no foreign key, since a change outlives the person. */
export const history = sqliteTable(
  'history',
  {
    /** Never given twice, so that a chain without its last rows shows. */
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    /** Null in a row that is erased; all below likewise. */
    nonce: text(),
    personId: text('person_id'),
    field: text(),
    actorId: text('actor_id'),
    source: text().$type<ChangeSource>(),
    reason: text(),
    from: text({ mode: 'json' }).$type<unknown>(),
    to: text({ mode: 'json' }).$type<unknown>(),
    exactFrom: text('exact_from', { mode: 'json' }).$type<readonly StoredValue[]>(),
    exactTo: text('exact_to', { mode: 'json' }).$type<readonly StoredValue[]>(),
    undoes: integer(),
    approverId: text('approver_id'),
    /** Instead of a change. */
    mark: text({ mode: 'json' }).$type<HistoryMark>(),
    digest: text().notNull(),
    link: text().notNull(),
  },
  (table) => [index('history_by_person').on(table.personId, table.id)],
);
