import { parentPort, workerData } from 'node:worker_threads';
import { giveBackMemory } from '../../give-back-memory.ts';
import { Problem, type ProblemOptions } from '../../problem.ts';
import type { KeptNumbers, PackedPage } from './keep-page.ts';
import { loadDrizzle } from './load-drizzle.ts';

/** How a page fared; a Problem in its parts, since threads pass on no classes. */
export type Written =
  | { readonly kept: KeptNumbers }
  | { readonly kind: Problem['kind']; readonly detail: string; readonly options: ProblemOptions }
  | { readonly error: unknown };

/** The thread that writes the pages of a sweep, while the one that reads goes on reading. */
const { file, busyTimeoutMilliseconds } = workerData as {
  readonly file: string;
  readonly busyTimeoutMilliseconds: number;
};
const [{ openDatabase }, { prepareKeepPage }] = await loadDrizzle(() =>
  Promise.all([import('./database.ts'), import('./keep-page.ts')]),
);
const database = openDatabase(file, { busyTimeoutMilliseconds, isForMany: true });
const keepPage = prepareKeepPage(database);
giveBackMemory();
let writing: Promise<void> = Promise.resolve();

parentPort?.on('message', (message: PackedPage | 'close') => {
  writing = writing.then(() => (message === 'close' ? close() : write(message)));
});

async function write(page: PackedPage): Promise<void> {
  parentPort?.postMessage(await written(page));
}

async function written(page: PackedPage): Promise<Written> {
  try {
    return { kept: await keepPage(page) };
  } catch (error) {
    if (!(error instanceof Problem)) return { error };
    return { kind: error.kind, detail: error.message, options: error.options };
  }
}

async function close(): Promise<void> {
  await database.close();
  parentPort?.close();
}
