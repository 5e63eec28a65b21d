import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '#server/store/store.ts';
import { proveConfiguration } from './prove-configuration.ts';
import { proveDurability } from './prove-durability.ts';
import { proveEntryNames } from './prove-entry-names.ts';
import { proveHistory } from './prove-history.ts';
import { proveJoins } from './prove-joins.ts';
import { proveLocalAccounts } from './prove-local-accounts.ts';
import { proveOutbox } from './prove-outbox.ts';
import { provePeople } from './prove-people.ts';
import { provePersonalData } from './prove-personal-data.ts';
import { provePictures } from './prove-pictures.ts';
import { proveProposals } from './prove-proposals.ts';
import { proveSessions } from './prove-sessions.ts';
import { proveSignInAttempts } from './prove-sign-in-attempts.ts';
import { proveSync } from './prove-sync.ts';
import { proveValueCounts } from './prove-value-counts.ts';
import { storeAdapters } from './store-adapters.ts';
import { type StoreProcess, startStoreProcess } from './store-process.ts';

/** What each rule is proven with: an empty store, and more doors to the same one, in this process and in others. */
export interface Bench {
  readonly store: Store;
  openAgain(): Promise<Store>;
  openInProcess(): Promise<StoreProcess>;
}

describe.each(Object.entries(storeAdapters))('the %s store', (name, adapter) => {
  let location: string;
  let bench: Bench;
  let closing: (() => Promise<void>)[];

  beforeEach(async () => {
    location = await adapter.newLocation();
    closing = [() => adapter.remove(location)];
    const openAgain = async () => {
      const store = await adapter.open(location);
      closing.push(store.close);
      return store;
    };
    const openInProcess = async () => {
      const process = await startStoreProcess(name, location);
      closing.push(process.kill);
      return process;
    };
    bench = { store: await openAgain(), openAgain, openInProcess };
  });
  afterEach(async () => {
    for (const close of closing.reverse()) await close();
  });

  const proofs = [
    provePeople,
    proveSessions,
    proveSignInAttempts,
    proveLocalAccounts,
    proveConfiguration,
    proveValueCounts,
    proveOutbox,
    proveHistory,
    proveSync,
    proveJoins,
    provePictures,
    proveProposals,
    provePersonalData,
    proveEntryNames,
    proveDurability,
  ];
  for (const prove of name === 'sqlite of the sync' ? [proveSync, proveJoins] : proofs) prove(() => bench);
});
