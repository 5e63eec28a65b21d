import type { Outcome } from '#shared/contract/profile.ts';
import type { DirectoryGateway, Entry, Written } from '../directory/gateway.ts';
import type { People, Person } from '../store/store.ts';
import { afterDirectory } from './after-directory.ts';
import { ownFirst, showValues } from './field-value.ts';
import { type AttributeChange, type Decision, planChange, type Seen } from './plan-changes.ts';
import { readRevision } from './revision.ts';
import { fromStored, toStored } from './stored-values.ts';

export interface DirectorySave {
  readonly people: People;
  readonly gateway: DirectoryGateway;
  /** Every mapped attribute: what is read back is kept whole. */
  readonly asked: readonly string[];
  readonly country: string | undefined;
}

/** Saves changes of one person's entry and keeps what the directory holds afterwards (W7); undefined when the entry is gone. */
export async function saveInDirectory(
  person: Person,
  changes: readonly AttributeChange[],
  revision: string | undefined,
  { people, gateway, asked, country }: DirectorySave,
): Promise<ReadonlyMap<string, Outcome> | undefined> {
  const seen: Seen = {
    digests: revision === undefined ? undefined : readRevision(revision),
    shownValue: (attribute) => fromStored(person.attributes[attribute])[0],
  };
  let decisions = new Map<string, Decision>();
  const written = await gateway.change(person.entryId ?? '', asked, (entry) => {
    decisions = new Map(
      changes.map((change) => [change.field.key, planChange(change, entry.attributes, seen, country)]),
    );
    return [...decisions.values()].flatMap((decision) => (decision.status === 'write' ? [decision.change] : []));
  });
  if (!written) return undefined;

  const outcomes = new Map(
    changes.map((change) => [
      change.field.key,
      outcomeOf(change, decisions.get(change.field.key), written, seen, country),
    ]),
  );
  const isAccepted = [...outcomes.values()].some(({ status }) => status === 'saved');
  await afterDirectory(outcomes, () => keep(person, written.entry, { people, asked, decisions, isAccepted }));
  return outcomes;
}

function outcomeOf(
  { field, attribute }: AttributeChange,
  decision: Decision | undefined,
  { entry, refused }: Written,
  seen: Seen,
  country: string | undefined,
): Outcome {
  const ours = decision?.status === 'write' ? decision.change.add[0] : seen.shownValue(attribute);
  const { value } = showValues(field, ownFirst(entry.attributes[attribute] ?? [], ours), country);
  if (decision === undefined || decision.status === 'unchanged') return { status: 'unchanged', value };
  if (decision.status === 'conflict') return { status: 'conflict', value, current: value };
  if (decision.status === 'refused') return { status: 'refused', value, problem: decision.problem };
  const problem = refused.get(attribute);
  if (!problem) return { status: 'saved', value };
  if (problem.kind === 'conflict') return { status: 'conflict', value, current: value };
  return { status: 'refused', value, problem: { ...problem.fault, field: field.key } };
}

interface Keeping {
  readonly people: People;
  readonly asked: readonly string[];
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly isAccepted: boolean;
}

async function keep(person: Person, entry: Entry, { people, asked, decisions, isAccepted }: Keeping): Promise<void> {
  if (person.directory === null) return;
  const ours = { ...person.attributes };
  for (const decision of decisions.values()) {
    const [added] = decision.status === 'write' ? decision.change.add : [];
    if (decision.status === 'write' && typeof added === 'string') ours[decision.change.attribute] = [added];
  }
  const { id: entryId, username, displayName } = entry;
  const attributes = toStored(asked, entry.attributes, ours);
  await people.keepEntry({ directory: person.directory, entryId, username, displayName, attributes }, isAccepted);
}
