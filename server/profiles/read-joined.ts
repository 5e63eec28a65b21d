import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { Configuration } from '#shared/contract/configuration.ts';
import { folded } from '#shared/folded.ts';
import type { DirectoryGateway, Entry } from '../directory/gateway.ts';
import { Problem } from '../problem.ts';
import type { Person } from '../store/store.ts';
import { joinedId, mappedAttributes } from './field-source.ts';
import { type JoinedDirectory, joinedDirectories, joinValue } from './joined-entry.ts';
import { joinedRecordOf, type ReadKeeper } from './keep-read.ts';
import { observedChanges } from './observed-changes.ts';

export interface ReadJoinedDeps extends ReadKeeper {
  gateway(key: string): Promise<DirectoryGateway | undefined>;
  now(): Date;
}

/** Reads and keeps the entries that complete a person (F12), each where its directory can be asked: the others show what was read last. */
export async function readJoined(
  person: Person,
  configuration: Configuration,
  { people, pictures, gateway, now }: ReadJoinedDeps,
): Promise<Person> {
  const { fields } = configuration;
  const records = await Promise.all(
    joinedDirectories(configuration).map(async (definition) => {
      const joined = definition.key;
      try {
        const from = await gateway(joined);
        if (!from) return undefined;
        const entry = await findJoined(from, person, definition, fields);
        if (entry === 'lost') return undefined;
        return await joinedRecordOf(pictures, { person, joined, entry, fields, before: person.attributes });
      } catch (error) {
        // What this directory holds is no reason not to show the rest; a sync and the doctor say what is wrong with it.
        if (error instanceof Problem) return undefined;
        throw error;
      }
    }),
  );
  let read = person;
  const observing = { ...configuration, at: now() };
  for (const record of records) {
    if (!record) continue;
    const observe = (kept: Person) => observedChanges(kept, record.attributes, observing);
    read = (await people.keepJoined(record, false, { justRead: read, observe })) ?? read;
  }
  return read;
}

/**
 * The entry that completes a person, undefined where they have none. One that they had and that cannot be found by its id
 * either is lost: a single empty answer takes nothing away, which is left to the sync and its limits (S6).
 */
async function findJoined(
  from: DirectoryGateway,
  person: Person,
  definition: JoinedDirectory,
  fields: readonly FieldDefinition[],
): Promise<Entry | undefined | 'lost'> {
  const { key, join } = definition;
  const attributes = mappedAttributes(fields, key);
  const value = joinValue(person, definition, fields);
  const found = value === undefined ? undefined : await from.findByUsername(value, attributes);
  const id = joinedId(person.attributes, key);
  if (found || id === undefined) return found;
  const before = await from.findById(id, [...attributes, join.attribute]);
  if (!before) return 'lost';
  const ties = (before.attributes[join.attribute] ?? []).map((each) => folded(String(each)));
  return value !== undefined && ties.includes(folded(value)) ? before : undefined;
}
