import { randomUUID } from 'node:crypto';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { Fault } from '#shared/contract/problem.ts';
import type { Outcome } from '#shared/contract/profile.ts';
import { Problem } from '../problem.ts';
import type { Edit, Lease, Outbox, SettledEdit } from '../store/outbox.ts';
import type { Pictures } from '../store/pictures.ts';
import { pauseAfter } from './delivery-pause.ts';
import type { NamedPeopleDeps } from './named-people.ts';
import { sendEdits } from './send-edits.ts';
import { createTurns } from './turns.ts';
import { type OwnPassword, writerOf } from './write-as.ts';

export interface DeliveryDeps extends NamedPeopleDeps {
  readonly pictures: Pictures;
  readonly outbox: Outbox;
  configuration(): Promise<Configuration>;
  now(): Date;
  /** From 0 up to 1. */
  random(): number;
}

export interface EntryKey {
  readonly directory: string;
  readonly entryId: string;
}

/** What became of the edits of a save, by field; `held` says why they wait, where they do. */
export interface Delivered {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly held?: Problem | undefined;
}

/** The way of a journalled edit into its directory, the same at once and much later (W4, W6). */
export interface Delivery {
  /** Nobody else of this process delivers to the entry until the work is done. */
  inTurn<Result>(entry: EntryKey, work: () => Promise<Result>): Promise<Result>;
  newLease(): Lease;
  /** Delivers edits that were leased just now. What the person has to decide is theirs at once, and not kept. */
  deliverAtOnce(edits: readonly Edit[], lease: Lease, own?: OwnPassword): Promise<Delivered>;
  /** Delivers what waits of an entry, in its order, as far as it goes; the reason where it does not. To be called in turn. */
  deliverWaiting(entry: EntryKey): Promise<Problem | undefined>;
}

/** Longer than a unit of work takes as a rule; whoever takes over what is still under way finds out by reading. */
const leaseMilliseconds = 30_000;

/** After these nobody can tell whether the directory has carried it out. */
const unknownRules: readonly (string | undefined)[] = ['unknownOutcome', 'savedUnread'];

export function createDelivery(deps: DeliveryDeps): Delivery {
  const { people, outbox, now, random } = deps;
  const inTurn = createTurns();

  const newLease = () => ({ token: randomUUID(), until: new Date(now().getTime() + leaseMilliseconds) });

  async function deliver(
    edits: readonly Edit[],
    lease: Lease,
    isFirstTry: boolean,
    own?: OwnPassword,
  ): Promise<Delivered> {
    const sent = await send(edits, isFirstTry, own).catch((error: unknown) => ({ error }));
    if (!('error' in sent)) {
      const { outcomes, ...kept } = sent;
      const settled = edits.map((edit) => settledBy(edit, outcomes.get(edit.field), isFirstTry));
      const isKept = await outbox.settle({ lease, edits: settled, changes: [], ...kept }).catch((error: unknown) => {
        throw isSaved(outcomes) ? savedUnread(error) : error;
      });
      return { outcomes: isKept ? outcomes : pending(edits) };
    }
    const { error } = sent;
    const problem = error instanceof Problem ? error : undefined;
    const end = problem && endOf(problem, own);
    if (end) {
      const outcomes = refused(edits, end);
      const settled = edits.map((edit) => settledBy(edit, outcomes.get(edit.field), isFirstTry));
      await outbox.settle({ lease, edits: settled, changes: [] });
      if (isFirstTry && isAboutWriter(problem)) throw problem;
      return { outcomes };
    }
    await outbox.settle({ lease, edits: edits.map((edit) => heldBy(problem, edit, isFirstTry)), changes: [] });
    if (!problem) throw error;
    return { outcomes: pending(edits, problem.fault), held: problem };
  }

  async function send(edits: readonly Edit[], isFirstTry: boolean, own: OwnPassword | undefined) {
    const { personId = '', actorId = '', directory = '' } = edits[0] ?? {};
    const [person, configuration] = await Promise.all([people.byId(personId), deps.configuration()]);
    if (!person) return { outcomes: new Map<string, Outcome>() };
    if (!configuration.settings.writeEnabled) throw held('writingDisabled', 'Writing to directories is switched off.');
    const gateway = await deps.gateway(directory);
    if (!gateway) throw held('switchedOff', `The directory ${directory} is switched off or no longer set up.`);
    const actor = actorId === personId ? person : await people.byId(actorId);
    const writer = writerOf(actor, directory, configuration, own);
    const mayHaveBeenSent = !isFirstTry && edits.some(isPerhapsSent);
    const at = now();
    return sendEdits(edits, { ...deps, named: deps, person, configuration, gateway, at, writer, mayHaveBeenSent });
  }

  function heldBy(problem: Problem | undefined, edit: Edit, isFirstTry: boolean): SettledEdit {
    const rule = problem?.options.rule;
    const isUnknown = !problem || unknownRules.includes(rule) || (!isFirstTry && isPerhapsSent(edit));
    return {
      id: edit.id,
      state: isUnknown ? 'unknown' : 'waiting',
      nextAttemptAt: new Date(now().getTime() + pauseAfter(edit.attempts, random)),
      fault: problem?.fault,
    };
  }

  return {
    inTurn: ({ directory, entryId }, work) => inTurn(`${directory} ${entryId}`, work),
    newLease,
    deliverAtOnce: (edits, lease, own) => deliver(edits, lease, true, own),
    async deliverWaiting({ directory, entryId }) {
      for (;;) {
        const lease = newLease();
        const claimed = await outbox.claim(directory, entryId, lease, now());
        if (!claimed) return undefined;
        const { held } = await deliver(claimed, lease, false);
        if (held) return held;
      }
    },
  };
}

