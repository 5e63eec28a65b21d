import { randomUUID } from 'node:crypto';
import type { NewChange } from '#server/store/history.ts';
import type { EntryRecord, Store } from '#server/store/store.ts';
import type { SweepEnd } from '#server/store/sync.ts';
import type { SyncRun, SyncRunDetails } from '#shared/contract/sync.ts';

export const [noon, later] = [new Date('2026-05-23T12:00:00Z'), new Date('2026-05-23T12:00:20Z')];

export function aRun(members: Partial<SyncRun> = {}): SyncRun {
  return {
    id: randomUUID(),
    startedBy: { kind: 'commandLine' },
    mode: 'full',
    dryRun: false,
    status: 'running',
    startedAt: noon.toISOString(),
    isCancelRequested: false,
    directories: [],
    ...members,
  };
}

export const ended = (run: SyncRun): SyncRunDetails => ({ ...run, status: 'succeeded', failures: [], changes: [] });

/** A run that is under way in the store, and what it keeps. */
export async function beginSweep(store: Store, directory = 'hq') {
  const run = aRun();
  await store.syncRuns.begin(run, noon, later);
  const since = await store.sweeps.changeNumber();
  type Swept = EntryRecord & { readonly changes?: readonly NewChange[]; readonly digest?: null };
  const keep = (records: readonly Swept[], closing?: Partial<SweepEnd>) => {
    const entries = records.map((record) => ({ changes: [], digest: `digest of ${record.entryId}`, ...record }));
    const state = { document: {}, revision: 0 };
    const end = closing && { hide: [], hiddenAt: noon, state, ...closing };
    return store.sweeps.keep({ directory, runId: run.id, since, entries, closing: end });
  };
  return { ...store, run, since, keep };
}
