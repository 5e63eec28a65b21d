import type { Store } from '../store.ts';
import { createConfigurationStore } from './configuration.ts';
import { type DatabaseOptions, openDatabase } from './database.ts';
import { createEntryNames } from './entry-names.ts';
import { createHistory, prepareAppend } from './history.ts';
import { prepareKeepPage } from './keep-page.ts';
import { createLocalAccounts } from './local-accounts.ts';
import { createOutbox } from './outbox.ts';
import { createPeople, preparePeople } from './people.ts';
import { createPersonalData } from './personal-data.ts';
import { createPictures } from './pictures.ts';
import { createProposals } from './proposals.ts';
import { createSessions } from './sessions.ts';
import { createSignInAttempts } from './sign-in-attempts.ts';
import { startPageWriter } from './start-page-writer.ts';
import { createSweeps } from './sweeps.ts';
import { createSyncRuns } from './sync-runs.ts';
import { createSyncStates } from './sync-states.ts';
import { createValueCounts } from './value-counts.ts';

/** Loads better-sqlite3, so it is imported only after the Node-API check. */
export function openStore(file: string, options: DatabaseOptions): Store {
  const database = openDatabase(file, options);
  const inTransaction = preparePeople(database);
  const append = prepareAppend(database);
  const writer = options.isForMany ? startPageWriter(file, options.busyTimeoutMilliseconds) : undefined;
  return {
    people: createPeople(database, inTransaction),
    sessions: createSessions(database),
    signInAttempts: createSignInAttempts(database),
    localAccounts: createLocalAccounts(database),
    configuration: createConfigurationStore(database),
    valueCounts: createValueCounts(database),
    outbox: createOutbox(database, append, inTransaction),
    history: createHistory(database, append),
    pictures: createPictures(database),
    proposals: createProposals(database),
    personalData: createPersonalData(database),
    entryNames: createEntryNames(database),
    syncRuns: createSyncRuns(database),
    syncStates: createSyncStates(database),
    sweeps: createSweeps(database, writer?.keep ?? prepareKeepPage(database)),
    async close() {
      await writer?.close();
      await database.close();
    },
  };
}
