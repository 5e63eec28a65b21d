import type { Store } from '../store.ts';
import { createConfigurationStore } from './configuration.ts';
import { openDatabase } from './database.ts';
import { createLocalAccounts } from './local-accounts.ts';
import { createPeople } from './people.ts';
import { createSessions } from './sessions.ts';

/** Loads better-sqlite3, so it is imported only after the Node-API check. */
export function openStore(file: string, busyTimeoutMilliseconds: number): Store {
  const database = openDatabase(file, busyTimeoutMilliseconds);
  return {
    people: createPeople(database),
    sessions: createSessions(database),
    localAccounts: createLocalAccounts(database),
    configuration: createConfigurationStore(database),
    close: database.close,
  };
}
