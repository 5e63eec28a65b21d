import { randomUUID } from 'node:crypto';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { DirectoryRun, SyncMode, SyncRun, SyncRunDetails } from '#shared/contract/sync.ts';
import type { DirectoryGateway } from '../directory/gateway.ts';
import { Problem } from '../problem.ts';
import { isJoined } from '../profiles/joined-entry.ts';
import type { Store } from '../store/store.ts';
import type { SyncRuns } from '../store/sync.ts';
import { createDirectoryReport, type DirectoryReport } from './directory-report.ts';
import { syncDirectory } from './sync-directory.ts';
import { syncJoined } from './sync-joined.ts';

/** How long a run is taken to be alive without a sign of life, and how often it gives one. */
export const leaseMilliseconds = 20_000;
const beatMilliseconds = 500;
const mostRuns = 200;

export interface NewRun {
  readonly startedBy: SyncRun['startedBy'];
  readonly mode: SyncMode;
  readonly directory?: string | undefined;
  readonly dryRun?: boolean | undefined;
}

/** Begins a run, which is then to be carried out; throws a `conflict` problem while another is under way. */
export async function beginRun(runs: SyncRuns, wish: NewRun, now: Date): Promise<SyncRun> {
  const { startedBy, mode, directory, dryRun = false } = wish;
  const run: SyncRun = {
    id: randomUUID(),
    startedBy,
    mode,
    dryRun,
    ...(directory !== undefined && { directory }),
    status: 'running',
    startedAt: now.toISOString(),
    isCancelRequested: false,
    directories: [],
  };
  if (await runs.begin(run, now, new Date(now.getTime() + leaseMilliseconds))) return run;
  throw new Problem('conflict', 'A run is under way already. Wait for its end, or cancel it.', {
    rule: 'syncUnderWay',
  });
}

export interface RunSyncDeps {
  readonly store: Pick<Store, 'syncRuns' | 'syncStates' | 'sweeps' | 'pictures' | 'people'>;
  readonly configuration: Configuration;
  gateway(key: string): Promise<DirectoryGateway | undefined>;
  now(): Date;
  /** Calls again and again until it is stopped. */
  every(milliseconds: number, work: () => void): { stop(): void };
}

/** Carries out a run that was begun: directory after directory, in their order (D2), those that complete people last (F12). How it ended is in the run; throws only when that cannot be kept. */
export async function runSync(deps: RunSyncDeps, begun: SyncRun, since?: Date): Promise<SyncRunDetails> {
  const { store, configuration, now } = deps;
  const { settings } = configuration;
  const chosen = configuration.directories
    .filter(({ key, enabled }) => enabled && (begun.directory === undefined || begun.directory === key))
    .toSorted((one, other) => Number(isJoined(one)) - Number(isJoined(other)));
  const reports = chosen.map(createDirectoryReport);
  const abort = new AbortController();
  const state = (): SyncRun => ({
    ...begun,
    directories: reports.map(({ run }) => ({ ...run })),
    ...pace(reports, now()),
  });
  const beating = startBeating(deps, state, abort);

  for (const [index, definition] of chosen.entries()) {
    const report = reports[index] as DirectoryReport;
    const startedAt = now();
    report.set({ status: 'running', startedAt: startedAt.toISOString() });
    try {
      abort.signal.throwIfAborted();
      const gateway = await deps.gateway(definition.key);
      if (!gateway) throw new Problem('notFound', `The directory ${definition.key} is no longer set up.`);
      const ofDirectory = {
        store,
        gateway,
        fields: configuration.fields,
        directories: configuration.directories,
        removalLimit: settings.removalLimit,
        runId: begun.dryRun ? undefined : begun.id,
        wish: {
          mode: begun.mode,
          since,
          isScheduled: begun.startedBy.kind === 'schedule',
          fullEveryHours: settings.sync.fullEveryHours,
          now: startedAt,
        },
        report,
        signal: abort.signal,
        now,
      };
      if (isJoined(definition)) await syncJoined({ ...ofDirectory, definition });
      else await syncDirectory({ ...ofDirectory, definition });
      report.ended('succeeded', now());
    } catch (error) {
      if (isCancel(error)) report.ended('cancelled', now());
      else report.ended('failed', now(), error);
    }
  }
  await beating.stop();
  const { perSecond: _, endsAt: __, ...last } = state();
  const ended: SyncRunDetails = {
    ...last,
    status: statusOf(reports.map(({ run }) => run)),
    endedAt: now().toISOString(),
    failures: reports.flatMap(({ failures }) => failures),
    changes: reports.flatMap(({ changes }) => changes),
  };
  await store.syncRuns.finish(ended);
  await store.syncRuns.keepLatest(mostRuns);
  return ended;
}

/** Shows others how far it is and that it is alive, and hears whether it is to go on. */
function startBeating({ store, now, every }: RunSyncDeps, state: () => SyncRun, abort: AbortController) {
  let beating: Promise<void> = Promise.resolve();
  const beat = async () => {
    const answer = await store.syncRuns.beat(state(), new Date(now().getTime() + leaseMilliseconds));
    if (answer === 'cancel') abort.abort(cancelled());
    if (answer === 'lost')
      abort.abort(new Problem('conflict', 'Another run took the place of this one.', { rule: 'leaseLost' }));
  };
  const timer = every(beatMilliseconds, () => {
    beating = beating.then(beat).catch((error: unknown) => abort.abort(error));
  });
  return {
    async stop(): Promise<void> {
      timer.stop();
      await beating;
    },
  };
}

function cancelled(): Problem {
  return new Problem('conflict', 'The run was cancelled.', { rule: 'cancelled' });
}

function isCancel(error: unknown): boolean {
  return error instanceof Problem && error.options.rule === 'cancelled';
}

function statusOf(runs: readonly DirectoryRun[]): SyncRun['status'] {
  if (runs.some(({ status }) => status === 'cancelled')) return 'cancelled';
  return runs.some(({ status }) => status === 'failed') ? 'failed' : 'succeeded';
}

/** People a second in the directory that is being read, and when it will be done at that rate. */
function pace(reports: readonly DirectoryReport[], now: Date): Pick<SyncRun, 'perSecond' | 'endsAt'> {
  const { read = 0, startedAt, expected } = reports.find(({ run }) => run.status === 'running')?.run ?? {};
  const seconds = startedAt === undefined ? 0 : (now.getTime() - Date.parse(startedAt)) / 1000;
  if (read === 0 || seconds <= 0) return {};
  const perSecond = read / seconds;
  if (expected === undefined || expected < read) return { perSecond };
  return { perSecond, endsAt: new Date(now.getTime() + ((expected - read) / perSecond) * 1000).toISOString() };
}
