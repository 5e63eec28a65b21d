import { chmod, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { versions } from 'node:process';
import type { PeopleIndex } from '../people-index.ts';
import type { Store } from '../store.ts';
import { loadDrizzle } from './load-drizzle.ts';
import { checkNodeAPI } from './node-api.ts';
import { asStoreProblem } from './store-problem.ts';

export interface SQLiteStoreOptions {
  /** How long a call waits for another process that is writing. */
  readonly busyTimeoutMilliseconds?: number;
  /** To read and write many people in a row: what was written last may be missing after a power failure, in order. */
  readonly isForMany?: boolean;
}

/**
 * Opens the store in this file; makes the file and its folder, for the own account alone, when they are missing.
 * Throws a Problem that says cause and mend when the file cannot be used.
 */
export async function createSQLiteStore(
  file: string,
  { busyTimeoutMilliseconds = 5000, isForMany = false }: SQLiteStoreOptions = {},
): Promise<Store> {
  checkNodeAPI(versions.napi);
  await makeFile(file);
  const { openStore } = await loadDrizzle(() => import('./open-store.ts'));
  return openStore(file, { busyTimeoutMilliseconds, isForMany });
}

/** Opens the index of people in this file, likewise; a damaged one is made anew. */
export async function createSQLitePeopleIndex(file: string): Promise<PeopleIndex> {
  checkNodeAPI(versions.napi);
  await makeFile(file);
  const { openPeopleIndex } = await import('./people-index.ts');
  return openPeopleIndex(file);
}

async function makeFile(file: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    if (!(await createEmpty(file))) await chmod(file, 0o600);
  } catch (error) {
    throw asStoreProblem(error, file);
  }
}

/** Never opens a file that exists: closing it would drop the locks that this process holds on it (fcntl(2)). */
async function createEmpty(file: string): Promise<boolean> {
  try {
    await (await open(file, 'wx', 0o600)).close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
