import { ResultError } from './connection-errors.ts';
import { isPresent } from './filter.ts';
import type { Account } from './gateway.ts';
import type { Session } from './people.ts';
import { resultCode } from './result-code.ts';

/** What the directory says of the sign-in of the entry with this DN; undefined when there is none. */
export async function readAccount({ connection, facts }: Session, dn: string): Promise<Account | undefined> {
  const { accountAttributes: attributes, accountOf } = facts.dialect;
  try {
    const { entries } = await connection.search({
      base: dn,
      scope: 'base',
      filter: isPresent('objectClass'),
      attributes,
    });
    const [entry] = entries;
    if (!entry) return undefined;
    return accountOf((name) => {
      const found = entry.attributes.find(({ type }) => type.toLowerCase() === name.toLowerCase());
      return found?.values[0]?.toString();
    });
  } catch (error) {
    if (error instanceof ResultError && error.code === resultCode.noSuchObject) return undefined;
    throw error;
  }
}