/** Says that this is about whoever makes the change, and that nothing was written. */
const isAboutWriter = ({ kind }: Problem): boolean => ['invalid', 'forbidden', 'throttled'].includes(kind);

/**
 * The fault with which edits end that were not written and never will be by themselves: they may not be made by whoever
 * made them, or came with a password, which is not kept until the directory is back (W9).
 */
function endOf(problem: Problem, own: OwnPassword | undefined): Fault | undefined {
  if (isAboutWriter(problem)) return problem.fault;
  const isUnknown = unknownRules.includes(problem.options.rule);
  return own && problem.kind === 'unavailable' && !isUnknown ? { ...problem.fault, rule: 'notReached' } : undefined;
}

const isPerhapsSent = ({ state }: Edit): boolean => state === 'sending' || state === 'unknown';

const held = (rule: string, sentence: string) => new Problem('unavailable', sentence, { rule });

const isSaved = (outcomes: ReadonlyMap<string, Outcome>) =>
  [...outcomes.values()].some(({ status }) => status === 'saved');

/** The journal still has the edits, so that they are found to be saved later; until then it must not read as if nothing had been. */
function savedUnread(cause: unknown): Problem {
  const sentence =
    'The directory saved its part of the change, then Nameplate itself failed; the log says more. Look again later.';
  return new Problem('internal', sentence, { rule: 'savedUnread', cause });
}

function settledBy({ id }: Edit, outcome: Outcome | undefined, isFirstTry: boolean): SettledEdit {
  const needsPerson = outcome?.status === 'conflict' || outcome?.status === 'refused';
  if (!needsPerson) return { id, state: 'done' };
  // They have it before their eyes, and nothing of theirs that waits is given up for it.
  if (isFirstTry) return { id, state: 'dropped' };
  return { id, state: outcome.status as 'conflict' | 'refused', fault: outcome.problem };
}

function refused(edits: readonly Edit[], problem: Fault): Map<string, Outcome> {
  return new Map(
    edits.map(({ field, from }) => [field, { status: 'refused', value: from, problem: { ...problem, field } }]),
  );
}

function pending(edits: readonly Edit[], problem?: Fault): Map<string, Outcome> {
  return new Map(
    edits.map(({ field, from }) => [field, { status: 'pending', value: from, ...(problem && { problem }) }]),
  );
}
