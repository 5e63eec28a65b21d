import type { Problem } from '../problem.ts';
import type { Delivery, EntryKey } from '../profiles/delivery.ts';
import type { Outbox } from '../store/outbox.ts';

export interface DelivererDeps {
  readonly outbox: Outbox;
  readonly delivery: Delivery;
  now(): Date;
  /** From 0 up to 1. */
  random(): number;
  /** What keeps edits of a directory waiting; an error that is no Problem is a fault of Nameplate. */
  onTrouble(directory: string, error: unknown): void;
}

export interface Deliverer {
  /** Delivers what is due; while a round is under way, there is no other. */
  round(): Promise<void>;
  /** Comes to an end with what is under way. */
  stop(): Promise<void>;
}

/** How it goes with a directory that did not take an edit the last time. */
interface Trouble {
  readonly failures: number;
  readonly until: number;
}

const mostOfEach = 100;
const [firstPause, longestPause] = [1000, 30_000];

/**
 * Delivers what waits: each directory for itself, its entries in the order of their oldest edits. One that does not
 * take an edit is left alone for a while, and once it takes one again, all that waits for it is due.
 */
export function createDeliverer({ outbox, delivery, now, random, onTrouble }: DelivererDeps): Deliverer {
  const troubles = new Map<string, Trouble>();
  let running: Promise<void> | undefined;
  let isStopped = false;

  async function deliverAll(): Promise<void> {
    const due = await outbox.due(now(), mostOfEach);
    const byDirectory = Map.groupBy(due, ({ directory }) => directory);
    await Promise.all([...byDirectory].map(([directory, entries]) => deliverTo(directory, entries)));
  }

  async function deliverTo(directory: string, entries: readonly EntryKey[]): Promise<void> {
    const trouble = troubles.get(directory);
    if (trouble && now().getTime() < trouble.until) return;
    for (const entry of entries) {
      if (isStopped) return;
      const held = await attempt(entry);
      if (held) {
        const failures = (troubles.get(directory)?.failures ?? 0) + 1;
        const pause = Math.min(longestPause, firstPause * 2 ** (failures - 1)) * (0.5 + random() / 2);
        troubles.set(directory, { failures, until: now().getTime() + pause });
        return;
      }
      if (troubles.delete(directory)) await outbox.hasten(directory, now());
    }
  }

  async function attempt(entry: EntryKey): Promise<Problem | undefined> {
    try {
      const held = await delivery.inTurn(entry, () => delivery.deliverWaiting(entry));
      if (held) onTrouble(entry.directory, held);
      return held;
    } catch (error) {
      // One edit that cannot be handled must not keep those of other people.
      onTrouble(entry.directory, error);
      return undefined;
    }
  }

  return {
    round() {
      if (isStopped) return Promise.resolve();
      running ??= deliverAll().finally(() => {
        running = undefined;
      });
      return running;
    },
    async stop() {
      isStopped = true;
      await Promise.allSettled([running]);
    },
  };
}
