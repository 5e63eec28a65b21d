import type { SyncChange, SyncFailure } from '#shared/contract/sync.ts';
import type { Person } from './store.ts';

/** Where the lists of a run of the sync name a person. */
export interface RunMention {
  readonly run: string;
  readonly startedAt: string;
  readonly said: SyncChange | SyncFailure;
}

export interface Erasing {
  readonly at: Date;
  /** Edits that wait are given up; else they keep the person from being erased. */
  readonly withEdits: boolean;
  /** By which attempts to sign in are counted. */
  readonly attempts: readonly string[];
}

/** How much there was of a person. */
export interface Erased {
  readonly changes: number;
  readonly sessions: number;
  readonly edits: number;
  readonly pictures: number;
}

/** What is kept of one person, wherever it is kept. */
export interface PersonalData {
  /** Whom this means: the id, or the login name whatever its case; hidden people too. */
  find(idOrUsername: string): Promise<Person[]>;
  mentions(person: Person): Promise<RunMention[]>;
  /**
   * Takes away all that is kept of a person, in one transaction, and overwrites it in the file; the lines of their history
   * are emptied as `History.erase` does. Throws a `conflict` problem while edits of theirs wait (`editsWait`), and
   * while a sync is under way (`syncUnderWay`), which may be about to write them.
   */
  erase(person: Person, erasing: Erasing): Promise<Erased>;
}
