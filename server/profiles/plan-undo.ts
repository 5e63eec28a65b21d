import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { Settings } from '#shared/contract/configuration/settings.ts';
import type { Fault } from '#shared/contract/problem.ts';
import { Problem } from '../problem.ts';
import type { RecordedChange } from '../store/history.ts';
import type { Person } from '../store/store.ts';
import { type Actor, isVisible } from './actor.ts';
import { needsApproval } from './approval.ts';
import { forbidden } from './check-changes.ts';
import { attributeOf, readOnlyReason } from './field-source.ts';
import { digestOf } from './journal.ts';
import { writeRevision } from './revision.ts';
import type { Saving } from './save-changes.ts';
import { fromStored } from './stored-values.ts';

/** Why a change cannot be undone by this actor, whatever the field holds by now; undefined where nothing forbids it. */
export function whyNotUndone(
  { from, exactTo }: RecordedChange,
  field: FieldDefinition,
  person: Person,
  actor: Actor,
  settings: Pick<Settings, 'writeEnabled'>,
): Fault | undefined {
  const { key } = field;
  const reason = readOnlyReason(field, person, actor, settings);
  if (reason) return { field: key, rule: reason, detail: `${key} cannot be edited: ${forbidden[reason]}.` };
  if (needsApproval(field, actor, person.id)) {
    return { field: key, rule: 'needsApproval', detail: `${key} needs approval: enter the former value and save it.` };
  }
  if ((exactTo === null) !== (attributeOf(field, person) === undefined)) {
    return { field: key, rule: 'movedSince', detail: `${key} has its values from elsewhere by now.` };
  }
  if (from === null && field.required) return { field: key, rule: 'required', detail: `${key}: a value is required.` };
  return undefined;
}

/** The save that undoes a change: the values of before, byte for byte, over those that it left. Throws where it may not be. */
export function planUndo(
  recorded: RecordedChange,
  person: Person,
  actor: Actor,
  {
    fields,
    settings,
  }: { readonly fields: readonly FieldDefinition[]; readonly settings: Pick<Settings, 'writeEnabled'> },
): Pick<Saving, 'wanted' | 'revision'> {
  const key = recorded.field;
  const field = fields.find((each) => each.key === key);
  if (!field) {
    const sentence = `${key} is no longer part of the profile, so that this change can no longer be undone.`;
    throw new Problem('notFound', sentence, { field: key, rule: 'unknownField' });
  }
  if (!isVisible(field, actor, person.id)) {
    throw new Problem('notFound', 'There is no such change.', { rule: 'noSuchChange' });
  }
  const fault = whyNotUndone(recorded, field, person, actor, settings);
  if (fault) throw new Problem(fault.rule === 'required' ? 'invalid' : 'forbidden', fault.detail, fault);
  const { from, to, exactFrom, exactTo } = recorded;
  const change = { field, from: to, to: from };
  if (exactFrom === null || exactTo === null) return { wanted: [change], revision: undefined };
  return {
    wanted: [{ ...change, written: fromStored(field, exactFrom), restores: true }],
    revision: writeRevision(new Map([[field.key, digestOf(field, exactTo)]])),
  };
}

/** The outcome of an undo that came to nothing, as the reason. */
export function refusalOfUndo(
  outcome: { readonly status: string; readonly problem?: Fault | undefined } | undefined,
  key: string,
): Problem | undefined {
  if (outcome?.status === 'conflict') {
    const sentence = `${key} has been changed since, so that this change can no longer be undone.`;
    return new Problem('conflict', sentence, { field: key, rule: 'changedSince' });
  }
  if (outcome?.status !== 'refused') return undefined;
  const { problem } = outcome;
  return new Problem('refused', problem?.detail ?? 'The directory refused it.', { ...problem, field: key });
}
