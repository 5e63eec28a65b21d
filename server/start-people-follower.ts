import { Worker } from 'node:worker_threads';
import type { Config } from './config.ts';

const interval = 500;
/**
 * So many looks to one that counts: while a run changes many in a row, which is not to be slowed down for each that the
 * index is to follow, and while what ended the thread may still be there.
 */
const seldom = 10;

/** Without a limit V8 collects the garbage of loading the code only when it has grown large. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 };

/** Starts the thread that indexes people for the search, and has it catch up all the time; should it end, another goes on. */
export function startPeopleFollower(
  { storeFile, peopleIndexFile }: Pick<Config, 'storeFile' | 'peopleIndexFile'>,
  isSyncing: () => boolean,
  report: (error: unknown) => void,
) {
  let thread: Worker | undefined = begin();
  let looks = 0;

  function begin(): Worker {
    const begun = new Worker(new URL('./people-follower.ts', import.meta.url), {
      workerData: { storeFile, peopleIndexFile },
      resourceLimits,
    });
    begun.once('exit', () => {
      thread = undefined;
    });
    return begun.on('message', report).on('error', report);
  }

  const following = setInterval(() => {
    looks += 1;
    if ((isSyncing() || !thread) && looks % seldom !== 0) return;
    thread ??= begin();
    thread.postMessage(isSyncing() ? 'followABit' : 'follow');
  }, interval);
  return {
    async stop(): Promise<void> {
      clearInterval(following);
      const last = thread;
      if (!last) return;
      const ended = new Promise((resolve) => last.once('exit', resolve));
      last.postMessage('stop');
      await ended;
    },
  };
}
