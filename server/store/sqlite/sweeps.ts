import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNotNull, lt, or } from 'drizzle-orm';
import { Problem } from '../../problem.ts';
import { personAfter, personOf } from '../kept-person.ts';
import type { EntryRecord, Person } from '../store.ts';
import type { KnownEntry, SweepEnd, Sweeps, SweptPage } from '../sync.ts';
import type { Database, Queries } from './database.ts';
import { findDuplicates } from './duplicates.ts';
import { complete, findTied } from './joins.ts';
import { nextChangeNumber, personColumns } from './people.ts';
import { sessions } from './schema/accounts.ts';
import { people } from './schema/people.ts';
import { syncRuns } from './schema/sync.ts';
import { createSweptRows, type SweptRows } from './swept-rows.ts';
import { saveSyncState } from './sync-states.ts';

export function createSweeps(database: Database): Sweeps {
  const rows = createSweptRows(database);

  return {
    changeNumber: () => database.read((queries) => nextChangeNumber(queries) - 1),

    known: (directory, entryIds) =>
      database.read(() => entryIds.map((entryId): KnownEntry | undefined => rows.known(directory, entryId))),

    async keep(page, plan) {
      const work = (queries: Queries) => {
        if (page.runId !== undefined) checkLease(queries, page.runId);
        const kept = keepEntries(rows, page, plan, nextChangeNumber(queries));
        if (page.closing && page.runId !== undefined) close(queries, page.directory, page.since, page.closing);
        return kept;
      };
      return page.runId === undefined ? database.read(work) : database.write(work);
    },

    async complete({ runId, since }, completions) {
      if (runId === undefined || completions.length === 0) return;
      await database.write((queries) => {
        checkLease(queries, runId);
        for (const completion of completions) complete(queries, since, completion);
      });
    },

    tiedTo: (query) => database.read((queries) => findTied(queries, query)),

    unseen: (directory, isSeen, since) =>
      database.read(() =>
        rows
          .numbers(directory)
          .filter((number) => !isSeen(number))
          .flatMap((number) => {
            const found = rows.visible(number, since);
            return found ? [{ number, ...found }] : [];
          }),
      ),

    hidden: (limit, cursor) =>
      database.read((queries) => {
        const [at, before] = (cursor ?? '').split('.').map(Number);
        const isBefore =
          at === undefined || before === undefined
            ? isNotNull(people.hiddenAt)
            : or(lt(people.hiddenAt, new Date(at)), and(eq(people.hiddenAt, new Date(at)), lt(people.number, before)));
        const found = queries
          .select({ ...personColumns, number: people.number })
          .from(people)
          .where(and(isNotNull(people.hiddenAt), isBefore))
          .orderBy(desc(people.hiddenAt), desc(people.number))
          .limit(limit + 1)
          .all();
        const last = found[limit - 1];
        return {
          people: found.slice(0, limit).map(({ number: _, ...person }) => person),
          ...(found.length > limit && last && { cursor: `${last.hiddenAt?.getTime()}.${last.number}` }),
        };
      }),

    show: (personId) =>
      database.write((queries) => {
        const isHidden = and(eq(people.id, personId), isNotNull(people.hiddenAt));
        const back = { hiddenAt: null, changeNumber: nextChangeNumber(queries) };
        return queries.update(people).set(back).where(isHidden).run().changes === 1;
      }),

    duplicates: (directories) => database.read((queries) => findDuplicates(queries, directories)),
  };
}

/** A run whose lease was taken over keeps nothing any more. */
function checkLease(queries: Queries, runId: string): void {
  const held = queries
    .select({ id: syncRuns.id })
    .from(syncRuns)
    .where(and(eq(syncRuns.id, runId), isNotNull(syncRuns.leaseUntil)))
    .get();
  if (held) return;
  throw new Problem('conflict', 'This run took so long without a word that another one took its place.', {
    rule: 'leaseLost',
  });
}

function keepEntries<Plan extends { readonly record: EntryRecord }>(
  rows: SweptRows,
  { directory, runId, since, entries }: SweptPage,
  plan: (person: Person | undefined, index: number) => Plan,
  firstChangeNumber: number,
) {
  let changeNumber = firstChangeNumber;
  return entries.map(({ entryId, digest }, index) => {
    const before = rows.byEntry(directory, entryId);
    if (before && before.entryChangeNumber > since) return undefined;
    const planned = plan(before?.person, index);
    if (!before) {
      const person = { id: randomUUID(), ...personOf(planned.record), changeNumber };
      const number = runId === undefined ? 0 : rows.insert(person, digest);
      changeNumber += 1;
      return { number, plan: planned };
    }
    const { number } = before;
    const after = personAfter(before.person, planned.record, true);
    if (runId !== undefined && after === before.person) rows.touch(number, digest);
    else if (runId !== undefined) rows.update(number, { ...after, changeNumber: changeNumber++ }, digest);
    return { number, plan: planned };
  });
}

function close(queries: Queries, directory: string, since: number, { hide, hiddenAt, state }: SweepEnd): void {
  let changeNumber = nextChangeNumber(queries);
  for (const number of hide) {
    const [gone] = queries
      .update(people)
      .set({ hiddenAt, changeNumber: changeNumber++, entryDigest: null })
      .where(and(eq(people.number, number), lt(people.entryChangeNumber, since + 1)))
      .returning({ id: people.id })
      .all();
    // Who is gone from the directory is signed out.
    if (gone) queries.delete(sessions).where(eq(sessions.personId, gone.id)).run();
  }
  saveSyncState(queries, directory, state);
}
