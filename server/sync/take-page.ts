import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import { isBinary } from '#shared/fields/kinds.ts';
import type { Entry } from '../directory/gateway.ts';
import type { Sweep, SweptEntry, SweptPage } from '../directory/sweep.ts';
import { storingOf } from '../profiles/stored-values.ts';
import type { Store } from '../store/store.ts';
import type { SweepEnd } from '../store/sync.ts';
import type { DirectoryReport } from './directory-report.ts';
import { createNumberSet } from './number-set.ts';
import { createPictureReader } from './picture-reader.ts';
import { planSync, type SyncPlan } from './plan-sync.ts';
import { readSwept } from './read-swept.ts';

export interface TakePageDeps {
  readonly store: Pick<Store, 'sweeps' | 'pictures'>;
  readonly sweep: Sweep;
  readonly directory: string;
  readonly fields: readonly FieldDefinition[];
  /** Of all directories. */
  readonly directories: readonly DirectoryDefinition[];
  /** The fields in which a difference is a change of others. */
  readonly observed: readonly FieldDefinition[];
  readonly runId: string | undefined;
  /** Nobody of the directory was known when the sweep began, so that nobody need be looked for. */
  readonly isEmpty: boolean;
  /** The change number when the sweep began. */
  readonly since: number;
  readonly report: DirectoryReport;
  now(): Date;
}

/** What is told of an entry once it is kept. */
type Told = Pick<SyncPlan, 'kind' | 'attributes'> & Pick<Entry, 'username' | 'displayName'>;

interface How {
  /** Of those of the entries whose people are known. */
  readonly knownIds: readonly string[];
  /** Whether everything was read that the digests stand for. */
  readonly isWhole: boolean;
  readonly closing?: SweepEnd | undefined;
}

/** So many pages may wait to be written: the disk makes a writer wait now and then, which is no reason not to read on. */
const mostWaiting = 4;

/**
 * Takes what was read over into the store, a page at a time. Pages are written while the next ones are read: how one fared
 * shows when another is handed over, or at the end.
 */
export function createTakePage(deps: TakePageDeps) {
  const { store, sweep, directory, fields, runId, since, report } = deps;
  const { sweeps } = store;
  const seen = createNumberSet();
  const readPictures = createPictureReader({ sweep, pictures: runId === undefined ? undefined : store.pictures });
  let isEachIdentified = true;
  const writing: Promise<PromiseSettledResult<void>[]>[] = [];

  /** Who was filled and nothing more is counted when everything of theirs is read. */
  function tell({ kind, attributes, ...names }: Told, { isWhole }: How): void {
    if (kind !== 'unchanged')
      report.did({ kind, ...names, ...(attributes.length > 0 && { attributes: [...attributes] }) });
    else if (isWhole) report.count(kind);
  }

  async function keep(entries: readonly SweptEntry[], wanted: readonly FieldDefinition[], how: How): Promise<void> {
    const { isWhole, closing } = how;
    const toStored = storingOf(textFields(wanted));
    const people = await sweeps.people(directory, how.knownIds);
    const pictures = await readPictures(idsOf(entries), wanted);
    const observing = { fields: deps.observed, directories: deps.directories, at: deps.now() };
    const told: Told[] = [];
    // One after the other, so that an entry in its parts is gone before the next one.
    function* records() {
      for (const swept of entries) {
        const entry = readSwept(swept, report);
        if (!entry) continue;
        const reading = { directory, toStored, pictures: pictures.get(swept.id), observing };
        const { record, kind, attributes, changes } = planSync(people.get(swept.id), entry, reading);
        told.push({ kind, attributes, username: record.username, displayName: record.displayName });
        yield { ...record, digest: isWhole ? swept.digest : null, changes };
      }
    }
    if (runId === undefined) {
      for (const _ of records());
      for (const each of told) tell(each, how);
      return;
    }
    const kept = sweeps.keep({ directory, runId, since, entries: records(), closing });
    const writes = Promise.allSettled([
      kept.then((numbers) => {
        for (const [index, number] of numbers.entries()) {
          const planned = told[index] as Told;
          // Somebody else read the entry meanwhile, so it is as it was read here or newer.
          tell(number === undefined ? { ...planned, kind: 'unchanged' } : planned, how);
          if (number !== undefined) seen.add(number);
        }
      }),
    ]);
    writing.push(writes);
    await written(mostWaiting);
  }

  /** Waits until no more pages than that are still to be written. */
  async function written(most = 0): Promise<void> {
    while (writing.length > most) throwFailure((await writing.shift()) ?? []);
  }

  return {
    since,
    seen,
    written: () => written(),
    /** Whatever ended the reading: nothing is being written any more. */
    [Symbol.asyncDispose]: async () => void (await Promise.all(writing)),
    isEachIdentified: () => isEachIdentified,

    /** Keeps those that differ; with the last page, what ends the sweep goes into the same transaction. */
    async take(page: SweptPage, close?: () => Promise<SweepEnd>): Promise<void> {
      const { entries, unreadable } = page;
      report.count('read', entries.length + unreadable.length);
      for (const entry of unreadable) report.failed(entry);
      isEachIdentified &&= unreadable.length === 0;
      const known = deps.isEmpty ? [] : await sweeps.known(directory, idsOf(entries));
      const knownIds: string[] = [];
      const differing = entries.filter(({ id, digest }, index) => {
        const person = known[index];
        if (person) seen.add(person.number);
        if (person && person.digest !== digest) knownIds.push(id);
        return person?.digest !== digest;
      });
      report.count('unchanged', entries.length - differing.length);
      // It ends the sweep only if every page before it was kept.
      if (close) await written();
      const closing = await close?.();
      if (differing.length > 0 || closing) await keep(differing, fields, { knownIds, isWhole: true, closing });
      if (closing) await written();
    },

    /** Adds these fields to people who are known; the others come with the changes (S5). */
    async fill(page: SweptPage, missing: readonly FieldDefinition[]): Promise<void> {
      const known = await sweeps.known(directory, idsOf(page.entries));
      const entries = page.entries.filter((_, index) => known[index] !== undefined);
      await keep(entries, missing, { knownIds: idsOf(entries), isWhole: false });
    },
  };
}

function idsOf(entries: readonly SweptEntry[]): string[] {
  return entries.map(({ id }) => id);
}

function throwFailure(outcomes: readonly PromiseSettledResult<void>[]): void {
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** Pictures are read apart from the rest. */
function textFields(fields: readonly FieldDefinition[]): FieldDefinition[] {
  return fields.filter(({ type }) => !isBinary(type));
}
