import type { ChangeSource } from '#shared/contract/history.ts';
import type { StoredValue } from './store.ts';

/** A change of one field of one person, as it is put into the history. */
export interface NewChange {
  readonly at: Date;
  readonly personId: string;
  readonly field: string;
  /** Who did it; null for another system. */
  readonly actorId: string | null;
  readonly source: ChangeSource;
  readonly reason: string | null;
  /** The values as a profile shows them. */
  readonly from: unknown;
  readonly to: unknown;
  /** The same as the directory holds them, byte for byte; null for a value that lives in Nameplate. */
  readonly exactFrom: readonly StoredValue[] | null;
  readonly exactTo: readonly StoredValue[] | null;
  /** The change that this one undoes. */
  readonly undoes: number | null;
  /** Who approved it, where it needed that (W10). */
  readonly approverId?: string | null | undefined;
}

export interface RecordedChange extends NewChange {
  /** Rises with each change. */
  readonly id: number;
}

/** What the history itself was subjected to; kept in the chain, so that it explains every gap. */
export type HistoryMark =
  | { readonly kind: 'erased'; readonly ids: readonly number[] }
  /** Everything before this id was removed; the link that the next one builds on. */
  | { readonly kind: 'trimmed'; readonly before: number; readonly link: string };

/**
 * One link of the chain: `digest` stands for the content (RFC 6962 style: an erased one keeps its digest), and `link`
 * for everything up to here.
 */
export interface HistoryLink {
  readonly id: number;
  readonly digest: string;
  readonly link: string;
  /** The content as it was digested; null once it is erased. */
  readonly content: HistoryContent | null;
}

/** What is digested of one row. The nonce keeps an erased value from being guessed by its digest. */
export type HistoryContent = { readonly nonce: string } & (
  | { readonly change: NewChange }
  | { readonly mark: HistoryMark; readonly at: Date }
);

export interface HistoryQuery {
  readonly personId?: string | undefined;
  readonly actorId?: string | undefined;
  /** Any of these. */
  readonly fields?: readonly string[] | undefined;
  readonly source?: ChangeSource | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
  /** Only changes with a lower id. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** All changes, append-only: nothing but erasure and retention takes anything away, and both leave a mark in the chain. */
export interface History {
  append(changes: readonly NewChange[]): Promise<void>;
  byId(id: number): Promise<RecordedChange | undefined>;
  /** Newest first. */
  list(query: HistoryQuery): Promise<RecordedChange[]>;
  /** Takes the content away of all changes of a person, and tells how many there were. */
  erase(personId: string, at: Date): Promise<number>;
  /** Removes the changes that are older, with the pictures that nothing else names, and tells how many lines there were. */
  trim(olderThan: Date, at: Date): Promise<number>;
  /** The chain in its order, from the first id that is greater. */
  links(after: number, limit: number): Promise<HistoryLink[]>;
  /** The highest id ever given; a chain that ends before has lost its end. */
  lastId(): Promise<number>;
}
