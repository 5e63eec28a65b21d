import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { Settings } from '#shared/contract/configuration/settings.ts';
import type { ReadOnlyReason } from '#shared/contract/profile.ts';
import { isBinary } from '#shared/fields/kinds.ts';
import type { Person, StoredAttributes, StoredValue } from '../store/store.ts';
import { type Actor, isPermitted } from './actor.ts';

/** The part of a person that decides where values come from: the directory that has the entry, if any does. */
export type Found = Pick<Person, 'id' | 'directory'> & Partial<Pick<Person, 'attributes'>>;

type DirectorySource = Extract<FieldDefinition['source'], { readonly kind: 'directory' }>;

/** The attribute that a person's value of this field comes from; undefined where the value lives in Nameplate (F3, F5, D3). */
export function attributeOf({ source }: FieldDefinition, person: Found): string | undefined {
  if (source.kind === 'local') return undefined;
  return person.directory === null ? undefined : source.attribute;
}

/** Under which the values of an attribute are kept: those of a directory that completes people stand beside the person's own. */
export function keptAs({ attribute, directory }: Pick<DirectorySource, 'attribute' | 'directory'>): string {
  return directory === undefined ? attribute : `${directory}:${attribute}`;
}

/** Under which the id of the entry itself is kept. */
export const idName = (joined: string): string => `${joined}:`;

export function joinedId(attributes: StoredAttributes, joined: string): string | undefined {
  const [id] = attributes[idName(joined)] ?? [];
  return typeof id === 'string' ? id : undefined;
}

/** What is kept of the attribute that the field takes its values from. */
export function keptValues({ source }: FieldDefinition, kept: StoredAttributes): readonly StoredValue[] | undefined {
  return source.kind === 'local' ? undefined : kept[keptAs(source)];
}

/** The entry that holds a person's value of this field; undefined where none does. */
export function entryOf(
  { source }: FieldDefinition,
  { directory, entryId, attributes }: Pick<Person, 'directory' | 'entryId' | 'attributes'>,
): { readonly directory: string; readonly entryId: string } | undefined {
  if (source.kind === 'local' || directory === null || entryId === null) return undefined;
  if (source.directory === undefined) return { directory, entryId };
  const id = joinedId(attributes, source.directory);
  return id === undefined ? undefined : { directory: source.directory, entryId: id };
}

/** Those fields whose values come from the entries of this directory that completes people; without one, from a person's own. */
export function fieldsFrom(fields: readonly FieldDefinition[], joined: string | undefined): FieldDefinition[] {
  return fields.filter(({ source }) => source.kind === 'directory' && source.directory === joined);
}

/** Every attribute that some field's value comes from, once each. */
export function mappedAttributes(fields: readonly FieldDefinition[], joined?: string): string[] {
  const sources = fieldsFrom(fields, joined).map(({ source }) => source as DirectorySource);
  return [...new Set(sources.map(({ attribute }) => attribute))];
}

/** Those of them whose values are pictures. */
export function pictureAttributes(fields: readonly FieldDefinition[], joined?: string): ReadonlySet<string> {
  const pictures = fields.filter(({ type }) => isBinary(type));
  return new Set(mappedAttributes(pictures, joined));
}

/** Why the actor may not edit this field of this person; undefined when nothing forbids it (F3 to F7). */
export function readOnlyReason(
  field: FieldDefinition,
  person: Found,
  actor: Actor,
  settings: Pick<Settings, 'writeEnabled'>,
): ReadOnlyReason | undefined {
  const { source } = field;
  if (source.kind === 'directory') {
    if (source.edit === 'never') return 'directoryOwned';
    if (person.directory !== null) {
      if (source.edit === 'whenNotFound') return 'foundInDirectory';
      if (source.directory && !joinedId(person.attributes ?? {}, source.directory)) return 'noJoinedEntry';
      if (!settings.writeEnabled) return 'writingDisabled';
    }
  }
  return isPermitted(field, actor, person.id) ? undefined : 'notPermitted';
}
