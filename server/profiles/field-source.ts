import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { Settings } from '#shared/contract/configuration/settings.ts';
import type { ReadOnlyReason } from '#shared/contract/profile.ts';
import { isBinary } from '#shared/fields/kinds.ts';
import { type Actor, isPermitted } from './actor.ts';

/** The part of a person that decides where values come from: the directory that has the entry, if any does. */
export interface Found {
  readonly id: string;
  readonly directory: string | null;
}

/** The attribute that a person's value of this field comes from; undefined where the value lives in Nameplate (F3, F5, D3). */
export function attributeOf({ source }: FieldDefinition, person: Found): string | undefined {
  if (source.kind === 'local') return undefined;
  return person.directory === null ? undefined : source.attribute;
}

/** Every attribute that some field's value comes from, once each. */
export function mappedAttributes(fields: readonly FieldDefinition[]): string[] {
  return [...new Set(fields.flatMap(({ source }) => (source.kind === 'directory' ? [source.attribute] : [])))];
}

/** Those of them whose values are pictures. */
export function pictureAttributes(fields: readonly FieldDefinition[]): ReadonlySet<string> {
  return new Set(mappedAttributes(fields.filter(({ type }) => isBinary(type))));
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
      if (!settings.writeEnabled) return 'writingDisabled';
    }
  }
  return isPermitted(field, actor, person.id) ? undefined : 'notPermitted';
}
