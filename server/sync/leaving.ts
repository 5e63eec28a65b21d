import type { Sweep } from '../directory/sweep.ts';
import { Problem } from '../problem.ts';
import type { Sweeps, Unseen } from '../store/sync.ts';
import { isWithinLimit, type RemovalLimit } from './plan-run.ts';
import type { SyncState } from './sync-state.ts';

export interface Leaving {
  /** Who is to be hidden. */
  readonly hide: readonly Unseen[];
  /** Who was not found, though that does not say that they left. */
  readonly missing: readonly Unseen[];
}

export interface Swept {
  readonly directory: string;
  readonly directoryName: string;
  readonly isFull: boolean;
  readonly since: number;
  readonly state: SyncState;
  readonly removalLimit: RemovalLimit;
  /** How many entries were read, and whether each showed who it is. */
  readonly read: number;
  readonly isEachIdentified: boolean;
  readonly seen: { has(number: number): boolean; readonly size: number };
}

/**
 * Who left, once everything was read (S6). Not to be found says so only after a complete read that looked where the one
 * before it looked; throws, so that nobody is hidden, where the directory found nobody or the limit is exceeded.
 */
export async function findLeaving(sweeps: Sweeps, sweep: Sweep, swept: Swept): Promise<Leaving> {
  const { directory, directoryName, isFull, since, state, removalLimit, read, seen } = swept;
  if (!isFull) {
    const hide = await tombstones(sweeps, sweep, swept);
    checkLimit(hide.length, state.people ?? 0, removalLimit, directoryName);
    return { hide, missing: [] };
  }
  const unseen = await sweeps.unseen(directory, seen.has, since);
  if (unseen.length === 0) return { hide: [], missing: [] };
  if (read === 0) {
    throw new Problem(
      'internal',
      `The directory "${directoryName}" showed nobody, though ${unseen.length} people are known. Check the base, the user filter and what the service account may read. Nobody was hidden.`,
      { rule: 'emptyAnswer', params: { people: unseen.length } },
    );
  }
  const isComparable = state.definition === sweep.definition && state.lastFull !== null;
  if (!isComparable || !swept.isEachIdentified) return { hide: [], missing: unseen };
  checkLimit(unseen.length, seen.size + unseen.length, removalLimit, directoryName);
  return { hide: unseen, missing: [] };
}

async function tombstones(sweeps: Sweeps, sweep: Sweep, { directory, state, seen, since }: Swept): Promise<Unseen[]> {
  if (!state.mark) return [];
  const ids = await sweep.deletedSince(state.mark);
  const known = await sweeps.known(directory, ids);
  const numbers = new Set(known.flatMap((entry) => (entry ? [entry.number] : [])));
  if (numbers.size === 0) return [];
  const unseen = await sweeps.unseen(directory, (number) => seen.has(number) || !numbers.has(number), since);
  return [...unseen];
}

function checkLimit(leaving: number, people: number, limit: RemovalLimit, directoryName: string): void {
  if (isWithinLimit(leaving, people, limit)) return;
  throw new Problem(
    'internal',
    `${leaving} of ${people} people are gone from the directory "${directoryName}", more than the removal limit (${limit.percent} %, at least ${limit.atLeast}). Nobody was hidden. Check the directory; if they really left, raise the limit for one run.`,
    { rule: 'removalLimit', params: { leaving, people } },
  );
}
