import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { Outcome } from '#shared/contract/profile.ts';
import type { AttributeValue, Surroundings } from '#shared/fields/field-kind.ts';
import type { DirectoryGateway, Entry, Written } from '../directory/gateway.ts';
import type { Person, StoredValue } from '../store/store.ts';
import { afterDirectory } from './after-directory.ts';
import { mappedAttributes } from './field-source.ts';
import { ownFirst, showValues, typedValue } from './field-value.ts';
import { keepRead, type ReadKeeper } from './keep-read.ts';
import { type AttributeChange, type Decision, planChange, type Seen } from './plan-changes.ts';
import { readRevision } from './revision.ts';
import { fromStored, writtenAsStored } from './stored-values.ts';

export interface DirectorySave extends ReadKeeper {
  readonly gateway: DirectoryGateway;
  /** All of them: what is read back is kept whole. */
  readonly fields: readonly FieldDefinition[];
  readonly surroundings: Surroundings;
}

/** Saves changes of one person's entry and keeps what the directory holds afterwards (W7); undefined when the entry is gone. */
export async function saveInDirectory(
  person: Person,
  changes: readonly AttributeChange[],
  revision: string | undefined,
  { gateway, fields, surroundings, ...keeper }: DirectorySave,
): Promise<ReadonlyMap<string, Outcome> | undefined> {
  const seen: Seen = {
    digests: revision === undefined ? undefined : readRevision(revision),
    shownValues: (field, attribute) => fromStored(field, person.attributes[attribute]),
  };
  let decisions = new Map<string, Decision>();
  const written = await gateway.change(person.entryId ?? '', mappedAttributes(fields), (entry) => {
    decisions = new Map(
      changes.map((change) => [change.field.key, planChange(change, entry.attributes, seen, surroundings)]),
    );
    return [...decisions.values()].flatMap((decision) => (decision.status === 'write' ? [decision.change] : []));
  });
  if (!written) return undefined;

  const outcomes = new Map(
    changes.map((change) => [
      change.field.key,
      outcomeOf(change, decisions.get(change.field.key), written, seen, surroundings),
    ]),
  );
  const isAccepted = [...outcomes.values()].some(({ status }) => status === 'saved');
  await afterDirectory(outcomes, () =>
    keep(person, written.entry, { ...keeper, fields, changes, decisions, isAccepted }),
  );
  return outcomes;
}

function outcomeOf(
  { field, attribute }: AttributeChange,
  decision: Decision | undefined,
  { entry, refused }: Written,
  seen: Seen,
  surroundings: Surroundings,
): Outcome {
  const typed = (value: AttributeValue) => typedValue(field, value);
  const ours = decision?.status === 'write' ? decision.change.add.map(typed) : seen.shownValues(field, attribute);
  const values = (entry.attributes[attribute] ?? []).map(typed);
  const { value } = showValues(field, ownFirst(values, ours[0]), surroundings);
  if (decision === undefined || decision.status === 'unchanged') return { status: 'unchanged', value };
  if (decision.status === 'conflict') return { status: 'conflict', value, current: value };
  if (decision.status === 'refused') return { status: 'refused', value, problem: decision.problem };
  const problem = refused.get(attribute);
  if (!problem) return { status: 'saved', value };
  if (problem.kind === 'conflict') return { status: 'conflict', value, current: value };
  return { status: 'refused', value, problem: { ...problem.fault, field: field.key } };
}

interface Keeping extends ReadKeeper {
  readonly fields: readonly FieldDefinition[];
  readonly changes: readonly AttributeChange[];
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly isAccepted: boolean;
}

async function keep(person: Person, entry: Entry, { fields, changes, decisions, isAccepted, ...keeper }: Keeping) {
  const { directory } = person;
  if (directory === null) return;
  const before: Record<string, readonly StoredValue[]> = { ...person.attributes };
  for (const { field, attribute } of changes) {
    const decision = decisions.get(field.key);
    const [added] = decision?.status === 'write' ? decision.change.add : [];
    if (added !== undefined) before[attribute] = [writtenAsStored(field, added)];
  }
  await keepRead(keeper, { directory, entry, fields, before, isAccepted });
}
