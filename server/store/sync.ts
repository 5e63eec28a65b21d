import type { SyncRun, SyncRunDetails } from '#shared/contract/sync.ts';
import type { NewChange } from './history.ts';
import type { EntryRecord, Person, StoredAttributes } from './store.ts';

/** Runs of the sync, of which one at a time is under way, whatever process it is in (S7). */
export interface SyncRuns {
  /**
   * Begins a run and holds the lease until then. False, and nothing begun, while another run holds it; one whose lease
   * is over ended with its process, and becomes `interrupted`.
   */
  begin(run: SyncRun, now: Date, leaseUntil: Date): Promise<boolean>;
  /** Keeps how far it is and holds the lease longer. What the run is to do: end when somebody cancels it or when it is not the one under way any more. */
  beat(run: SyncRun, leaseUntil: Date): Promise<'goOn' | 'cancel' | 'lost'>;
  /** Keeps how it ended and lets go of the lease. */
  finish(run: SyncRunDetails): Promise<void>;
  /** False when no such run is under way. */
  requestCancel(id: string): Promise<boolean>;
  /** As last kept; a run whose lease is over shows as `interrupted`. */
  byId(id: string, now: Date): Promise<SyncRunDetails | undefined>;
  /** The latest first, from where `next` of the page before says. */
  list(
    limit: number,
    now: Date,
    cursor?: string,
  ): Promise<{ readonly runs: readonly SyncRun[]; readonly next?: string }>;
  /** Forgets all but the latest so many. */
  keepLatest(count: number): Promise<void>;
}

/** Where the sync of a directory stands: a document of the sync's own. */
export interface SyncStates {
  load(directory: string): Promise<KeptSyncState>;
  /** Compare-and-set: false, and nothing changed, when the revision has moved on. */
  save(directory: string, document: unknown, expectedRevision: number): Promise<boolean>;
}

export interface KeptSyncState {
  /** Undefined at revision 0: nothing was kept yet. */
  readonly document: unknown;
  readonly revision: number;
}

/** What is kept of an entry, as much as a sweep needs to tell whether it is the same still. */
export interface KnownEntry {
  /** Small, dense, and the person's own as long as there is one. */
  readonly number: number;
  /** Null when something else than a sweep has read the entry since, and of somebody who is hidden. */
  readonly digest: string | null;
}

/** What was read of an entry that differs. */
export interface SweptEntry extends Omit<EntryRecord, 'directory'> {
  /** Null when not everything was read that a digest stands for; then the kept one stays. */
  readonly digest: string | null;
  /** What others changed, for the history; kept with it. */
  readonly changes: readonly NewChange[];
}

/** What is to be kept of entries that differ, of one directory. */
export interface SweptPage {
  readonly directory: string;
  /** Only as long as this run is under way. */
  readonly runId: string;
  /** The change number when the sweep began: who was read since by others is left as they are. */
  readonly since: number;
  /** Gone through once, before `keep` returns. */
  readonly entries: Iterable<SweptEntry>;
  /** With the last page, in the same transaction: who is hidden from now on, and where the next run begins. */
  readonly closing?: SweepEnd | undefined;
}

export interface SweepEnd {
  readonly hide: readonly number[];
  readonly hiddenAt: Date;
  /** Kept only if nobody set another one meanwhile. */
  readonly state: KeptSyncState;
}

/** Values of entries that complete people (F12), each under the name by which it is kept. */
export interface Completion {
  readonly personId: string;
  readonly attributes: StoredAttributes;
  /** What others changed, for the history; kept with it. */
  readonly changes: readonly NewChange[];
}

/** Whom entries that complete people may concern, of a directory of such entries. */
export interface JoinQuery {
  /** Under which the ids of their entries are kept, and the values that tie them; without that it is their login name. */
  readonly idName: string;
  readonly valueName: string | undefined;
  readonly entryIds: readonly string[];
  readonly values: readonly string[];
}

export interface Unseen extends Pick<Person, 'username' | 'displayName'> {
  readonly number: number;
}

/** People as a sync reads and writes them: many at once. */
export interface Sweeps {
  /** The highest change number that was given. */
  changeNumber(): Promise<number>;
  /** Whether nobody of a directory is known, hidden people counted. */
  isEmpty(directory: string): Promise<boolean>;
  /** In the order of the ids; undefined for entries that are new. */
  known(directory: string, entryIds: readonly string[]): Promise<readonly (KnownEntry | undefined)[]>;
  /** Whose entry something else than a sweep has read since one did; hidden people are left out. */
  unsettled(directory: string): Promise<readonly { readonly number: number; readonly entryId: string }[]>;
  /** By the ids of their entries; new entries are missing. */
  people(directory: string, entryIds: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  /**
   * Keeps a page as one transaction. In the order of the entries: the number of the person, undefined where others read
   * the entry since the sweep began. Throws a `conflict` problem with the rule `leaseLost` when the run is not the one
   * under way any more.
   */
  keep(page: SweptPage): Promise<readonly (number | undefined)[]>;
  /** Keeps values that complete people, as `keep` does; who is hidden or changed since the sweep began stays as they are. */
  complete(page: Pick<SweptPage, 'runId' | 'since'>, completions: readonly Completion[]): Promise<void>;
  /** Who has one of these entries, or one of these values whatever its case and blanks (`folded`); hidden people are left out. */
  tiedTo(query: JoinQuery): Promise<readonly Person[]>;
  /** Who of the directory was not seen and not read by others since the sweep began; hidden people are left out. */
  unseen(directory: string, isSeen: (number: number) => boolean, since: number): Promise<readonly Unseen[]>;
  /** Hidden people, the latest first. */
  hidden(limit: number, cursor?: string): Promise<{ readonly people: readonly Person[]; readonly next?: string }>;
  /** False when there is no such hidden person. */
  show(personId: string): Promise<boolean>;
  /** Everybody whose name, whatever its case, more than one of these directories has, hidden people left out. */
  duplicates(directories: readonly string[]): Promise<readonly Person[]>;
}
