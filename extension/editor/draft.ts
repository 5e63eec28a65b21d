import type { Fault } from '#shared/contract/problem.ts';
import type { Outcome, Profile, ProfileChanges, ProfileField, Saved } from '#shared/contract/profile.ts';
import type { BrokenRule } from '#shared/fields/field-kind.ts';
import { check, groundOf, readOnlyReason, sameValue } from './field-rules.ts';

/** What the person made of one field. */
export interface Entry {
  /** Null for no value; it may break a rule. */
  readonly entered: unknown;
  /** The person has left the control once since the last change of its ground: from now on it is checked as they type. */
  readonly isLeft: boolean;
  /** What the last save made of it, until it is edited again. A conflict stays until the person decides. */
  readonly outcome?: Pick<Outcome, 'status' | 'problem'> | undefined;
}

/** A profile and what the person has entered over it. Every function here makes a new one. */
export interface Draft {
  readonly profile: Profile;
  readonly entries: ReadonlyMap<string, Entry>;
}

export function startDraft(profile: Profile): Draft {
  return { profile, entries: new Map(profile.fields.map((field) => [field.key, untouched(field)])) };
}

export function entryOf({ entries }: Draft, field: ProfileField): Entry {
  return entries.get(field.key) ?? untouched(field);
}

/** The person types. What became of the last save no longer stands for it. */
export function enter(draft: Draft, key: string, entered: unknown): Draft {
  return change(draft, key, (entry) => ({ entered, isLeft: entry.isLeft }));
}

/** The person leaves the control: an accepted value is shown as it will be kept. */
export function leave(draft: Draft, key: string): Draft {
  return change(draft, key, (entry, field) => {
    if (sameValue(entry.entered, groundOf(field))) return entry;
    const checked = check(field, entry.entered);
    return { ...entry, isLeft: true, ...('value' in checked && { entered: checked.value }) };
  });
}

/** Shows what is wrong with every changed field, left or not. */
export function leaveAll(draft: Draft): Draft {
  return changedFields(draft).reduce((left, field) => leave(left, field.key), draft);
}

/** Fields that hold something else than the profile, in their order. */
export function changedFields(draft: Draft): ProfileField[] {
  return draft.profile.fields.filter((field) => isChangedFrom(field, entryOf(draft, field)));
}

export function isInConflict(draft: Draft, field: ProfileField): boolean {
  return entryOf(draft, field).outcome?.status === 'conflict';
}

/** The rule that a changed field breaks. What the directory brought is never held against the person. */
export function brokenRule(draft: Draft, field: ProfileField): BrokenRule | undefined {
  const entry = entryOf(draft, field);
  if (!isChangedFrom(field, entry)) return undefined;
  const checked = check(field, entry.entered);
  return 'rule' in checked ? checked : undefined;
}

/** A save of all changed fields (or of those named): only what differs, with what was seen (W3, W4). */
export function planSave(draft: Draft, only?: readonly string[]): ProfileChanges | undefined {
  const changes = changedFields(draft).flatMap((field) => {
    if (only ? !only.includes(field.key) : isInConflict(draft, field)) return [];
    const checked = check(field, entryOf(draft, field).entered);
    return 'value' in checked ? [[field.key, { from: groundOf(field), to: checked.value }] as const] : [];
  });
  if (changes.length === 0) return undefined;
  return { changes: Object.fromEntries(changes), revision: draft.profile.revision };
}

