import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Fault } from '#shared/contract/problem.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { ProposalState } from '../../proposals.ts';

export const proposals = sqliteTable(
  'proposals',
  {
    /** Never given twice: whoever decides means the one that they saw. */
    id: integer().primaryKey({ autoIncrement: true }),
    personId: text('person_id').notNull(),
    field: text().notNull(),
    from: text({ mode: 'json' }).$type<unknown>(),
    to: text({ mode: 'json' }).$type<unknown>(),
    seen: text().notNull(),
    actorId: text('actor_id').notNull(),
    actorRole: text('actor_role').$type<Role>().notNull(),
    reason: text(),
    madeAt: integer('made_at', { mode: 'timestamp_ms' }).notNull(),
    state: text().$type<ProposalState>().notNull(),
    decidedBy: text('decided_by'),
    decidedAt: integer('decided_at', { mode: 'timestamp_ms' }),
    word: text(),
    fault: text({ mode: 'json' }).$type<Fault>(),
  },
  (table) => [
    uniqueIndex('proposals_by_person').on(table.personId, table.field, table.actorId),
    index('proposals_by_state').on(table.state),
  ],
);
