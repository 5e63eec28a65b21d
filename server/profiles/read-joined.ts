import type { Configuration } from '#shared/contract/configuration.ts';
import type { DirectoryGateway } from '../directory/gateway.ts';
import { Problem } from '../problem.ts';
import type { Person } from '../store/store.ts';
import { mappedAttributes } from './field-source.ts';
import { joinedDirectories, joinValue } from './joined-entry.ts';
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
      const value = joinValue(person, definition, fields);
      try {
        const from = await gateway(joined);
        if (!from) return undefined;
        const entry =
          value === undefined ? undefined : await from.findByUsername(value, mappedAttributes(fields, joined));
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
