import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import { isBinary } from '#shared/fields/kinds.ts';
import type { Entry } from '../directory/gateway.ts';
import type { Sweep, SweptEntry, SweptPage } from '../directory/sweep.ts';
import { Problem } from '../problem.ts';
import { storingOf } from '../profiles/stored-values.ts';
import type { Store } from '../store/store.ts';
import type { SweepEnd } from '../store/sync.ts';
import type { DirectoryReport } from './directory-report.ts';
import { createNumberSet } from './number-set.ts';
import { createPictureReader } from './picture-reader.ts';
import { planSync, type SyncPlan } from './plan-sync.ts';

export interface TakePageDeps {
  readonly store: Pick<Store, 'sweeps' | 'pictures'>;
  readonly sweep: Sweep;
  readonly directory: string;
  readonly fields: readonly FieldDefinition[];
  readonly runId: string | undefined;
  /** The change number when the sweep began. */
  readonly since: number;
  readonly report: DirectoryReport;
}

interface Decoded {
  readonly entryId: string;
  readonly digest: string | null;
  readonly entry: Entry;
}

/** Takes what was read over into the store, a page at a time. */
export function createTakePage({ store, sweep, directory, fields, runId, since, report }: TakePageDeps) {
  const { sweeps } = store;
  const seen = createNumberSet();
  const readPictures = createPictureReader({ sweep, pictures: runId === undefined ? undefined : store.pictures });
  let isEachIdentified = true;

  function decode(entries: readonly SweptEntry[], digestOf: (entry: SweptEntry) => string | null): Decoded[] {
    return entries.flatMap((swept): Decoded[] => {
      try {
        return [{ entryId: swept.id, digest: digestOf(swept), entry: swept.read() }];
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        report.failed({ dn: undefined, problem: error });
        return [];
      }
    });
  }

  async function keep(decoded: readonly Decoded[], wanted: readonly FieldDefinition[], closing?: SweepEnd) {
    const toStored = storingOf(textFields(wanted));
    const pictures = await readPictures(decoded, wanted);
    return sweeps.keep({ directory, runId, since, entries: decoded, closing }, (person, index) => {
      const { entry } = decoded[index] as Decoded;
      return planSync(person, entry, { directory, toStored, pictures: pictures.get(entry.id) });
    });
  }

  function tell({ kind, record, attributes }: SyncPlan): void {
    if (kind === 'unchanged') report.count(kind);
    else {
      const { username, displayName } = record;
      report.did({ kind, username, displayName, ...(attributes.length > 0 && { attributes: [...attributes] }) });
    }
  }

  return {
    seen,
    isEachIdentified: () => isEachIdentified,

    /** Keeps those that differ; with the last page, what ends the sweep goes into the same transaction. */
    async take(page: SweptPage, close?: () => Promise<SweepEnd>): Promise<void> {
      const { entries, unreadable } = page;
      report.count('read', entries.length + unreadable.length);
      for (const entry of unreadable) report.failed(entry);
      isEachIdentified &&= unreadable.length === 0;
      const known = await sweeps.known(
        directory,
        entries.map(({ id }) => id),
      );
      const differing = entries.filter((entry, index) => {
        const person = known[index];
        if (person) seen.add(person.number);
        return person?.digest !== entry.digest;
      });
      report.count('unchanged', entries.length - differing.length);
      const closing = await close?.();
      if (differing.length === 0 && !closing) return;
      const kept = await keep(
        decode(differing, ({ digest }) => digest),
        fields,
        closing,
      );
      for (const each of kept) {
        if (each) tell(each.plan);
        // Somebody else read the entry meanwhile, so it is as it was read here or newer.
        else report.count('unchanged');
        if (each && runId !== undefined) seen.add(each.number);
      }
    },

    /** Adds these fields to people who are known; the others come with the changes (S5). */
    async fill(page: SweptPage, missing: readonly FieldDefinition[]): Promise<void> {
      const known = await sweeps.known(
        directory,
        page.entries.map(({ id }) => id),
      );
      const decoded = decode(
        page.entries.filter((_, index) => known[index] !== undefined),
        () => null,
      );
      for (const each of await keep(decoded, missing)) if (each && each.plan.kind !== 'unchanged') tell(each.plan);
    },
  };
}

/** Pictures are read apart from the rest. */
function textFields(fields: readonly FieldDefinition[]): FieldDefinition[] {
  return fields.filter(({ type }) => !isBinary(type));
}

export type TakePage = ReturnType<typeof createTakePage>;
