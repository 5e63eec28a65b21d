import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '#shared/contract/profile.ts';
import type { Surroundings } from '#shared/fields/field-kind.ts';
import { Problem } from '../problem.ts';
import type { NewChange } from '../store/history.ts';
import type { Edit, EditOrigin, NewEdit, NewSave, Outbox } from '../store/outbox.ts';
import type { People, Person } from '../store/store.ts';
import type { WantedChange } from './check-changes.ts';
import type { Delivery, EntryKey } from './delivery.ts';
import { attributeOf, entryOf } from './field-source.ts';
import { digestOf, editOf, editOnto } from './journal.ts';
import { type AttributeChange, planLocalChange } from './plan-changes.ts';
import { isUndelivered } from './show-edit.ts';
import type { OwnPassword } from './write-as.ts';

export interface SaveDeps {
  readonly people: People;
  readonly outbox: Outbox;
  readonly delivery: Delivery;
  now(): Date;
}

/** Changes that were checked, and how they came about. */
export interface Saving {
  readonly wanted: readonly (WantedChange & Partial<AttributeChange>)[];
  readonly revision: string | undefined;
  readonly origin: EditOrigin;
  readonly surroundings: Surroundings;
  /** Of whoever saves, for a directory that is written as them (W9). */
  readonly own?: OwnPassword | undefined;
}

/** More tries than people who could be editing one profile at the same moment. */
const mostTries = 100;

/**
 * Saves changes of one person: journalled as a whole before anything is sent, then delivered, or pending where that
 * cannot be now (W6). What lives in Nameplate is kept together with the journal; where a password may be wrong, after it has
 * proved right: until then nothing is kept (X1, W9).
 */
export async function saveChanges(person: Person, saving: Saving, deps: SaveDeps): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  for (const part of byEntry(person, saving)) {
    try {
      for (const [key, outcome] of await saveInEntry(person, part, deps)) outcomes.set(key, outcome);
    } catch (error) {
      // What the parts before have reached stands, and is told.
      if (outcomes.size === 0 || !(error instanceof Problem)) throw error;
      for (const [key, outcome] of await failed(person, part, error, deps)) outcomes.set(key, outcome);
    }
  }
  return outcomes;
}

/** A part that failed: what is journalled already is delivered later, the rest came to nothing. */
async function failed(
  { id }: Person,
  { wanted }: SavingInEntry,
  { fault }: Problem,
  { outbox }: SaveDeps,
): Promise<Map<string, Outcome>> {
  const waiting = (await outbox.ofPerson(id)).filter(isUndelivered);
  return new Map(
    wanted.map(({ field: { key }, from, to }) => {
      const isJournalled = waiting.some((edit) => edit.field === key && isDeepStrictEqual(edit.to, to));
      return [key, { status: isJournalled ? 'pending' : 'refused', value: from, problem: { ...fault, field: key } }];
    }),
  );
}

/** A part of a save: what lives in Nameplate or in one entry. */
interface SavingInEntry extends Saving {
  readonly entry: EntryKey | undefined;
}

/**
 * The person's own entry and what lives in Nameplate first, then each entry that completes them (F12); what lives in
 * Nameplate is last where there is a password.
 */
function byEntry(person: Person, saving: Saving): SavingInEntry[] {
  const { directory, entryId } = person;
  const own = directory === null || entryId === null ? undefined : { directory, entryId };
  const joinedOf = ({ field: { source } }: WantedChange) =>
    (own && source.kind === 'directory' && source.directory) || '';
  const isLast = ({ field }: WantedChange) => saving.own !== undefined && attributeOf(field, person) === undefined;
  const last = saving.wanted.filter(isLast);
  const parts = Map.groupBy(
    saving.wanted.filter((change) => !isLast(change)),
    joinedOf,
  );
  return [
    { ...saving, wanted: parts.get('') ?? [], entry: own },
    ...[...parts].flatMap(([joined, wanted]) => {
      const [first] = wanted;
      return joined === '' || !first ? [] : [{ ...saving, wanted, entry: entryOf(first.field, person) }];
    }),
    ...(last.length > 0 ? [{ ...saving, wanted: last, entry: undefined }] : []),
  ];
}

