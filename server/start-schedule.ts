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
}

/** Starts the scheduled runs (S1); one that was missed, or found another under way, is caught up once. */
export function startSchedule(deps: ScheduleDeps, carryOut: (run: SyncRun) => void) {
  const { store, log, configuration } = deps;
  let baseline = { schedule: '', at: new Date() };

  async function look(): Promise<void> {
    const now = new Date();
    const { directories, settings } = await configuration();
    const schedule = JSON.stringify(settings.sync);
    if (baseline.schedule !== schedule) baseline = { schedule, at: await lastScheduled(baseline.schedule === '', now) };
    if (!directories.some(({ enabled }) => enabled) || !isDue(settings.sync, baseline.at, now)) return;
    const startedBy = { kind: 'schedule' } as const;
    try {
      const run = await beginRun(store.syncRuns, { startedBy, mode: 'incremental' }, now);
      baseline = { schedule, at: now };
      carryOut(run);
    } catch (error) {
      if (!(error instanceof Problem) || error.options.rule !== 'syncUnderWay') throw error;
      const [latest] = (await store.syncRuns.list(1, now)).runs;
      if (latest?.startedBy.kind === 'schedule') baseline = { schedule, at: new Date(latest.startedAt) };
    }
  }

  /** What was missed while the server was down counts; what a new schedule would have wanted before it was there does not. */
  async function lastScheduled(isStart: boolean, now: Date): Promise<Date> {
    const { runs } = await store.syncRuns.list(latestRuns, now);
    const latest = runs.find(({ startedBy }) => startedBy.kind === 'schedule');
    return isStart && latest ? new Date(latest.startedAt) : now;
  }

  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look).catch((error: unknown) => log.error({ err: error }, 'the schedule was not kept'));
  }, lookMilliseconds);
  return {
    async stop(): Promise<void> {
      clearInterval(timer);
      await looking;
    },
  };
}
