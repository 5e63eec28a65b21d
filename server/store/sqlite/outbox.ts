import { and, asc, count, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Edit, EditState, NewSave, Outbox, SettledEdit } from '../outbox.ts';
import type { Database, Queries } from './database.ts';
import type { Append } from './history.ts';
import { changeLocalValues, type PeopleInTransaction } from './people.ts';
import { outbox } from './schema/outbox.ts';

type Row = typeof outbox.$inferSelect;

/** What is on its way, or is to go; it keeps what comes after it waiting. */
const undelivered: readonly EditState[] = ['sending', 'unknown', 'waiting'];
const waitsForPerson: readonly EditState[] = ['conflict', 'refused'];

const isUndelivered = inArray(outbox.state, [...undelivered]);
const isFree = (now: Date) => or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, now));

export function createOutbox(database: Database, append: Append, { keepEntry }: PeopleInTransaction): Outbox {
  const oldest = database.prepare((queries) =>
    queries
      .select({ save: outbox.save, leasedUntil: outbox.leasedUntil })
      .from(outbox)
      .where(
        and(
          eq(outbox.directory, sql.placeholder('directory')),
          eq(outbox.entryId, sql.placeholder('entryId')),
          isUndelivered,
        ),
      )
      .orderBy(asc(outbox.id))
      .limit(1),
  );
  const remove = database.prepare((queries) => queries.delete(outbox).where(eq(outbox.id, sql.placeholder('id'))));
  const leases = database.prepare((queries) =>
    queries
      .select({ token: outbox.leaseToken })
      .from(outbox)
      .where(eq(outbox.id, sql.placeholder('id'))),
  );
  const ofPerson = database.prepare((queries) =>
    queries
      .select()
      .from(outbox)
      .where(eq(outbox.personId, sql.placeholder('personId')))
      .orderBy(asc(outbox.id)),
  );

  function insert(queries: Queries, { entry, edits, ...save }: NewSave): { edits: Edit[]; isLeased: boolean } {
    if (!entry || edits.length === 0) return { edits: [], isLeased: true };
    const isLeased = oldest.get(entry) === undefined;
    const lease = isLeased ? { leaseToken: save.lease.token, leasedUntil: save.lease.until } : {};
    const rows = edits.map((edit) => ({
      ...edit,
      ...entry,
      ...save.origin,
      ...lease,
      save: save.save,
      personId: save.personId,
      madeAt: save.at,
      state: isLeased ? ('sending' as const) : ('waiting' as const),
      attempts: 0,
      nextAttemptAt: save.at,
    }));
    return { edits: queries.insert(outbox).values(rows).returning().all().map(editOf), isLeased };
  }

  function settleOne(queries: Queries, { id, state, nextAttemptAt, fault }: SettledEdit): void {
    if (state === 'done') {
      remove.run({ id });
      return;
    }
    queries
      .update(outbox)
      .set({
        state,
        attempts: sql`${outbox.attempts} + 1`,
        ...(nextAttemptAt && { nextAttemptAt }),
        fault: fault ?? null,
        leaseToken: null,
        leasedUntil: null,
      })
      .where(eq(outbox.id, id))
      .run();
  }

  return {
    begin: (save) =>
      database.write((queries) => {
        const { personId, local, edits } = save;
        if (local) {
          const { revision, values, changes } = local;
          if (!changeLocalValues(queries, personId, revision, values)) return undefined;
          append(changes);
        }
        const fields = edits.map(({ field }) => field);
        for (const { id, field, state } of ofPerson.all({ personId })) {
          if (fields.includes(field) && waitsForPerson.includes(state)) remove.run({ id });
        }
        return insert(queries, save);
      }),

    claim: (directory, entryId, lease, now) =>
      database.write((queries) => {
        const first = oldest.get({ directory, entryId });
        if (!first || (first.leasedUntil && first.leasedUntil > now)) return undefined;
        const isOfSave = and(eq(outbox.save, first.save), isUndelivered);
        const claimed = queries.select().from(outbox).where(isOfSave).orderBy(asc(outbox.id)).all();
        queries
          .update(outbox)
          .set({ state: 'sending', leaseToken: lease.token, leasedUntil: lease.until })
          .where(isOfSave)
          .run();
        return claimed.map(editOf);
      }),

    due: (now, limit) =>
      database.read((queries) => {
        const { directory, entryId } = outbox;
        const first = sql<number>`min(${outbox.id})`;
        const heads = queries
          .select({ first: first.as('first') })
          .from(outbox)
          .where(isUndelivered)
          .groupBy(directory, entryId)
          .as('heads');
        return queries
          .select({ directory, entryId })
          .from(outbox)
          .innerJoin(heads, eq(heads.first, outbox.id))
          .where(and(lte(outbox.nextAttemptAt, now), isFree(now)))
          .orderBy(asc(outbox.id))
          .limit(limit)
          .all();
      }),

    settle: ({ lease, edits, changes, kept }) =>
      database.write((queries) => {
        if (edits.some(({ id }) => leases.get({ id })?.token !== lease.token)) return false;
        for (const edit of edits) settleOne(queries, edit);
        append(changes);
        if (kept) keepEntry(queries, kept.record, kept.accepted);
        return true;
      }),

    hasten: (directory, now) =>
      database.write(
        (queries) =>
          void queries
            .update(outbox)
            .set({ nextAttemptAt: now })
            .where(and(eq(outbox.directory, directory), isUndelivered))
            .run(),
      ),

    byId: (id) =>
      database.read((queries) => {
        const row = queries.select().from(outbox).where(eq(outbox.id, id)).get();
        return row && editOf(row);
      }),

    ofPerson: (personId) => database.read(() => ofPerson.all({ personId }).map(editOf)),

    list: (limit) =>
      database.read((queries) => queries.select().from(outbox).orderBy(asc(outbox.id)).limit(limit).all().map(editOf)),

    count: () => database.read((queries) => queries.select({ edits: count() }).from(outbox).get()?.edits ?? 0),

    withdraw: (id, now) =>
      database.write((queries) => {
        const row = queries.select().from(outbox).where(eq(outbox.id, id)).get();
        if (!row) return 'notFound';
        const isSent = row.state === 'sending' || row.state === 'unknown';
        if (isSent || (row.leasedUntil && row.leasedUntil > now)) return 'onItsWay';
        const { personId, field } = row;
        const fromHere = and(eq(outbox.personId, personId), eq(outbox.field, field), gte(outbox.id, id));
        queries.delete(outbox).where(fromHere).run();
        return 'withdrawn';
      }),
  };
}

function editOf({ leaseToken: _, leasedUntil: __, ...edit }: Row): Edit {
  return edit;
}
