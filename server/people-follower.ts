import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { configuration as schema } from '#shared/contract/configuration.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { createFollower } from './search/follow-people.ts';
import { createSQLitePeopleIndex, createSQLiteStore } from './store/sqlite/sqlite-store.ts';
import type { KeptConfiguration } from './store/store.ts';

/** The thread that indexes people: work for a processor of its own, which neither a request nor a sync waits for. */
const { storeFile, peopleIndexFile } = workerData as { readonly storeFile: string; readonly peopleIndexFile: string };
const store = await createSQLiteStore(storeFile);
const index = await createSQLitePeopleIndex(peopleIndexFile);
giveBackMemory();
let kept: KeptConfiguration = { configuration: schema.parse({}), revision: 0 };
const follow = createFollower({ people: store.people, index, configuration });

let [isStopping, isAtLeisure] = [false, true];
let following: Promise<void> = Promise.resolve();

/** `follow`: catch up now. `followABit`: one batch, since others need the processor. `stop`: let go of the files. */
parentPort?.on('message', (message: 'follow' | 'followABit' | 'stop') => {
  isStopping ||= message === 'stop';
  isAtLeisure = message === 'follow';
  following = following.then(isStopping ? stop : catchUp).catch((error: unknown) => {
    parentPort?.postMessage(error instanceof Error ? error.message : String(error));
  });
});

async function catchUp(): Promise<void> {
  // In between it hears what it is told: a million people take minutes.
  while (!isStopping && (await follow()) && isAtLeisure) await setImmediate();
}

async function stop(): Promise<void> {
  await index.close();
  await store.close();
  parentPort?.close();
}

async function configuration() {
  if ((await store.configuration.revision()) !== kept.revision) kept = (await store.configuration.load()) ?? kept;
  return kept.configuration;
}
