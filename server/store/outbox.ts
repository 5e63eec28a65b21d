import type { Fault } from '#shared/contract/problem.ts';
import type { NewChange } from './history.ts';
import type { EntryReading, EntryRecord, JoinedRecord, StoredValue } from './store.ts';

/**
 * Where an edit stands that is not at its end. Of `sending` and `unknown` nobody can tell whether the directory has
 * carried them out, `waiting` it has not; `conflict` and `refused` wait for the person.
 */
export type EditState = 'sending' | 'unknown' | 'waiting' | 'conflict' | 'refused';

/** Who edits, and how it came about. */
export interface EditOrigin {
  readonly actorId: string;
  readonly source: 'self' | 'helpdesk' | 'undo';
  readonly reason: string | null;
  /** The change that this one undoes. */
  readonly undoes: number | null;
  /** Who approved it, where it needed that (W10). */
  readonly approverId: string | null;
}

/** A change of one attribute of an entry, with all that is needed to deliver it much later, still by compare-and-set. */
export interface NewEdit {
  readonly field: string;
  readonly attribute: string;
  /** What the person saw and what they entered, as a profile shows it. */
  readonly from: unknown;
  readonly to: unknown;
  /** Stands for the exact values that the person saw; null where that is not known. */
  readonly seen: string | null;
  /** The attribute's values as they were last read, the field's own first. */
  readonly old: readonly StoredValue[];
  /** The field's own values to write, byte for byte; none clears it. */
  readonly values: readonly StoredValue[];
}

export interface Edit extends NewEdit, EditOrigin {
  /** Rises with each edit: the order of delivery. */
  readonly id: number;
  /** The edits of one save go out in one Modify. */
  readonly save: string;
  readonly personId: string;
  readonly directory: string;
  readonly entryId: string;
  readonly madeAt: Date;
  readonly state: EditState;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  /** Why it waits, or was refused. */
  readonly fault: Fault | null;
}

/** Keeps an entry's edits for one deliverer, until it is done or the time is over. */
export interface Lease {
  readonly token: string;
  readonly until: Date;
}

export interface NewSave {
  readonly save: string;
  readonly personId: string;
  readonly origin: EditOrigin;
  readonly at: Date;
  readonly lease: Lease;
  /** What goes to the directory. */
  readonly entry?: { readonly directory: string; readonly entryId: string } | undefined;
  readonly edits: readonly NewEdit[];
  /** What lives in Nameplate, kept in the same transaction if `revision` still is that of the local values. */
  readonly local?:
    | {
        readonly revision: number;
        readonly values: Readonly<Record<string, unknown>>;
        readonly changes: readonly NewChange[];
      }
    | undefined;
}

/** The edits of a save that is to be delivered now, in the state in which they were before. */
export type Claim = readonly Edit[];

export interface SettledEdit {
  readonly id: number;
  /** Both leave the outbox: `done` was carried out, and stands for earlier edits of the field that wait for the person; `dropped` came to nothing. */
  readonly state: Exclude<EditState, 'sending'> | 'done' | 'dropped';
  readonly nextAttemptAt?: Date | undefined;
  readonly fault?: Fault | undefined;
}

export interface Settlement {
  readonly lease: Lease;
  readonly edits: readonly SettledEdit[];
  readonly changes: readonly NewChange[];
  /** What was read of the entry afterwards, and whether the person accepted it (`People.keepEntry`, `People.keepJoined`). */
  readonly kept?:
    | { readonly record: EntryRecord | JoinedRecord; readonly accepted: boolean; readonly reading?: EntryReading }
    | undefined;
}

export type Withdrawal = 'withdrawn' | 'notFound' | 'onItsWay';

/** Edits that were accepted, from before they are sent until they are at their end. */
export interface Outbox {
  /**
   * Journals a save. Its edits are leased to the caller, unless earlier ones of the entry are not delivered yet: then
   * they wait behind those. Undefined, and nothing kept, when the local values have changed meanwhile.
   */
  begin(save: NewSave): Promise<{ readonly edits: readonly Edit[]; readonly isLeased: boolean } | undefined>;
  /** Leases the oldest undelivered save of an entry; undefined when there is none, or somebody else holds a lease. */
  claim(directory: string, entryId: string, lease: Lease, now: Date): Promise<Claim | undefined>;
  /** Entries whose oldest undelivered save is due and not leased, the oldest first, at most so many of each directory. */
  due(now: Date, mostOfEach: number): Promise<{ readonly directory: string; readonly entryId: string }[]>;
  /** Ends a lease with what became of its edits, in one transaction. False, and nothing kept, when it was lost. */
  settle(settlement: Settlement): Promise<boolean>;
  /** What waits of a directory is due at once. */
  hasten(directory: string, now: Date): Promise<void>;
  byId(id: number): Promise<Edit | undefined>;
  ofPerson(personId: string): Promise<Edit[]>;
  /** The oldest first. */
  list(limit: number): Promise<Edit[]>;
  count(): Promise<number>;
  /**
   * Takes an edit back: one that waits for the person alone, one that is not sent with the later ones that build on it.
   * What may have been sent goes only where its directory is removed, so that nobody will ever tell.
   */
  withdraw(id: number, now: Date, isDirectoryRemoved?: boolean): Promise<Withdrawal>;
}
