import type { Configuration } from '#shared/contract/configuration.ts';
import type { EntryNames } from './entry-names.ts';
import type { History, NewChange } from './history.ts';
import type { Outbox } from './outbox.ts';
import type { PersonalData } from './personal-data.ts';
import type { Pictures } from './pictures.ts';
import type { Proposals } from './proposals.ts';
import type { Sessions } from './sessions.ts';
import type { SignInAttempts } from './sign-in-attempts.ts';
import type { Sweeps, SyncRuns, SyncStates } from './sync.ts';
import type { ValueCounts } from './value-counts.ts';

/**
 * A value as it stood in the directory: the SHA-256 of its bytes, by which they are kept among the pictures, where a field
 * takes them as a picture; else its text, in base64 where its bytes are none.
 */
export type StoredValue = string | { readonly base64: string } | { readonly sha256: string };

/** Values by attribute, the one that the profile shows first. */
export type StoredAttributes = Readonly<Record<string, readonly StoredValue[]>>;

export interface Person {
  readonly id: string;
  /** The directory and the stable id of the entry; both null for a local person (D3). */
  readonly directory: string | null;
  readonly entryId: string | null;
  readonly username: string;
  readonly displayName: string;
  /** As last read from the directory. */
  readonly attributes: StoredAttributes;
  /** What the last sync or save accepted of those attributes alone that somebody changed since (S9). */
  readonly syncedAttributes: StoredAttributes;
  /** Values that live in Nameplate only, by field key. */
  readonly localValues: Readonly<Record<string, unknown>>;
  /** Rises with each change of `localValues`. */
  readonly localRevision: number;
  /** Since when the directory has no entry for this person any more (S6); null while it has. */
  readonly hiddenAt: Date | null;
  /** Higher than that of everybody who changed before, so that what follows people can catch up with them. */
  readonly changeNumber: number;
}

/** What was read of an entry. */
export interface EntryRecord {
  readonly directory: string;
  readonly entryId: string;
  readonly username: string;
  readonly displayName: string;
  /** Replaces what is kept of these attributes; an empty list says that the entry has no value. */
  readonly attributes: StoredAttributes;
}

/** What was read of an entry that completes a person (F12), each attribute under the name by which it is kept with them. */
export interface JoinedRecord {
  readonly personId: string;
  readonly attributes: StoredAttributes;
}

/** How an entry came to be read on its own. */
export interface EntryReading {
  /** The person as they were before the directory was asked; where others read the entry since, theirs is kept. */
  readonly justRead?: Person | undefined;
  /** What others changed since this is what is kept; it goes into the history with what was read. */
  observe?(kept: Person): readonly NewChange[];
}

export interface People {
  byId(id: string): Promise<Person | undefined>;
  byEntry(directory: string, entryId: string): Promise<Person | undefined>;
  /** Who changed after this change number, hidden people too, in the order of their change numbers. */
  changedAfter(changeNumber: number, limit: number): Promise<readonly Person[]>;
  /**
   * Keeps what was read of an entry, and makes the person known when it is new. A hidden person is back by it (S6).
   * `accepted`: a sync or a save read it, so nothing of it counts as changed since; an attribute that was never read
   * before does not either. An unchanged person costs no write, and no read either where the caller hands in whom it
   * has just read.
   */
  keepEntry(record: EntryRecord, accepted: boolean, reading?: EntryReading): Promise<Person>;
  /**
   * Keeps what was read of an entry that completes a person, and touches nothing else: their own entry was not read by it,
   * and who is hidden stays so. Undefined where there is no such person; all else as with `keepEntry`.
   */
  keepJoined(record: JoinedRecord, accepted: boolean, reading?: EntryReading): Promise<Person | undefined>;
  /** Compare-and-set of the local values: false, and nothing changed, when `localRevision` has moved on. */
  changeLocalValues(id: string, localRevision: number, values: Readonly<Record<string, unknown>>): Promise<boolean>;
}

/** A person whom no directory knows but who may sign in here, such as the bootstrap admin. */
export interface LocalAccount {
  readonly personId: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly role: string;
}

export interface LocalAccounts {
  /** Whatever the case and the composition of the name's letters. */
  byUsername(username: string): Promise<LocalAccount | undefined>;
  /** Adds a local person with an account. False, and nothing changed, when the name is taken. */
  add(account: Omit<LocalAccount, 'personId'> & { readonly displayName: string }): Promise<boolean>;
  count(): Promise<number>;
}

export interface KeptConfiguration {
  readonly configuration: Configuration;
  /** Rises with each change. */
  readonly revision: number;
}

/** Who put a revision in force, when, and which places of the document are others than before (`fields.phone`). */
export interface ConfigurationChange {
  readonly revision: number;
  readonly by: string;
  readonly at: Date;
  readonly places: readonly string[];
}

export interface ConfigurationStore {
  /** Undefined in an empty store. */
  load(): Promise<KeptConfiguration | undefined>;
  /** 0 in an empty store; cheap enough to ask at every request. */
  revision(): Promise<number>;
  /** Compare-and-set: false, and nothing changed, when `expectedRevision` (0 for an empty store) has moved on. */
  save(
    configuration: Configuration,
    expectedRevision: number,
    change?: Omit<ConfigurationChange, 'revision'>,
  ): Promise<boolean>;
  /** The changes after this revision, oldest first; the last hundred are kept. */
  changesAfter(revision: number): Promise<ConfigurationChange[]>;
}

/** All that Nameplate keeps. Every method is one transaction; what a call has returned survives `kill -9`. */
export interface Store {
  readonly people: People;
  readonly sessions: Sessions;
  readonly signInAttempts: SignInAttempts;
  readonly localAccounts: LocalAccounts;
  readonly configuration: ConfigurationStore;
  readonly valueCounts: ValueCounts;
  readonly outbox: Outbox;
  readonly history: History;
  readonly pictures: Pictures;
  readonly proposals: Proposals;
  readonly personalData: PersonalData;
  readonly entryNames: EntryNames;
  readonly syncRuns: SyncRuns;
  readonly syncStates: SyncStates;
  readonly sweeps: Sweeps;
  close(): Promise<void>;
}
