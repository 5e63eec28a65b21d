import { count, eq } from 'drizzle-orm';
import { newPersonId } from '../new-person-id.ts';
import type { LocalAccounts } from '../store.ts';
import type { Database } from './database.ts';
import { nextChangeNumber } from './people.ts';
import { localAccounts } from './schema/accounts.ts';
import { people } from './schema/people.ts';

const { personId, username, passwordHash, role } = localAccounts;

export function createLocalAccounts(database: Database): LocalAccounts {
  return {
    byUsername: (name) =>
      database.read((queries) =>
        queries
          .select({ personId, username, passwordHash, role })
          .from(localAccounts)
          .where(eq(localAccounts.usernameKey, usernameKey(name)))
          .get(),
      ),

    add: ({ displayName, ...account }) =>
      database.write((queries) => {
        const key = usernameKey(account.username);
        if (queries.select().from(localAccounts).where(eq(localAccounts.usernameKey, key)).get()) return false;
        const id = newPersonId();
        const nothingYet = { attributes: {}, syncedAttributes: {}, localValues: {}, localRevision: 0 };
        const changeNumber = nextChangeNumber(queries);
        queries
          .insert(people)
          .values({ id, username: account.username, displayName, changeNumber, ...nothingYet })
          .run();
        queries
          .insert(localAccounts)
          .values({ usernameKey: key, personId: id, ...account })
          .run();
        return true;
      }),

    count: () =>
      database.read((queries) => queries.select({ accounts: count() }).from(localAccounts).get()?.accounts ?? 0),
  };
}

/** Upper case joins what lower case keeps apart (ß and ss, both small sigmas), and needs the small ß to begin with. */
function usernameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
}