async function saveInEntry(person: Person, saving: SavingInEntry, deps: SaveDeps): Promise<Map<string, Outcome>> {
  const { entry, wanted } = saving;
  const inDirectory = wanted.some(({ field }) => attributeOf(field, person) !== undefined);
  if (!inDirectory || !entry) return (await begin(person.id, saving, deps)).outcomes;
  const { delivery, outbox } = deps;
  return delivery.inTurn(entry, async () => {
    // What came first goes first, also when the directory is back only now.
    if ((await outbox.ofPerson(person.id)).some(isUndelivered)) await delivery.deliverWaiting(entry);
    const { outcomes, edits, lease } = await begin(person.id, saving, deps);
    if (!lease) return outcomes;
    const delivered = await delivery.deliverAtOnce(edits, lease, saving.own);
    return new Map([...outcomes, ...delivered.outcomes]);
  });
}

interface Begun {
  readonly outcomes: Map<string, Outcome>;
  readonly edits: readonly Edit[];
  /** Of the edits, where they are to be delivered at once. */
  readonly lease?: NewSave['lease'];
}

async function begin(
  personId: string,
  saving: SavingInEntry,
  { people, outbox, delivery, now }: SaveDeps,
): Promise<Begun> {
  for (let tries = 0; tries < mostTries; tries++) {
    const [person, waiting] = await Promise.all([people.byId(personId), outbox.ofPerson(personId)]);
    if (!person) throw new Problem('notFound', 'There is no such person.');
    const at = now();
    const outcomes = new Map<string, Outcome>();
    const edits = planEdits(person, saving, waiting.filter(isUndelivered), outcomes);
    const local = planLocal(person, saving, at, outcomes);
    if (edits.length === 0 && !local) return { outcomes, edits: [] };

    const { origin, entry } = saving;
    const lease = delivery.newLease();
    const begun = await outbox.begin({ save: randomUUID(), personId, origin, at, lease, entry, edits, local });
    if (!begun) continue;
    if (begun.isLeased && edits.length > 0) return { outcomes, edits: begun.edits, lease };
    for (const { field, from } of edits) outcomes.set(field, { status: 'pending', value: from });
    return { outcomes, edits: begun.edits };
  }
  throw new Problem('conflict', 'Others changed this profile again and again. Nothing was saved; try again.');
}

/** What is to be journalled for the directory; what an edit that waits already decides is an outcome at once. */
function planEdits(
  person: Person,
  { wanted, revision, surroundings }: Saving,
  waiting: readonly Edit[],
  outcomes: Map<string, Outcome>,
): NewEdit[] {
  return wanted.flatMap((change) => {
    const { field } = change;
    const attribute = attributeOf(field, person);
    if (attribute === undefined) return [];
    const edit = editOf({ ...change, attribute }, person, revision, surroundings);
    const before = waiting.findLast((each) => each.field === field.key);
    if (!before) return [edit];
    if (isDeepStrictEqual(before.to, edit.to)) {
      outcomes.set(field.key, { status: 'pending', value: before.from });
      return [];
    }
    const isSeen = edit.seen === null || edit.seen === digestOf(field, before.values);
    if (isSeen && isDeepStrictEqual(before.to, edit.from)) return [editOnto(edit, before, field)];
    outcomes.set(field.key, { status: 'conflict', value: before.to, current: before.to });
    return [];
  });
}

function planLocal(
  person: Person,
  { wanted, origin }: Saving,
  at: Date,
  outcomes: Map<string, Outcome>,
): NewSave['local'] {
  const { localValues, localRevision } = person;
  const values = { ...localValues };
  const changes: NewChange[] = [];
  for (const change of wanted.filter(({ field }) => attributeOf(field, person) === undefined)) {
    const { field, from, to } = change;
    const current = localValues[field.key] ?? null;
    const decision = planLocalChange(change, current);
    if (decision === 'unchanged') outcomes.set(field.key, { status: 'unchanged', value: current });
    if (decision === 'conflict') outcomes.set(field.key, { status: 'conflict', value: current, current });
    if (decision !== 'write') continue;
    outcomes.set(field.key, { status: 'saved', value: to });
    if (to === null) delete values[field.key];
    else values[field.key] = to;
    const exact = { exactFrom: null, exactTo: null };
    changes.push({ at, personId: person.id, field: field.key, ...origin, from, to, ...exact });
  }
  return changes.length === 0 ? undefined : { revision: localRevision, values, changes };
}
