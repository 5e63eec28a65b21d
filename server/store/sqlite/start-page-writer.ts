import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Problem } from '../../problem.ts';
import type { KeptNumbers, PackedPage } from './keep-page.ts';
import type { Written } from './page-writer.ts';

/** It holds a page or two, and not much code. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 };

interface Awaited {
  resolve(kept: KeptNumbers): void;
  reject(error: unknown): void;
}

/** Starts a thread that keeps pages, one after the other; should it ever end, the next page gets another. */
export function startPageWriter(file: string, busyTimeoutMilliseconds: number) {
  const awaited: Awaited[] = [];
  let thread: Worker | undefined = begin();

  function begin(): Worker {
    const workerData = { file, busyTimeoutMilliseconds };
    const begun = new Worker(new URL('./page-writer.ts', import.meta.url), { workerData, resourceLimits });
    let reason: unknown = new Error('The thread that writes ended');
    begun.on('message', (written: Written) => settle(awaited.shift(), written));
    begun.on('error', (error) => {
      reason = error;
    });
    begun.once('exit', () => {
      thread = undefined;
      for (const each of awaited.splice(0)) each.reject(reason);
    });
    return begun;
  }

  return {
    keep(page: PackedPage): Promise<KeptNumbers> {
      thread ??= begin();
      thread.postMessage(page);
      return new Promise((resolve, reject) => awaited.push({ resolve, reject }));
    },
    async close(): Promise<void> {
      if (!thread) return;
      const ended = once(thread, 'exit');
      thread.postMessage('close');
      await ended;
    },
  };
}

function settle(page: Awaited | undefined, written: Written): void {
  if ('kept' in written) page?.resolve(written.kept);
  else if ('error' in written) page?.reject(written.error);
  else page?.reject(new Problem(written.kind, written.detail, written.options));
}
