import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { NamedPeople, PersonReference } from '#shared/fields/field-kind.ts';
import type { DirectoryGateway } from '../directory/gateway.ts';
import { Problem } from '../problem.ts';
import type { EntryNames } from '../store/entry-names.ts';
import type { People, Person } from '../store/store.ts';
import type { WantedChange } from './check-changes.ts';
import { attributeOf, keptValues } from './field-source.ts';
import { kindOfField } from './field-value.ts';
import { fromStored } from './stored-values.ts';

export interface NamedPeopleDeps {
  readonly people: People;
  readonly entryNames: EntryNames;
  gateway(key: string): Promise<DirectoryGateway | undefined>;
}

/**
 * The people whom a profile names, by their stable ids: whoever was renamed or moved goes by their name of today. `isFresh`
 * asks the directory who has a DN at this moment; what it does not know is taken from the last time it was asked.
 */
export async function findNamedPeople(
  person: Person,
  fields: readonly FieldDefinition[],
  deps: NamedPeopleDeps,
  isFresh: boolean,
): Promise<NamedPeople> {
  const byDN = new Map<string, PersonReference>();
  const byId = new Map<string, PersonReference>();
  for (const field of fields.filter((each) => kindOfField(each).refersToPeople)) {
    const attribute = attributeOf(field, person);
    if (attribute === undefined) {
      const { id } = (person.localValues[field.key] ?? {}) as Partial<PersonReference>;
      const named = id ? await deps.people.byId(id) : undefined;
      if (named) byId.set(named.id, referenceTo(named));
      continue;
    }
    const [dn] = fromStored(field, keptValues(field, person.attributes));
    const { directory } = person;
    if (typeof dn !== 'string' || directory === null) continue;
    const named = await behind(directory, dn, deps, isFresh);
    if (named) byDN.set(dn, referenceTo(named));
  }
  return { byDN, byId, dns: new Map() };
}

/** The same, with those whom a save names, by the DNs that were looked up for it. */
export function withWantedPeople({ byDN, byId }: NamedPeople, wanted: readonly WantedChange[]): NamedPeople {
  const looked = wanted.flatMap(({ to, dn }) => (dn === undefined ? [] : [{ to: to as PersonReference, dn }]));
  return {
    byDN: new Map([...byDN, ...looked.map(({ to, dn }) => [dn, to] as const)]),
    byId,
    dns: new Map(looked.map(({ to, dn }) => [to.id ?? '', dn])),
  };
}

/** Whom a save names, for an entry of this directory where there is one. Throws an `invalid` Problem where that cannot be. */
export async function findPerson(
  { id }: PersonReference,
  directory: string | null,
  { people }: Pick<NamedPeopleDeps, 'people'>,
): Promise<Person> {
  const named = id === null ? undefined : await people.byId(id);
  if (!named || named.hiddenAt !== null) throw nobody();
  if (directory === null || named.directory === directory) return named;
  throw new Problem('invalid', 'This person is in another directory.', { rule: 'otherDirectory' });
}

/** The same with the DN that they have at this moment. */
export async function lookUpPerson(
  reference: PersonReference,
  directory: string,
  deps: NamedPeopleDeps,
): Promise<{ readonly to: PersonReference; readonly dn: string }> {
  const named = await findPerson(reference, directory, deps);
  const entry = await (await deps.gateway(directory))?.findById(named.entryId ?? '', []);
  if (!entry) throw nobody();
  await deps.entryNames.put(directory, entry.dn, entry.id);
  return { to: referenceTo(named), dn: entry.dn };
}

async function behind(directory: string, dn: string, deps: NamedPeopleDeps, isFresh: boolean) {
  const { people, entryNames } = deps;
  const before = await entryNames.entryIdOf(directory, dn);
  const gateway = before === undefined || isFresh ? await deps.gateway(directory) : undefined;
  const found = await unlessUnavailable(() => gateway?.idOf(dn));
  if (found) await entryNames.put(directory, dn, found);
  const entryId = found ?? before;
  if (entryId === undefined) return undefined;
  const known = await people.byEntry(directory, entryId);
  if (known) return known;
  const entry = await unlessUnavailable(() => gateway?.findById(entryId, []));
  if (!entry) return undefined;
  const { username, displayName } = entry;
  return people.keepEntry({ directory, entryId, username, displayName, attributes: {} }, false);
}

/** A name is no reason not to show a profile. */
async function unlessUnavailable<Result>(work: () => Promise<Result> | undefined): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem && error.kind === 'unavailable') return undefined;
    throw error;
  }
}

export function referenceTo({ id, displayName }: Person): PersonReference {
  return { id, displayName };
}

function nobody(): Problem {
  return new Problem('invalid', 'The directory no longer has this person.', { rule: 'noSuchPerson' });
}
