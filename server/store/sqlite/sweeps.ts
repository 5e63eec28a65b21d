import { and, desc, eq, isNotNull, lt, or } from 'drizzle-orm';
import type { KnownEntry, Sweeps } from '../sync.ts';
import type { Database } from './database.ts';
import { findDuplicates } from './duplicates.ts';
import { findTied, prepareComplete } from './joins.ts';
import { checkLease, type KeptNumbers, type PackedPage, packPage } from './keep-page.ts';
import { prepareAppendObserved } from './observed-changes.ts';
import { nextChangeNumber, personColumns } from './people.ts';
import { people } from './schema/people.ts';
import { createSweptRows } from './swept-rows.ts';

/** `keepPage` may be the work of another thread. */
export function createSweeps(database: Database, keepPage: (page: PackedPage) => Promise<KeptNumbers>): Sweeps {
  const rows = createSweptRows(database);
  const complete = prepareComplete(database);
  const appendObserved = prepareAppendObserved(database);

  return {
    changeNumber: () => database.read((queries) => nextChangeNumber(queries) - 1),

    isEmpty: (directory) => database.read(() => !rows.hasAny(directory)),

    known: (directory, entryIds) =>
      database.snapshot(() => entryIds.map((entryId): KnownEntry | undefined => rows.known(directory, entryId))),

    unsettled: (directory) => database.read(() => rows.unsettled(directory)),

    people: (directory, entryIds) =>
      database.snapshot(() => {
        const found = entryIds.map((entryId) => [entryId, rows.byEntry(directory, entryId)?.person] as const);
        return new Map(found.flatMap(([entryId, person]) => (person ? [[entryId, person]] : [])));
      }),

    // Packed at once, whenever it will be written.
    keep: async (page) => keepPage(packPage(page)),

    async complete({ runId, since }, completions) {
      if (completions.length === 0) return;
      await database.write((queries) => {
        checkLease(queries, runId);
        const kept = complete(since, completions, nextChangeNumber(queries));
        appendObserved(kept.flatMap(({ changes }) => changes));
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
          ...(found.length > limit && last && { next: `${last.hiddenAt?.getTime()}.${last.number}` }),
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
