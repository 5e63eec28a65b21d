import type { AttributeValue } from '#shared/fields/field-kind.ts';
import type { Problem } from '../problem.ts';
import type { DirectorySchema } from './schema/directory-schema.ts';
import type { Sweep } from './sweep.ts';

/** Values by attribute, the name spelled as it was asked for; an attribute that the entry lacks is missing. */
export type Attributes = Readonly<Record<string, readonly AttributeValue[]>>;

/** What a directory holds for a person. */
export interface Entry {
  /** The stable id: `entryUUID`, or `objectGUID` in its usual spelling (DESIGN decision 5). */
  readonly id: string;
  /** Where the entry stood when it was read; never kept as its identity. */
  readonly dn: string;
  readonly username: string;
  readonly displayName: string;
  readonly attributes: Attributes;
}

/** What a directory says of somebody's sign-in, read together with the entry. */
export interface Account {
  /** Disabled, locked or expired. */
  readonly isBlocked: boolean;
  /** Another one than before says that the password was set anew; undefined where the directory does not tell. */
  readonly passwordStamp: string | undefined;
}

/** The entry of a person who was looked up alone. */
export interface PersonEntry extends Entry {
  readonly account: Account;
}

/** Values to take from an attribute and values to put there, both byte for byte; other values stay untouched. */
export interface Change {
  readonly attribute: string;
  readonly remove: readonly AttributeValue[];
  readonly add: readonly AttributeValue[];
}

/** As whom a change is written where it is not the service account (W9): by the stable id of their entry. */
export interface Writer {
  readonly entryId: string;
  /** By their own bind, on a connection that serves nothing else; without it by proxied authorization (RFC 4370). */
  readonly own?: {
    readonly password: string;
    /** Is told that the password is about to be tried, and may throw instead. */
    permit(): Promise<void>;
    /** The password is theirs. */
    accepted(): Promise<void>;
  };
}

/** What became of a write. */
export interface Written {
  /** The entry as it was read back after the write (W7). */
  readonly entry: Entry;
  /**
   * The attributes that the directory would not have, with its reason in words a person understands (W5). A problem of
   * the kind `conflict` says that somebody else changed the attribute while the changes were tried one by one.
   */
  readonly refused: ReadonlyMap<string, Problem>;
}

/**
 * One LDAP server connection, as the rest of Nameplate sees it. Every call is a unit of work of its own on a
 * connection that never outlives an error. All of them throw a Problem: `unavailable` (the directory cannot be reached,
 * with its name), `internal` (it is set up wrongly, with the cause and the mend).
 */
export interface DirectoryGateway {
  readonly key: string;

  /** The entry of a login name below the base, by the user filter; undefined when there is none. Several are a problem. */
  findByUsername(username: string, attributes: readonly string[]): Promise<PersonEntry | undefined>;

  /** The first entry that the user filter finds below the base; undefined when there is none. */
  findAny(attributes: readonly string[]): Promise<Entry | undefined>;

  /** The entry with this stable id, wherever it stands by now; undefined when there is none. */
  findById(id: string, attributes: readonly string[]): Promise<PersonEntry | undefined>;

  /** The stable id of the entry that has this DN at this moment; undefined when there is none to be seen. */
  idOf(dn: string): Promise<string | undefined>;

  /**
   * The entry of a login name as it is after the sign-in, if the password is its own; undefined for an unknown name and
   * a wrong password alike, and after the same work. An empty password never reaches the directory. `permit` is told whose password is about to
   * be tried (undefined for an unknown name), and may throw instead of having it tried.
   */
  authenticate(
    username: string,
    password: string,
    attributes: readonly string[],
    permit?: (entry: Entry | undefined) => Promise<void>,
  ): Promise<PersonEntry | undefined>;

  /** Which of these groups (DNs) the entry is a member of, by groups within groups too. */
  groupsOf(entry: Entry, groups: readonly string[]): Promise<string[]>;

  /** Reads many entries on a connection of its own, which ends with the work; at once, and by the signal's reason, when that is aborted. */
  sweep<T>(work: (sweep: Sweep) => Promise<T>, signal?: AbortSignal): Promise<T>;

  /**
   * Compare-and-set, the only write (DESIGN decision 8). Reads the entry afresh, lets `plan` decide by what it holds,
   * sends the decided changes as one conditional Modify, and reads the entry back. When somebody else changed the entry
   * in between, it is read and planned again; so `plan` may be called several times and its last call counts. When the
   * directory refuses the changes together, each is tried alone, so that one refusal does not take the others with it.
   * Undefined when there is no such entry. Of the `unavailable` problems, the rule `unknownOutcome` says that nobody can
   * tell whether it was saved, `savedUnread` that it was but could not be read back; with any other rule it was not.
   * What is written as somebody else is read as the service account all the same. A password that is not theirs is an
   * `invalid` problem with the rule `wrongPassword`; a `forbidden` one says why the directory does not let it be tried.
   */
  change(
    id: string,
    attributes: readonly string[],
    plan: (entry: Entry) => readonly Change[],
    writer?: Writer,
  ): Promise<Written | undefined>;

  /** The directory's own schema, at most a minute old. */
  schema(): Promise<DirectorySchema>;

  /** Lets go of idle connections; a unit of work that has begun still comes to its end. */
  close(): Promise<void>;
}
