import type { Problem } from '../problem.ts';
import type { Attributes, Entry } from './gateway.ts';

/** An entry as it was changed last in its database. */
export interface LastChange {
  readonly base: string;
  readonly id: string;
  readonly csn: string;
}

/** The largest change sequence number of each server that takes changes. */
export interface ContextCSN {
  readonly kind: 'contextCSN';
  readonly csns: Readonly<Record<string, string>>;
  /** What shows that these are still of the same past: a restored server may give itself a larger number at once. */
  readonly last?: LastChange | undefined;
}

/** Where a directory stood at a moment, in its own terms (LDAP.md 1.1); never by our clock. */
export type Mark =
  | ContextCSN
  /** Counts the changes of one domain controller, as long as its database is the same. */
  | { readonly kind: 'uSNChanged'; readonly usn: string; readonly invocationId: string; readonly server: string }
  /** By its clock, where it tells no more (RFC 3339). */
  | { readonly kind: 'timestamp'; readonly at: string };

/** What the next read goes by: the mark of the last one, or a date that an admin set (S3). */
export type Since = { readonly mark: Mark } | { readonly date: Date };

/** Why changes alone cannot be told, so that everybody is to be read. */
export type FullReason = 'anotherServer' | 'restored';

/** What to ask for; `filter` is the text of what is sent. */
export type Selection = { readonly filter: string } & (
  | { readonly mode: 'incremental' }
  | { readonly mode: 'full'; readonly because?: FullReason }
);

export interface Wanted {
  readonly attributes: readonly string[];
  /** Whether the digest is to tell even of changes to what is not asked for, such as pictures. */
  readonly withRevision: boolean;
}

/** An entry that was read, decoded only when somebody wants to see it. */
export interface SweptEntry {
  readonly id: string;
  /** Stands for the bytes of all attributes that were asked for. */
  readonly digest: string;
  /** Throws a Problem when the bytes are none that an entry can have. */
  read(): Entry;
}

/** An entry that shows no id, or is none. */
export interface UnreadableEntry {
  readonly dn: string | undefined;
  readonly problem: Problem;
}

export interface SweptPage {
  readonly entries: readonly SweptEntry[];
  readonly unreadable: readonly UnreadableEntry[];
  readonly isLast: boolean;
}

/** How timestamps are written, found out with real entries (S4). */
export interface TimestampReport {
  readonly attribute: string;
  readonly sample: string | null;
  readonly detectedPattern: string | null;
  readonly configuredPattern: string | null;
  /** Why the pattern cannot be used. */
  readonly problem: Problem | undefined;
}

/** A read of many entries on a connection of its own, which began at one moment. Everything throws as the gateway does. */
export interface Sweep {
  /** Stands for where people are looked for, by which filter and by whom. */
  readonly definition: string;
  readonly base: string;
  /** What to ask for: the changes since then, or everybody where it is undefined or the mark no longer tells. */
  select(since: Since | undefined): Promise<Selection>;
  /** Those of people with one of these names, whenever they changed. */
  named(usernames: readonly string[]): Selection;
  /** Those of some that are known by their ids, whenever they changed. */
  withIds(ids: readonly string[]): Selection;
  timestamps(): Promise<TimestampReport>;
  /** The selected entries by the page; ends only after a complete read, throws on every partial one. */
  pages(selection: Selection, wanted: Wanted): AsyncIterable<SweptPage>;
  /** Attributes of single entries; those that are gone meanwhile are missing. */
  attributesOf(ids: readonly string[], attributes: readonly string[]): Promise<ReadonlyMap<string, Attributes>>;
  /** Ids of entries that were deleted since the mark, where the directory says so and lets the account see it. */
  deletedSince(mark: Mark): Promise<readonly string[]>;
  /**
   * What the next sweep goes by: where the directory stood before anything was read. Where only timestamps tell, they
   * are those of the pages that were read by now, so it is asked for after the last.
   */
  mark(): Mark | undefined;
  /** The moment it began by the directory's clock, as well as the directory tells; asked for after the last page too. */
  beganAt(): Date | undefined;
}
