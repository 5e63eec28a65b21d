import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import type { Store } from '#server/store/store.ts';

/** What the suite needs of a store to prove it. */
export interface StoreAdapter {
  /** A place for an empty store of its own. */
  newLocation(): Promise<string>;
  open(location: string): Promise<Store>;
  remove(location: string): Promise<void>;
}

const sqlite: StoreAdapter = {
  newLocation: async () => join(await mkdtemp(join(tmpdir(), 'nameplate-store-')), 'nameplate.sqlite'),
  open: (location) => createSQLiteStore(location),
  remove: (location) => rm(dirname(location), { recursive: true }),
};

export const storeAdapters: Readonly<Record<string, StoreAdapter>> = {
  sqlite,
  // Other than the first in how it keeps pages of a sweep, and in nothing else.
  'sqlite of the sync': { ...sqlite, open: (location) => createSQLiteStore(location, { isForMany: true }) },
};
