import type { Person } from './store.ts';

export interface StoredSession {
  /** By which people name it in the list of their sessions; it opens nothing. */
  readonly id: string;
  readonly personId: string;
  readonly role: string;
  /** What the browser called itself. */
  readonly client: string;
  /** Stands for the directory's password of that time; null where the directory does not tell. */
  readonly passwordStamp: string | null;
  readonly openedAt: Date;
  readonly seenAt: Date;
  /** When the directory was last asked whether the person may still be here, and in which role. */
  readonly checkedAt: Date;
  /** The end, however much it is used. */
  readonly expiresAt: Date;
}

/** A session and whose it is, as every request needs it. */
export interface FoundSession
  extends StoredSession,
    Pick<Person, 'username' | 'displayName' | 'directory' | 'entryId' | 'hiddenAt'> {}

/** Sessions by the SHA-256 of their token; the token itself is never kept. */
export interface Sessions {
  add(tokenHash: string, session: StoredSession): Promise<void>;
  byTokenHash(tokenHash: string): Promise<FoundSession | undefined>;
  /** Those of a person, the one opened last first. */
  ofPerson(personId: string): Promise<StoredSession[]>;
  change(
    id: string,
    changes: Partial<Pick<StoredSession, 'role' | 'passwordStamp' | 'seenAt' | 'checkedAt'>>,
  ): Promise<void>;
  /** Of this person, so that nobody ends another's; false when the person has no such session. */
  remove(personId: string, id: string): Promise<boolean>;
  removeOfPerson(personId: string): Promise<number>;
  /** Those that have ended by now, and those that were not seen since. */
  removeExpired(now: Date, notSeenSince: Date): Promise<number>;
}
