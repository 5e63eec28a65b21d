import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { SyncRun, SyncRunDetails } from '#shared/contract/sync.ts';
import { bindPasswordOf, type PasswordSources } from './configuration/bind-password.ts';
import { asProblem, Problem } from './problem.ts';
import type { Store } from './store/store.ts';
import { beginRun } from './sync/run-sync.ts';
import { isDue } from './sync/schedule.ts';
import type { SyncWork } from './sync-worker.ts';

export interface SyncStarterDeps {
  readonly store: Store;
  readonly storeFile: string;
  readonly secrets: PasswordSources;
  readonly log: Pick<Logger, 'error'>;
  configuration(): Promise<Configuration>;
}

const lookMilliseconds = 5000;
const latestRuns = 50;

/** Carries out runs, each on a thread of its own. */
export function createSyncThreads({ store, storeFile, secrets, log, configuration }: SyncStarterDeps) {
  const threads = new Set<Worker>();

  async function carryOutOn(run: SyncRun, since?: Date): Promise<SyncRunDetails | undefined> {
    const current = await configuration();
    const bindPasswords = Object.fromEntries(
      current.directories.map((definition) => {
        const found = bindPasswordOf(definition, secrets);
        return [definition.key, 'password' in found ? found.password : undefined];
      }),
    );
    const workerData: SyncWork = { storeFile, configuration: current, bindPasswords, run, since };
    const thread = new Worker(new URL('./sync-worker.ts', import.meta.url), { workerData });
    threads.add(thread);
    let ended: SyncRunDetails | undefined;
    thread.on('message', (message: SyncRunDetails) => {
      ended = message;
    });
    try {
      await once(thread, 'exit');
      return ended;
    } finally {
      threads.delete(thread);
    }
  }

  async function carryOut(run: SyncRun, since?: Date): Promise<SyncRunDetails> {
    const ended = await carryOutOn(run, since).catch(async (error: unknown) => {
      const { fault, kind } = asProblem(error);
      log.error({ err: error, run: run.id }, 'the run ended');
      return failed(run, { ...fault, kind });
    });
    return ended ?? failed(run);
  }

  async function failed(run: SyncRun, problem?: object): Promise<SyncRunDetails> {
    const found = await store.syncRuns.byId(run.id, new Date());
    const last = { failures: [], changes: [], ...run, ...found };
    if (last.status !== 'running') return last;
    const directories = last.directories.map((each) =>
      each.status === 'running'
        ? { ...each, status: 'failed' as const, ...(problem && { problem: problem as never }) }
        : each,
    );
    const ended = { ...last, status: 'failed' as const, endedAt: new Date().toISOString(), directories };
    await store.syncRuns.finish(ended);
    return ended;
  }

  return {
    carryOut,
    /** Cancels what is under way, and waits until it has let go of its files. */
    async stop(): Promise<void> {
      await Promise.all(
        [...threads].map(async (thread) => {
          const ended = once(thread, 'exit');
          thread.postMessage('stop');
          await ended;
        }),
      );
    },
  };
}

/** Starts the scheduled runs (S1); one that was missed, or found another under way, is caught up once. */
export function startSchedule(deps: SyncStarterDeps, carryOut: (run: SyncRun) => void) {
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
