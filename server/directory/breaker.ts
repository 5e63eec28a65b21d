import { ConnectionError, ResultError } from './connection-errors.ts';
import { resultCode } from './result-code.ts';

/** So many failures in a row may be chance. */
const mostChances = 2;
const [firstPause, longestPause] = [500, 10_000];

/** Rarer than any lock-out counts: directories lock an account for some five attempts within half an hour. */
const pauseAfterDenial = 900_000;

export interface BreakerDeps {
  /** Milliseconds of a clock that is never set back. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
}

/** Opens a connection, or says at once what went wrong the last time. */
export type Breaker = <T>(open: () => Promise<T>) => Promise<T>;

/**
 * Keeps a directory that is down from being stormed, and the service account from being locked out by us. Until an
 * opening succeeds there is one at a time, whose outcome counts for all who wait; after the third failure in a row
 * comes a pause that grows, and one of a quarter of an hour as soon as the directory denies the service account.
 */
export function createBreaker({ now, random }: BreakerDeps): Breaker {
  let isProven = false;
  let failures = 0;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let lastError: unknown;
  let trial: Promise<unknown> | undefined;

  function failed(error: unknown): void {
    isProven = false;
    // Anything else never reached the directory, and is mended here.
    const isTheirs = error instanceof ConnectionError || error instanceof ResultError;
    failures = isTheirs ? failures + 1 : 0;
    lastError = error;
    pausedUntil = now() + pauseAfter(error);
  }

  function pauseAfter(error: unknown): number {
    if (error instanceof ResultError && error.code === resultCode.invalidCredentials) return pauseAfterDenial;
    if (failures <= mostChances) return 0;
    const longest = Math.min(longestPause, firstPause * 2 ** (failures - mostChances - 1));
    return longest * (0.5 + random() / 2);
  }

  async function attempt<T>(open: () => Promise<T>): Promise<T> {
    try {
      const opened = await open();
      isProven = true;
      failures = 0;
      return opened;
    } catch (error) {
      failed(error);
      throw error;
    }
  }

  return async (open) => {
    if (trial) {
      await Promise.allSettled([trial]);
      if (!isProven) throw lastError;
    }
    if (isProven) return attempt(open);
    if (now() < pausedUntil) throw lastError;
    const mine = attempt(open);
    trial = mine;
    try {
      return await mine;
    } finally {
      if (trial === mine) trial = undefined;
    }
  };
}
