import type { Filter } from 'ldapts';

import type { Account } from '../gateway.ts';

/** Who is asked about when groups are. */
export interface Member {
  readonly dn: string;
  readonly username: string;
}

/** How a kind of directory differs from the others: data, and a few functions. What it can do comes from rootDSE instead. */
export interface Dialect {
  readonly name: 'openldap' | 'active-directory';
  /** Holds the stable id of an entry. */
  readonly idAttribute: string;
  /** The id in its usual spelling, from the attribute's bytes; undefined when they are none. */
  idOf(value: Buffer): string | undefined;
  /** The value to find an entry by; undefined when the text cannot be an id. */
  idValue(id: string): string | Buffer | undefined;
  /** The name to write to an entry by: its id where the directory takes one, for by now a DN may be another's (LDAP.md 1.4). */
  writeDN(entry: { readonly id: string; readonly dn: string }): string;
  /** Changes whenever anything in the entry changes; for the assertion control. */
  readonly revisionAttribute: string | undefined;
  /** Where the directory says how far it has come, and the attribute that says so of an entry. */
  readonly markKind: 'contextCSN' | 'uSNChanged';
  readonly changeAttribute: string;
  /** Says when the entry last changed, by the directory's clock. */
  readonly modifiedAttribute: string;
  readonly usernameAttribute: string;
  readonly userFilter: string;
  /** The first that has a value is shown as the person's name. */
  readonly displayNameAttributes: readonly string[];
  /** Matches a group that has this member. */
  hasMember(member: Member): Filter;
  /** Whether that counts groups within groups already. */
  readonly nestsGroups: boolean;
  /** What tells whether a person may still sign in, and when the password was set. */
  readonly accountAttributes: readonly string[];
  /** `value` gives the first value of such an attribute. */
  accountOf(value: (attribute: string) => string | undefined): Account;
  /** The entries that say after how many wrong passwords accounts are locked, and what they say it in. */
  readonly lockoutClasses: readonly string[];
  readonly lockoutAttributes: readonly string[];
  /** Undefined of an entry that locks nobody. */
  lockoutOf(value: (attribute: string) => string | undefined): Lockout | undefined;
}

/** When a directory locks an account. */
export interface Lockout {
  /** With so many wrong passwords. */
  readonly attempts: number;
  /** A wrong one counts for so long; for ever where this is infinite. */
  readonly seconds: number;
}
