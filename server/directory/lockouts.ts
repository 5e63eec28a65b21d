import { attributeIn } from './answer.ts';
import { ResultError } from './connection-errors.ts';
import type { Lockout } from './dialects/dialect.ts';
import { anyOf, equals } from './filter.ts';
import type { Session } from './people.ts';

/** A policy that locks accounts. */
export interface LockoutPolicy extends Lockout {
  readonly dn: string;
}

/** Every policy that locks accounts and that the account may see, for whomever it holds. */
export async function readLockouts({ connection, facts }: Session): Promise<readonly LockoutPolicy[]> {
  const { lockoutClasses, lockoutAttributes: attributes, lockoutOf } = facts.dialect;
  const filter = anyOf(...lockoutClasses.map((name) => equals('objectClass', name)));
  const policies = new Map<string, LockoutPolicy>();
  for (const base of facts.places.namingContexts) {
    try {
      const { entries } = await connection.search({ base, scope: 'sub', filter, attributes });
      for (const { dn, attributes: found } of entries) {
        const lockout = lockoutOf((name) => attributeIn(found, name)?.values[0]?.toString());
        if (lockout) policies.set(dn, { dn, ...lockout });
      }
    } catch (error) {
      // One naming context that may not be read says nothing of the others.
      if (!(error instanceof ResultError)) throw error;
    }
  }
  return [...policies.values()];
}
