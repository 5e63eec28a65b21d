import { attributeIn } from './answer.ts';
import { ResultError } from './connection-errors.ts';
import { isDN } from './dn.ts';
import { isPresent } from './filter.ts';
import type { Session } from './people.ts';
import { resultCode } from './result-code.ts';

/** A DN that nobody has, and one that another server has, lead to nobody here. */
const notHere: readonly number[] = [resultCode.noSuchObject, resultCode.invalidDNSyntax, resultCode.referral];

/** The stable id of the entry that has this DN. */
export async function idOf({ connection, facts }: Session, dn: string): Promise<string | undefined> {
  if (!isDN(dn)) return undefined;
  const { idAttribute, idOf: spelled } = facts.dialect;
  const search = { base: dn, scope: 'base', filter: isPresent('objectClass'), attributes: [idAttribute] } as const;
  try {
    const { entries } = await connection.search(search);
    const id = attributeIn(entries[0]?.attributes ?? [], idAttribute);
    return id?.values[0] && spelled(id.values[0]);
  } catch (error) {
    if (error instanceof ResultError && notHere.includes(error.code)) return undefined;
    throw error;
  }
}
