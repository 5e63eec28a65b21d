import { parentPort, workerData } from 'node:worker_threads';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { SyncRun } from '#shared/contract/sync.ts';
import { createDirectoryGateway } from './directory/create-gateway.ts';
import { createSQLiteStore } from './store/sqlite/sqlite-store.ts';
import { runSync } from './sync/run-sync.ts';

/** What a run needs; the passwords of the service accounts by directory. */
export interface SyncWork {
  readonly storeFile: string;
  readonly configuration: Configuration;
  readonly bindPasswords: Readonly<Record<string, string | undefined>>;
  readonly run: SyncRun;
  readonly since?: Date | undefined;
}

/** The thread of one run: reading, deciding and writing are no work for the one that answers requests. */
const { storeFile, configuration, bindPasswords, run, since } = workerData as SyncWork;
const store = await createSQLiteStore(storeFile, { isForMany: true });

/** Whatever is said here means to end. */
parentPort?.on('message', () => void store.syncRuns.requestCancel(run.id));

const ended = await runSync(
  {
    store,
    configuration,
    gateway: async (key) => {
      const definition = configuration.directories.find((each) => each.key === key);
      return definition && createDirectoryGateway(definition, { bindPassword: bindPasswords[key] });
    },
    now: () => new Date(),
    every(milliseconds, work) {
      const timer = setInterval(work, milliseconds);
      return { stop: () => clearInterval(timer) };
    },
  },
  run,
  since,
);
parentPort?.postMessage(ended);
parentPort?.close();
await store.close();