/** What a save did. What was typed while it ran stays typed. */
export function applySaved(draft: Draft, { changes }: ProfileChanges, { outcomes, profile }: Saved): Draft {
  const before = new Map(draft.profile.fields.map((field) => [field.key, field]));
  const entries = profile.fields.map((field): [string, Entry] => {
    const sent = Object.hasOwn(changes, field.key) ? changes[field.key] : undefined;
    const outcome = Object.hasOwn(outcomes, field.key) ? outcomes[field.key] : undefined;
    if (!sent || !outcome) return [field.key, rebased(draft, before.get(field.key), field)];
    const { status, problem } = outcome;
    const { entered, isLeft } = entryOf(draft, field);
    const isAsSent = sameValue(settled(field, entered), sent.to);
    if (status === 'conflict') {
      // Somebody else entered the same, perhaps spelled otherwise: there is nothing to choose between.
      if (!isChangedFrom(field, { entered, isLeft }))
        return [field.key, { ...untouched(field), outcome: { status: 'unchanged' } }];
      return [field.key, { entered, isLeft, outcome: { status } }];
    }
    if (!isAsSent) return [field.key, { entered, isLeft }];
    if (status === 'refused') return [field.key, { entered, isLeft, outcome: { status, problem } }];
    return [field.key, { ...untouched(field), outcome: { status } }];
  });
  return { profile, entries: new Map(entries) };
}

/** The profile as it is now, under what the person has entered: what both changed is a conflict. */
export function rebase(draft: Draft, profile: Profile): Draft {
  const before = new Map(draft.profile.fields.map((field) => [field.key, field]));
  const entries = profile.fields.map((field) => [field.key, rebased(draft, before.get(field.key), field)] as const);
  return { profile, entries: new Map(entries) };
}

/** The server refused the whole save for the sake of these fields; false where none of them is on the form. */
export function applyFaults(
  draft: Draft,
  faults: readonly Fault[],
): { readonly draft: Draft; readonly isShown: boolean } {
  const known = faults.filter(({ field }) => draft.profile.fields.some(({ key }) => key === field));
  const marked = known.reduce(
    (all, problem) =>
      change(all, problem.field ?? '', (entry) => ({ ...entry, outcome: { status: 'refused', problem } })),
    draft,
  );
  return { draft: marked, isShown: known.length > 0 && known.length === faults.length };
}

/** The person decides a conflict: theirs drops what was entered, the others keep it over what is there now. */
export function resolve(draft: Draft, key: string, choice: 'theirs' | 'mine'): Draft {
  return change(draft, key, ({ entered }, field) =>
    choice === 'theirs' ? settledOn(field) : { entered, isLeft: false },
  );
}

export function discard({ profile }: Draft): Draft {
  return startDraft(profile);
}

/** As the directory has it, or what waits to be written there. */
const settledOn = (field: ProfileField): Entry => ({ entered: groundOf(field), isLeft: false });

/** Before the person has done anything; an edit of theirs that waits for their decision is there still. */
function untouched(field: ProfileField): Entry {
  const { edit } = field;
  if (!edit || edit.state === 'pending' || readOnlyReason(field)) return settledOn(field);
  const { state: status, value, problem } = edit;
  return { entered: value, isLeft: true, outcome: { status, problem } };
}

/** The value that an entry stands for: as it will be kept where it is accepted, as it was typed where not. */
function settled(field: ProfileField, entered: unknown): unknown {
  const checked = check(field, entered);
  return 'value' in checked ? checked.value : entered;
}

function isChangedFrom(field: ProfileField, { entered }: Entry): boolean {
  const ground = groundOf(field);
  if (sameValue(entered, ground) || readOnlyReason(field)) return false;
  return !sameValue(settled(field, entered), ground);
}

function rebased(draft: Draft, before: ProfileField | undefined, field: ProfileField): Entry {
  if (!before) return untouched(field);
  const entry = entryOf(draft, before);
  if (!isChangedFrom(before, entry) || !isChangedFrom(field, entry)) {
    return sameValue(groundOf(before), groundOf(field))
      ? { ...untouched(field), outcome: entry.outcome }
      : untouched(field);
  }
  if (sameValue(groundOf(before), groundOf(field))) return entry;
  return { ...entry, outcome: { status: 'conflict' } };
}

function change(draft: Draft, key: string, make: (entry: Entry, field: ProfileField) => Entry): Draft {
  const field = draft.profile.fields.find((each) => each.key === key);
  if (!field || readOnlyReason(field)) return draft;
  return { ...draft, entries: new Map(draft.entries).set(key, make(entryOf(draft, field), field)) };
}
