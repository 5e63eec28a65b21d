import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../problem.ts';
import { ConnectionError, ResultError } from './connection-errors.ts';
import { holds, type ReadEntry, valuesOf } from './entry.ts';
import type { Change } from './gateway.ts';
import type { Session } from './people.ts';
import { type Answered, write } from './write.ts';

type ReadAfresh = () => Promise<ReadEntry | undefined>;

/** Writes, and finds out what became of it where no answer came: never by sending it again, always by reading (LDAP.md 2.2). */
export interface SettledWriter {
  /** Throws an `unavailable` problem with the rule `unknownOutcome` when it left and is not seen to be done. */
  write(read: ReadEntry, changes: readonly Change[]): Promise<Answered>;
  /** Whether anything was saved so far. */
  hasSaved(): boolean;
  /** What was saved has been taken back. */
  forget(): void;
}

/** How long a directory that went away is waited for, from one look to the next. */
const pausesInMilliseconds = [0, 100, 300, 600];

export function createSettledWriter(session: Session, readAfresh: ReadAfresh): SettledWriter {
  const { connection, facts } = session;
  let hasSaved = false;

  async function settled(read: ReadEntry, changes: readonly Change[]): Promise<Answered> {
    const { modifiesSent } = connection;
    try {
      return await write(session, read, changes);
    } catch (error) {
      if (!(error instanceof ConnectionError) || connection.modifiesSent === modifiesSent) throw error;
      const now = await lookAgain(readAfresh);
      if (now && changes.every((change) => isApplied(change, now))) return { status: 'saved' };
      // An old value proves nothing: whoever is slow, or let only the connection go, may still come to it.
      const sentence = `The directory "${facts.name}" did not say whether it saved. Look again later.`;
      throw new Problem('unavailable', sentence, { rule: 'unknownOutcome', cause: error });
    }
  }

  return {
    async write(read, changes) {
      const answered = await settled(read, changes);
      hasSaved ||= answered.status === 'saved';
      return answered;
    },
    hasSaved: () => hasSaved,
    forget() {
      hasSaved = false;
    },
  };
}

/** Undefined also when the directory does not come back soon, or does not let us look. */
async function lookAgain(readAfresh: ReadAfresh): Promise<ReadEntry | undefined> {
  for (const milliseconds of pausesInMilliseconds) {
    await pause(milliseconds);
    try {
      return await readAfresh();
    } catch (error) {
      const isTrouble = error instanceof ConnectionError || error instanceof ResultError || error instanceof Problem;
      if (!isTrouble) throw error;
      if (error instanceof ConnectionError && error.fault === 'timeout') return undefined;
    }
  }
  return undefined;
}

function isApplied({ attribute, remove, add }: Change, now: ReadEntry): boolean {
  const values = valuesOf(now, attribute);
  return (
    add.every((value) => holds(values, value)) && !remove.some((value) => !holds(add, value) && holds(values, value))
  );
}
