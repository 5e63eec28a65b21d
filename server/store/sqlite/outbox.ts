import { and, asc, count, eq, getTableColumns, inArray, isNull, lte, max, or, sql } from 'drizzle-orm';
import type { Edit, EditState, NewSave, Outbox, SettledEdit, Settlement } from '../outbox.ts';
import type { Database, Queries } from './database.ts';
import type { Append } from './history.ts';
import { changeLocalValues, type PeopleInTransaction } from './people.ts';
import { outbox } from './schema/outbox.ts';

/** Ids follow the clock, so that none is given twice although rows go; and they rise also when the clock is set back. */
const idsPerMillisecond = 1000;

type Row = typeof outbox.$inferSelect;

/** What is on its way, or is to go; it keeps what comes after it waiting. */
const undelivered: readonly EditState[] = ['sending', 'unknown', 'waiting'];
const waitsForPerson: readonly EditState[] = ['conflict', 'refused'];
const isSent = ({ state }: Pick<Row, 'state'>) => state === 'sending' || state === 'unknown';

const isUndelivered = inArray(outbox.state, [...undelivered]);
const byId = (one: { readonly id: number }, other: { readonly id: number }) => one.id - other.id;
const isFree = (now: Date) => or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, now));

export function createOutbox(
  database: Database,
  append: Append,
  { keepEntry, keepJoined }: PeopleInTransaction,
): Outbox {
  const undeliveredOf = database.prepare((queries) =>
    queries
      .select({ id: outbox.id, save: outbox.save, leasedUntil: outbox.leasedUntil })
      .from(outbox)
      .where(
        and(
          eq(outbox.directory, sql.placeholder('directory')),
          eq(outbox.entryId, sql.placeholder('entryId')),
          isUndelivered,
        ),
      ),
  );
  const oldestOf = (entry: { readonly directory: string; readonly entryId: string }) =>
    undeliveredOf.all(entry).toSorted(byId)[0];
  const last = database.prepare((queries) => queries.select({ id: max(outbox.id) }).from(outbox));
  const add = database.prepare((queries) => {
    const { fault: _, ...columns } = getTableColumns(outbox);
    const values = Object.keys(columns).map((name) => [name, sql.placeholder(name)]);
    return queries.insert(outbox).values(Object.fromEntries(values));
  });
  const remove = database.prepare((queries) => queries.delete(outbox).where(eq(outbox.id, sql.placeholder('id'))));
  const leased = database.prepare((queries) =>
    queries
      .select({ token: outbox.leaseToken, personId: outbox.personId, field: outbox.field })
      .from(outbox)
      .where(eq(outbox.id, sql.placeholder('id'))),
  );
  const ofPerson = database.prepare((queries) =>
    queries
      .select()
      .from(outbox)
      .where(eq(outbox.personId, sql.placeholder('personId'))),
  );

  function insert({ entry, edits, ...save }: NewSave): { edits: Edit[]; isLeased: boolean } {
    if (!entry || edits.length === 0) return { edits: [], isLeased: true };
    const isLeased = oldestOf(entry) === undefined;
    const lease = isLeased ? save.lease : { token: '', until: new Date(0) };
    const { save: name, personId, origin, at } = save;
    const first = Math.max((last.get()?.id ?? 0) + 1, at.getTime() * idsPerMillisecond);
    const common = { save: name, personId, ...entry, ...origin, madeAt: at, attempts: 0, nextAttemptAt: at };
    const state = isLeased ? 'sending' : 'waiting';
    const inserted = edits.map((edit, index): Edit => ({ ...edit, ...common, id: first + index, state, fault: null }));
    for (const edit of inserted) add.run({ ...edit, leaseToken: lease.token, leasedUntil: lease.until });
    return { edits: inserted, isLeased };
  }

  function keepRead(queries: Queries, { record, accepted, reading }: NonNullable<Settlement['kept']>): void {
    if ('personId' in record) keepJoined(queries, record, accepted, reading);
    else keepEntry(queries, record, accepted, reading);
  }

  function settleOne(queries: Queries, { id, state, nextAttemptAt, fault }: SettledEdit): void {
    if (state === 'done' || state === 'conflict' || state === 'refused') removeOlder(id);
    if (state === 'done' || state === 'dropped') {
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

  /** What waited for the person in the same field, and is overtaken by this edit. */
  function removeOlder(id: number): void {
    const edit = leased.get({ id });
    if (!edit) return;
    for (const older of ofPerson.all({ personId: edit.personId })) {
      if (older.id < id && older.field === edit.field && waitsForPerson.includes(older.state)) {
        remove.run({ id: older.id });
      }
    }
  }

  /** An edit that is not delivered, and the later ones of its field, which build on it. */
  function builtOn({ id, personId, field }: Row): Row[] {
    return ofPerson
      .all({ personId })
      .filter((each) => each.id >= id && each.field === field && undelivered.includes(each.state));
  }

  return {
    begin: (save) =>
      database.write((queries) => {
        const { personId, local } = save;
        if (local) {
          const { revision, values, changes } = local;
          if (!changeLocalValues(queries, personId, revision, values)) return undefined;
          append(changes);
        }
        return insert(save);
      }),

    claim: (directory, entryId, lease, now) =>
      database.write((queries) => {
        const first = oldestOf({ directory, entryId });
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

    due: (now, mostOfEach) =>
      database.read((queries) => {
        const { directory, entryId } = outbox;
        const first = sql<number>`min(${outbox.id})`;
        const heads = queries
          .select({ first: first.as('first') })
          .from(outbox)
          .where(isUndelivered)
          .groupBy(directory, entryId)
          .as('heads');
        const place = sql<number>`row_number() over (partition by ${directory} order by ${outbox.id})`;
        const due = queries
          .select({ directory, entryId, first: heads.first, place: place.as('place') })
          .from(outbox)
          .innerJoin(heads, eq(heads.first, outbox.id))
          .where(and(lte(outbox.nextAttemptAt, now), isFree(now)))
          .as('due');
        return queries
          .select({ directory: due.directory, entryId: due.entryId })
          .from(due)
          .where(lte(due.place, mostOfEach))
          .orderBy(asc(due.first))
          .all();
      }),

    // The journal has the edits, so that whoever reads the entry again finds out the same.
    settle: ({ lease, edits, changes, kept }) =>
      database.writeRecoverable((queries) => {
        if (edits.some(({ id }) => leased.get({ id })?.token !== lease.token)) return false;
        for (const edit of edits) settleOne(queries, edit);
        append(changes);
        if (kept) keepRead(queries, kept);
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

    ofPerson: (personId) => database.read(() => ofPerson.all({ personId }).toSorted(byId).map(editOf)),

    list: (limit) =>
      database.read((queries) => queries.select().from(outbox).orderBy(asc(outbox.id)).limit(limit).all().map(editOf)),

    count: () => database.read((queries) => queries.select({ edits: count() }).from(outbox).get()?.edits ?? 0),

    withdraw: (id, now, isDirectoryRemoved = false) =>
      database.write((queries) => {
        const row = queries.select().from(outbox).where(eq(outbox.id, id)).get();
        if (!row) return 'notFound';
        const going = waitsForPerson.includes(row.state) ? [row] : builtOn(row);
        const isGivenUp = ({ directory }: Row) => isDirectoryRemoved && directory === row.directory;
        const isOnItsWay = (each: Row) =>
          (each.leasedUntil && each.leasedUntil > now) || (isSent(each) && !isGivenUp(each));
        if (going.some(isOnItsWay)) return 'onItsWay';
        for (const each of going) remove.run({ id: each.id });
        return 'withdrawn';
      }),
  };
}

function editOf({ leaseToken: _, leasedUntil: __, ...edit }: Row): Edit {
  return edit;
}
