import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import type { Store } from '#server/store/store.ts';

/** A path in a folder of its own, which goes with the test. */
export async function aDatabaseFile(name = 'nameplate.sqlite'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nameplate-store-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, name);
}

export async function anOpenStore(file: string, options?: Parameters<typeof createSQLiteStore>[1]): Promise<Store> {
  const store = await createSQLiteStore(file, options);
  onTestFinished(store.close);
  return store;
}
