import type { Audience } from '#shared/contract/roles.ts';

/** The words by which a person is found, as they are compared: letters and digits alone. */
export interface IndexedPerson {
  readonly personId: string;
  /** What people of one search are sorted by. */
  readonly sortName: string;
  /** Of the names that everybody sees, whatever the fields say. */
  readonly nameWords: readonly string[];
  /** Of the fields, each word with the widest audience that may see it. */
  readonly words: Readonly<Record<Audience, readonly string[]>>;
}

/** How far the index has come. */
export interface IndexState {
  /** Stands for the fields that the words were taken by; another one, and all people are indexed anew. */
  readonly plan: string;
  /** The change number of the last person that was indexed. */
  readonly change: number;
  /** Whether all people have been indexed by this plan; until then only names are searched. */
  readonly isComplete: boolean;
}

export interface IndexQuery {
  /** All of these have to be found, each in one of its spellings, each of those with all its words. */
  readonly wanted: readonly (readonly (readonly string[])[])[];
  /** `whole`: the words as they stand; `begun`: the beginnings of words, without what `whole` finds. */
  readonly match: 'whole' | 'begun';
  /** Whose words are searched beside the names. */
  readonly audiences: readonly Audience[];
  /** The position after which to go on; 0 at first. */
  readonly after: number;
  readonly most: number;
}

export interface IndexHit {
  readonly personId: string;
  readonly sortName: string;
  readonly position: number;
}

/**
 * Finds people by words. It holds nothing that could not be made again from the people: it follows them by their change
 * number, in a file of its own, so that keeping it up to date never waits for a sync's writes nor holds them up.
 */
export interface PeopleIndex {
  state(): Promise<IndexState>;
  /** Replaces what is known of these people, forgets the others named, and keeps the state: all of it, or nothing. */
  keep(people: readonly IndexedPerson[], forgotten: readonly string[], state: IndexState): Promise<void>;
  /** Forgets everybody. */
  clear(): Promise<void>;
  /** By rising position, at most `most`. */
  find(query: IndexQuery): Promise<IndexHit[]>;
  /** Everybody who comes after this one by name, and of one name by position; at most `most`. */
  list(after: Pick<IndexHit, 'sortName' | 'position'>, most: number): Promise<IndexHit[]>;
  close(): Promise<void>;
}
