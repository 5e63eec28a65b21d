import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { SyncRun, SyncRunDetails } from '#shared/contract/sync.ts';
import { bindPasswordOf } from './configuration/bind-password.ts';
import type { SecretSources } from './configuration/secret-reference.ts';
import { asProblem } from './problem.ts';
import type { Store } from './store/store.ts';
import type { SyncWork } from './sync-worker.ts';

export interface SyncThreadDeps {
  readonly store: Pick<Store, 'syncRuns'>;
  readonly storeFile: string;
  readonly secrets: SecretSources;
  readonly log: Pick<Logger, 'error'>;
  configuration(): Promise<Configuration>;
}

/** A page at a time needs no more; without a limit V8 collects its garbage only when it has grown large. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

/** Starts the thread that carries out runs; should it ever end, the next run gets another. */
export function startSyncThread({ store, storeFile, secrets, log, configuration }: SyncThreadDeps) {
  let thread: Worker | undefined = begin();
  const underWay = new Map<string, Promise<SyncRunDetails>>();

  function begin(): Worker {
    const begun = new Worker(new URL('./sync-worker.ts', import.meta.url), {
      workerData: { storeFile },
      resourceLimits,
    });
    begun.once('exit', () => {
      if (thread === begun) thread = undefined;
    });
    begun.on('error', (error) => log.error({ err: error }, 'the thread of the sync ended'));
    return begun;
  }

  async function workOf(run: SyncRun, since?: Date): Promise<SyncWork> {
    const current = await configuration();
    const passwords = current.directories.map((definition) => {
      const found = bindPasswordOf(definition, secrets);
      return [definition.key, 'password' in found ? found.password : undefined] as const;
    });
    return { configuration: current, bindPasswords: Object.fromEntries(passwords), run, since };
  }

  function carryOutOn(worker: Worker, work: SyncWork): Promise<SyncRunDetails> {
    return new Promise((resolve, reject) => {
      const settle = (outcome: () => void) => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        outcome();
      };
      const onMessage = (ended: SyncRunDetails) => settle(() => resolve(ended));
      const onError = (error: unknown) => settle(() => reject(error));
      const onExit = () => settle(() => reject(new Error('The thread of the sync ended')));
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(work);
    });
  }

  /** What is known of a run whose thread did not bring it to its end. */
  async function failed(run: SyncRun, error: unknown): Promise<SyncRunDetails> {
    log.error({ err: error, run: run.id }, 'the run broke off');
    const { fault, kind } = asProblem(error);
    const last = (await store.syncRuns.byId(run.id, new Date())) ?? { ...run, failures: [], changes: [] };
    const directories = last.directories.map((each) =>
      each.status === 'running' ? { ...each, status: 'failed' as const, problem: { ...fault, kind } } : each,
    );
    const ended = { ...last, status: 'failed' as const, endedAt: new Date().toISOString(), directories };
    await store.syncRuns.finish(ended);
    return ended;
  }

  async function toItsEnd(run: SyncRun, since?: Date): Promise<SyncRunDetails> {
    try {
      const work = await workOf(run, since);
      thread ??= begin();
      return await carryOutOn(thread, work);
    } catch (error) {
      return await failed(run, error);
    } finally {
      underWay.delete(run.id);
    }
  }

  async function cancel(): Promise<void> {
    for (const id of underWay.keys()) await store.syncRuns.requestCancel(id);
  }

  return {
    carryOut(run: SyncRun, since?: Date): Promise<SyncRunDetails> {
      const ended = toItsEnd(run, since);
      underWay.set(run.id, ended);
      return ended;
    },

    isUnderWay: () => underWay.size > 0,

    /** Cancels what is under way. */
    cancel,

    /** The same, and waits until the thread has let go of its files. */
    async stop(): Promise<void> {
      await cancel();
      await Promise.allSettled(underWay.values());
      const last = thread;
      if (!last) return;
      const ended = new Promise((resolve) => last.once('exit', resolve));
      last.postMessage('stop');
      await ended;
    },
  };
}
