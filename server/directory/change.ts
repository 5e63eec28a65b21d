import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../problem.ts';
import { takeBackUnconfirmed } from './additions.ts';
import { ConnectionError, ResultError } from './connection-errors.ts';
import { type ReadEntry, sameValues, valuesOf } from './entry.ts';
import type { Change, Entry, Written } from './gateway.ts';
import { type FindById, findById, findWritten, type Session } from './people.ts';
import { overtaken, refusalOf } from './result-codes.ts';
import { createSettledWriter, type SettledWriter } from './settle.ts';
import { type Answered, canAssert, faultOf } from './write.ts';

export interface ChangeDeps {
  readonly session: Session;
  /** Where what is written goes to; the same unless somebody else writes. */
  readonly writing?: Session | undefined;
  readonly id: string;
  readonly attributes: readonly string[];
  /** Reads the entry on a connection that has served nothing else. */
  readAfresh(find: FindById): Promise<ReadEntry | undefined>;
}

interface Changing extends Pick<ChangeDeps, 'session' | 'attributes'> {
  readonly writer: SettledWriter;
  /** Reads the entry anew, on another connection where that of the session broke. */
  read(): Promise<ReadEntry | undefined>;
}

/** The last answer that the entry is not as it was read, and how it was read. */
interface Stale {
  readonly read: ReadEntry;
  readonly error: ResultError;
}

const mostAttempts = 10;

/** Compare-and-set of one entry, as the port describes it (`DirectoryGateway.change`). */
export async function changeEntry(deps: ChangeDeps, plan: (entry: Entry) => readonly Change[]) {
  const { session, writing = session, id, attributes, readAfresh } = deps;
  const writer = createSettledWriter(writing, () => readAfresh(findWritten));
  const read = () => {
    const find = writer.hasSaved() ? findWritten : findById;
    return session.connection.isUsable ? find(session, id, attributes) : readAfresh(find);
  };
  try {
    return await changeUntilSettled({ session, attributes, writer, read }, plan);
  } catch (error) {
    const isOutage =
      error instanceof ConnectionError ||
      error instanceof ResultError ||
      (error instanceof Problem && error.kind === 'unavailable');
    if (!isOutage || !writer.hasSaved()) throw error;
    throw new Problem(
      'unavailable',
      `The directory "${session.facts.name}" saved the change, at least a part of it, then went away before it showed it. Look again later.`,
      { rule: 'savedUnread', cause: error },
    );
  }
}

/** Read, plan, write on condition, read back; all over again when somebody was faster (W4, W7). */
async function changeUntilSettled(
  changing: Changing,
  plan: (entry: Entry) => readonly Change[],
): Promise<Written | undefined> {
  const { session, writer } = changing;
  let stale: Stale | undefined;
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const read = await changing.read();
    if (!read) return undefined;
    const planned = plan(read.entry).filter(({ remove, add }) => remove.length + add.length > 0);
    const refused = faultsOf(planned, read, changing.attributes);
    const changes = planned.filter(({ attribute }) => !refused.has(attribute));
    if (changes.length === 0) return { entry: read.entry, refused };

    const answered = await tryOnce(writer, read, changes, stale);
    if (answered.status === 'changedMeanwhile') {
      stale = { read, error: answered.error };
      await backOff(attempt);
      continue;
    }
    if (answered.status === 'refused') await writeEach(changing, read, changes, answered.error, refused);
    const written = await changing.read();
    if (!written) return undefined;
    const saved = changes.filter(({ attribute }) => !refused.has(attribute));
    const isAsserted = canAssert(session, read);
    const takenBack = await takeBackUnconfirmed(writer, read, written, { saved, isAsserted });
    if (takenBack.size === 0) return { entry: written.entry, refused };
    if (changes.length === 1 && [...takenBack.values()].every(({ kind }) => kind === 'conflict')) {
      writer.forget();
      await backOff(attempt);
      continue;
    }
    const entry = (await changing.read())?.entry;
    return entry && { entry, refused: new Map([...refused, ...takenBack]) };
  }
  throw new Problem('conflict', 'Others keep changing this entry. Try again in a moment.', { rule: 'contention' });
}

/** Each change by itself, so that one refusal does not take the others with it. */
async function writeEach(
  changing: Changing,
  planned: ReadEntry,
  changes: readonly Change[],
  error: ResultError,
  refused: Map<string, Problem>,
): Promise<void> {
  const [only, ...others] = changes;
  if (only && others.length === 0) {
    refused.set(only.attribute, refusalOf(error));
    return;
  }
  for (const change of changes) {
    const problem = await writeAlone(changing, planned, change);
    if (problem) refused.set(change.attribute, problem);
  }
}

async function writeAlone({ writer, read }: Changing, planned: ReadEntry, change: Change) {
  let stale: Stale | undefined;
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const now = await read();
    if (!now || !isSame(planned, now, [change])) return overtaken();
    const answered = await tryOnce(writer, now, [change], stale);
    if (answered.status === 'saved') return undefined;
    if (answered.status === 'refused') return refusalOf(answered.error);
    stale = { read: now, error: answered.error };
  }
  return overtaken();
}

async function tryOnce(
  writer: SettledWriter,
  read: ReadEntry,
  changes: readonly Change[],
  stale: Stale | undefined,
): Promise<Answered> {
  // It is said not to be as it was read, and read again it still is: so that was a refusal.
  const isAsItWas = stale && stale.read.entry.dn === read.entry.dn && isSame(stale.read, read, changes);
  const isSameRevision = stale?.read.revision?.toString() === read.revision?.toString();
  if (isAsItWas && isSameRevision) return { status: 'refused', error: stale.error };
  return writer.write(read, changes);
}

/** Waits longer from one attempt to the next, and never as long as the others who wait. */
function backOff(attempt: number): Promise<void> {
  return pause(Math.random() * Math.min(1000, 5 * 2 ** attempt));
}

/** What must not even be sent. */
function faultsOf(changes: readonly Change[], read: ReadEntry, attributes: readonly string[]): Map<string, Problem> {
  const faults = new Map<string, Problem>();
  for (const change of changes) {
    if (!attributes.includes(change.attribute)) throw new Error(`${change.attribute} was planned without being read`);
    const fault = faultOf(change, read);
    if (fault) faults.set(change.attribute, fault);
  }
  return faults;
}

function isSame(before: ReadEntry, now: ReadEntry, changes: readonly Change[]): boolean {
  return changes.every(({ attribute }) => sameValues(valuesOf(before, attribute), valuesOf(now, attribute)));
}
