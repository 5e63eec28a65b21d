import { and, eq, isNotNull, lt } from 'drizzle-orm';
import { Problem } from '../../problem.ts';
import type { NewChange } from '../history.ts';
import { personAfter } from '../kept-person.ts';
import { newPersonId } from '../new-person-id.ts';
import type { StoredAttributes } from '../store.ts';
import type { SweepEnd, SweptPage } from '../sync.ts';
import type { Database, Queries } from './database.ts';
import { prepareAppendObserved } from './observed-changes.ts';
import { nextChangeNumber } from './people.ts';
import { sessions } from './schema/accounts.ts';
import { people } from './schema/people.ts';
import { syncRuns } from './schema/sync.ts';
import { createSweptRows, type SweptRows } from './swept-rows.ts';
import { saveSyncState } from './sync-states.ts';

type Names = readonly [entryId: string, digest: string | null, username: string, displayName: string];

/** A page in two long texts, since those go from thread to thread in no time. */
export interface PackedPage extends Omit<SweptPage, 'entries'> {
  /** JSON of the names of each entry. */
  readonly names: string;
  /** JSON of what was read of each entry, as it is kept, in a line of its own. */
  readonly attributes: string;
  /** Of the few entries that have any. */
  readonly changes: ReadonlyMap<number, readonly NewChange[]>;
}

export type KeptNumbers = readonly (number | undefined)[];

export function packPage({ entries, ...page }: SweptPage): PackedPage {
  const names: Names[] = [];
  const attributes: string[] = [];
  const changes = new Map<number, readonly NewChange[]>();
  for (const entry of entries) {
    if (entry.changes.length > 0) changes.set(names.length, entry.changes);
    names.push([entry.entryId, entry.digest, entry.username, entry.displayName]);
    attributes.push(JSON.stringify(entry.attributes));
  }
  return { ...page, names: JSON.stringify(names), attributes: attributes.join('\n'), changes };
}

/** `Sweeps.keep` of a page that is packed. */
export function prepareKeepPage(database: Database): (page: PackedPage) => Promise<KeptNumbers> {
  const rows = createSweptRows(database);
  const appendObserved = prepareAppendObserved(database);
  return (page) =>
    database.write((queries) => {
      checkLease(queries, page.runId);
      const changes: NewChange[] = [];
      const kept = keepEntries(rows, page, nextChangeNumber(queries), changes);
      appendObserved(changes);
      if (page.closing) close(queries, page.since, page.directory, page.closing);
      return kept;
    });
}

/** A run whose lease was taken over keeps nothing any more. */
export function checkLease(queries: Queries, runId: string): void {
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

/** Adds to `changes` what goes into the history with it. */
function keepEntries(rows: SweptRows, page: PackedPage, firstChangeNumber: number, changes: NewChange[]): KeptNumbers {
  const { directory, since } = page;
  const lines = page.attributes.split('\n');
  let changeNumber = firstChangeNumber;
  return (JSON.parse(page.names) as Names[]).map(([entryId, digest, username, displayName], index) => {
    const attributes = lines[index] ?? '{}';
    const before = rows.byEntry(directory, entryId);
    if (!before) {
      const names = { directory, entryId, username, displayName };
      return rows.insert({ id: newPersonId(), ...names, attributes, digest, changeNumber: changeNumber++ });
    }
    if (before.entryChangeNumber > since) return undefined;
    const { number, person } = before;
    const read = JSON.parse(attributes) as StoredAttributes;
    const after = personAfter(person, { directory, entryId, username, displayName, attributes: read }, true);
    if (after === person) rows.touch(number, digest);
    else {
      rows.update(number, { ...after, changeNumber: changeNumber++ }, digest);
      changes.push(...(page.changes.get(index) ?? []));
    }
    return number;
  });
}

function close(queries: Queries, since: number, directory: string, { hide, hiddenAt, state }: SweepEnd): void {
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
