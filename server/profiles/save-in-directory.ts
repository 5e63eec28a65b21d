import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { Outcome } from '#shared/contract/profile.ts';
import type { AttributeValue, Surroundings } from '#shared/fields/field-kind.ts';
import type { Attributes, DirectoryGateway, Entry, Writer, Written } from '../directory/gateway.ts';
import { ownFirst, ownValues, showValues, typedValue } from './field-value.ts';
import { type AttributeChange, type Decision, planChange, type Seen } from './plan-changes.ts';

export interface DirectorySave {
  readonly gateway: DirectoryGateway;
  readonly entryId: string;
  /** All that are mapped: what is read back is kept whole. */
  readonly attributes: readonly string[];
  readonly surroundings: Surroundings;
  /** As whom it is written; `passwordAgain` where only reading is left to do (W9). */
  readonly writer: Writer | 'passwordAgain' | undefined;
}

/** What became of one change; the field's own values before and after, each as its type takes it. */
export interface DirectoryOutcome {
  readonly outcome: Outcome;
  readonly decision: Decision | undefined;
  readonly before: readonly AttributeValue[];
  readonly after: readonly AttributeValue[];
}

export interface SavedInDirectory {
  /** By field. */
  readonly outcomes: ReadonlyMap<string, DirectoryOutcome>;
  /** As the directory holds it afterwards (W7). */
  readonly entry: Entry;
}

/** Saves changes of one person's entry; undefined when the entry is gone. */
export async function saveInDirectory(
  changes: readonly AttributeChange[],
  seen: Seen,
  { gateway, entryId, attributes: mapped, surroundings, writer }: DirectorySave,
): Promise<SavedInDirectory | undefined> {
  let decisions = new Map<string, Decision>();
  let before: Attributes = {};
  const plan = ({ attributes }: Entry) => {
    before = attributes;
    decisions = new Map(
      changes.map((change) => {
        const decision = planChange(change, attributes, seen, surroundings);
        return [change.field.key, writer === 'passwordAgain' ? unlessWritten(decision, change) : decision];
      }),
    );
    return [...decisions.values()].flatMap((decision) => (decision.status === 'write' ? [decision.change] : []));
  };
  const written = await gateway.change(entryId, mapped, plan, writer === 'passwordAgain' ? undefined : writer);
  if (!written) return undefined;

  const outcomes = changes.map((change): [string, DirectoryOutcome] => {
    const { field, attribute } = change;
    const decision = decisions.get(field.key);
    const ours = seen.shownValues(field, attribute)[0];
    const added = decision?.status === 'write' ? decision.change.add.map((value) => typedValue(field, value)) : [];
    const after = ownOf(field, written.entry.attributes[attribute], added[0] ?? ours);
    const { value } = showValues(field, after, surroundings);
    const outcome = outcomeOf(change, value, decision, written);
    return [field.key, { outcome, decision, before: ownOf(field, before[attribute], ours), after }];
  });
  return { outcomes: new Map(outcomes), entry: written.entry };
}

/** What stands there, or is another by now, is told; what would have to be written needs whoever made it. */
function unlessWritten(decision: Decision, { field }: AttributeChange): Decision {
  if (decision.status !== 'write') return decision;
  const detail = 'It could not be written as you at that time. Save it again, with your password.';
  return { status: 'refused', problem: { field: field.key, rule: 'passwordAgain', detail } };
}

function ownOf(
  field: FieldDefinition,
  values: readonly AttributeValue[] = [],
  ours: AttributeValue | undefined,
): readonly AttributeValue[] {
  const typed = values.map((value) => typedValue(field, value));
  return ownValues(field, ownFirst(typed, ours));
}

function outcomeOf(
  { field, attribute }: AttributeChange,
  value: unknown,
  decision: Decision | undefined,
  { refused }: Written,
): Outcome {
  if (decision === undefined || decision.status === 'unchanged') return { status: 'unchanged', value };
  if (decision.status === 'conflict') return { status: 'conflict', value, current: value };
  if (decision.status === 'refused') return { status: 'refused', value, problem: decision.problem };
  const problem = refused.get(attribute);
  if (!problem) return { status: 'saved', value };
  if (problem.kind === 'conflict') return { status: 'conflict', value, current: value };
  return { status: 'refused', value, problem: { ...problem.fault, field: field.key } };
}
