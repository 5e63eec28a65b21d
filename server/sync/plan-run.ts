import type { FullReason, SyncMode } from '#shared/contract/sync.ts';
import type { Since } from '../directory/sweep.ts';
import type { SyncState } from './sync-state.ts';

export interface RunWish {
  readonly mode: SyncMode;
  /** Changes since then, whatever was read before. */
  readonly since?: Date | undefined;
  /** Asked for by nobody in particular: then who left is to be noticed from time to time too. */
  readonly isScheduled: boolean;
  readonly fullEveryHours: number;
  readonly now: Date;
}

/** What to ask a directory for. */
export interface RunPlan {
  /** Undefined: everybody. */
  readonly since: Since | undefined;
  /** Why everybody although changes were wished for. */
  readonly because?: FullReason;
  /** Attributes that were never read of everybody (S5). */
  readonly missing: readonly string[];
}

/** Decides by what is known of the last run whether the changes since then will do (S2 to S5). */
export function planRun(wish: RunWish, state: SyncState, definition: string, attributes: readonly string[]): RunPlan {
  const full = (because?: FullReason): RunPlan => ({ since: undefined, missing: [], ...(because && { because }) });
  const missing = attributes.filter((attribute) => !state.attributes.includes(attribute));
  if (wish.since) return { since: { date: wish.since }, missing: [] };
  if (wish.mode === 'full') return full();
  if (state.isEmptied) return full('emptied');
  if (state.definition !== null && state.definition !== definition) return full('definitionChanged');
  if (state.setByHand !== null) {
    const isKnown = state.lastFull !== null;
    return { since: { date: new Date(state.setByHand) }, missing: isKnown ? missing : [] };
  }
  if (state.mark === null) return full('firstRun');
  if (wish.isScheduled && isDue(state, wish)) return full('due');
  return { since: { mark: state.mark }, missing };
}

function isDue({ lastFull }: SyncState, { fullEveryHours, now }: RunWish): boolean {
  return lastFull === null || now.getTime() - Date.parse(lastFull) >= fullEveryHours * 3_600_000;
}

export interface RemovalLimit {
  readonly percent: number;
  readonly atLeast: number;
}

/** Whether so many may be hidden at once (S6); all together never are, unless they are few by any measure. */
export function isWithinLimit(leaving: number, people: number, { percent, atLeast }: RemovalLimit): boolean {
  return leaving <= Math.max(atLeast, Math.floor((people * percent) / 100));
}
