import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { Person } from '../store/store.ts';
import { keptValues } from './field-source.ts';
import { fromStored } from './stored-values.ts';

/** A directory whose entries complete the people of others (F12). */
export type JoinedDirectory = DirectoryDefinition & { readonly join: NonNullable<DirectoryDefinition['join']> };

export function isJoined(definition: DirectoryDefinition): definition is JoinedDirectory {
  return definition.join !== undefined;
}

/** Those that some field takes its values from. */
export function joinedDirectories({ directories, fields }: Configuration): JoinedDirectory[] {
  const isNamed = ({ key }: JoinedDirectory) =>
    fields.some(({ source }) => source.kind === 'directory' && source.directory === key);
  return directories.filter(isJoined).filter((definition) => definition.enabled && isNamed(definition));
}

/** What the attribute of the join has to hold in this person's entry; undefined for a person who cannot have one. */
export function joinValue(
  person: Person,
  { join }: JoinedDirectory,
  fields: readonly FieldDefinition[],
): string | undefined {
  if (person.directory === null || join.of?.includes(person.directory) === false) return undefined;
  if (join.field === undefined) return person.username || undefined;
  const field = fields.find(({ key }) => key === join.field);
  const [value] = field ? fromStored(field, keptValues(field, person.attributes)) : [];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
