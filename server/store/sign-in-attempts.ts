/** What attempts are counted for: a person, an address, everybody. */
export interface Bucket {
  readonly key: string;
  /** With so many, there are no more for now. */
  readonly most: number;
  /** When they are forgotten, if this is the first, or if each new one prolongs. */
  readonly expiresAt: Date;
  readonly prolongs: boolean;
}

/** Attempts to sign in, counted in the store, so that a restart forgets none. */
export interface SignInAttempts {
  /** Counts one attempt in all the buckets; when one of them is full, in none, and tells when that one will be forgotten. */
  take(buckets: readonly Bucket[], now: Date): Promise<Date | undefined>;
  /** Takes one attempt back that turned out to be none. */
  giveBack(keys: readonly string[]): Promise<void>;
  forget(keys: readonly string[]): Promise<void>;
  isKnownPlace(key: string, now: Date): Promise<boolean>;
  keepPlaces(keys: readonly string[], expiresAt: Date): Promise<void>;
  removeExpired(now: Date): Promise<number>;
}
