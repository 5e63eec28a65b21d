import { parentPort, workerData } from 'node:worker_threads';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { SyncRun } from '#shared/contract/sync.ts';
import { createDirectoryGateway } from './directory/create-gateway.ts';
import { every } from './every.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { createSQLiteStore } from './store/sqlite/sqlite-store.ts';
import { runSync } from './sync/run-sync.ts';

/** What a run needs; the passwords of the service accounts by directory. */
export interface SyncWork {
  readonly configuration: Configuration;
  readonly bindPasswords: Readonly<Record<string, string | undefined>>;
  readonly run: SyncRun;
  readonly since?: Date | undefined;
}

/** The thread of the sync: reading, deciding and writing are no work for the one that answers requests. */
const { storeFile } = workerData as { readonly storeFile: string };
const store = await createSQLiteStore(storeFile, { isForMany: true });
giveBackMemory();
let running: Promise<void> = Promise.resolve();

/** A run to carry out, or `stop`: once there is none, let go of the file. */
parentPort?.on('message', (message: SyncWork | 'stop') => {
  running = running.then(() => (message === 'stop' ? stop() : carryOut(message)));
});

async function carryOut({ configuration, bindPasswords, run, since }: SyncWork): Promise<void> {
  const gateway = async (key: string) => {
    const definition = configuration.directories.find((each) => each.key === key);
    return definition && createDirectoryGateway(definition, { bindPassword: bindPasswords[key] });
  };
  const ended = await runSync({ store, configuration, gateway, now: () => new Date(), every }, run, since);
  parentPort?.postMessage(ended);
  // Beside the run: what becomes of pictures that nobody has any more is nobody's concern that waits for it.
  if (!run.dryRun && ended.directories.some(({ mode }) => mode === 'full'))
    await store.pictures.removeUnnamed(new Date());
}

async function stop(): Promise<void> {
  await store.close();
  parentPort?.close();
}
