import type { Logger } from 'pino';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { SyncRun } from '#shared/contract/sync.ts';
import { Problem } from './problem.ts';
import type { Store } from './store/store.ts';
import { beginRun } from './sync/run-sync.ts';
import { isDue } from './sync/schedule.ts';

const lookMilliseconds = 5000;
const latestRuns = 50;

export interface ScheduleDeps {
  readonly store: Pick<Store, 'syncRuns'>;
  readonly log: Pick<Logger, 'error'>;
  configuration(): Promise<Configuration>;
  now(): Date;
  /** Calls again and again until it is stopped. */
  every(milliseconds: number, work: () => void): { stop(): void };
}

/** Starts the scheduled runs (S1); one that was missed, or found another under way, is caught up once. */
export function startSchedule(deps: ScheduleDeps, carryOut: (run: SyncRun) => void) {
  const { store, log, configuration } = deps;
  let baseline = { schedule: '', at: deps.now() };

  async function look(): Promise<void> {
    const now = deps.now();
    const { directories, settings } = await configuration();
    const schedule = JSON.stringify(settings.sync);
    // What was missed while the server was down counts, unless there was nothing to read; what a new schedule would have
    // wanted before it was there does not.
    const isStart = baseline.schedule === '';
    if (baseline.schedule !== schedule) baseline = { schedule, at: (isStart && (await lastScheduled(now))) || now };
    if (!directories.some(({ enabled }) => enabled)) baseline = { schedule, at: now };
    if (!isDue(settings.sync, baseline.at, now)) return;
    // Another process may have begun it.
    const latest = await lastScheduled(now);
    if (latest && latest > baseline.at) baseline = { schedule, at: latest };
    if (!isDue(settings.sync, baseline.at, now)) return;
    const startedBy = { kind: 'schedule' } as const;
    try {
      const run = await beginRun(store.syncRuns, { startedBy, mode: 'incremental' }, now);
      baseline = { schedule, at: now };
      carryOut(run);
    } catch (error) {
      if (!(error instanceof Problem) || error.options.rule !== 'syncUnderWay') throw error;
    }
  }

  async function lastScheduled(now: Date): Promise<Date | undefined> {
    const { runs } = await store.syncRuns.list(latestRuns, now);
    const latest = runs.find(({ startedBy }) => startedBy.kind === 'schedule');
    return latest && new Date(latest.startedAt);
  }

  let looking: Promise<void> = Promise.resolve();
  const timer = deps.every(lookMilliseconds, () => {
    looking = looking.then(look).catch((error: unknown) => log.error({ err: error }, 'the schedule was not kept'));
  });
  return {
    async stop(): Promise<void> {
      timer.stop();
      await looking;
    },
  };
}
