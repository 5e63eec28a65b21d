import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Config } from './config.ts';

const interval = 500;
/** A run changes many in a row: it is not to be slowed down for each that the index is to follow. */
const looksWhileSyncing = 20;

/** Without a limit V8 collects the garbage of loading the code only when it has grown large. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

/** Starts the thread that indexes people for the search, and has it catch up all the time. */
export function startPeopleFollower(
  { storeFile, peopleIndexFile }: Config,
  isSyncing: () => boolean,
  report: (error: unknown) => void,
) {
  const thread = new Worker(new URL('./people-follower.ts', import.meta.url), {
    workerData: { storeFile, peopleIndexFile },
    resourceLimits,
  });
  thread.on('message', report);
  thread.on('error', report);
  const ended = once(thread, 'exit');
  let looks = 0;
  const following = setInterval(() => {
    looks += 1;
    if (!isSyncing() || looks % looksWhileSyncing === 0) thread.postMessage('follow');
  }, interval);
  return {
    async stop(): Promise<void> {
      clearInterval(following);
      thread.postMessage('stop');
      await ended;
    },
  };
}
