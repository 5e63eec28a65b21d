import type { SchemaAttribute } from '#shared/contract/diagnosis.ts';
import { type FieldDraft, fieldFor } from '../fields/field-draft.ts';
import { labelFor, rankOf } from '../fields/well-known.ts';

/** A field that suggests itself, and whether its attribute can be written at all. */
export interface Proposal {
  readonly field: FieldDraft;
  readonly attribute: string;
  readonly isWritable: boolean;
}

/** Fields for the attributes that most companies want, as far as the directory has them; of two by one name the first. */
export function proposeFields(attributes: readonly SchemaAttribute[]): Proposal[] {
  const usual = attributes
    .filter(
      ({ name, allowed, operational, fits }) =>
        rankOf(name) !== undefined && allowed && !operational && fits.length > 0,
    )
    .toSorted((one, other) => (rankOf(one.name) ?? 0) - (rankOf(other.name) ?? 0));
  const byLabel = new Map(usual.toReversed().map((attribute) => [labelFor(attribute.name).en, attribute]));
  const chosen = usual.filter((attribute) => byLabel.get(labelFor(attribute.name).en) === attribute);
  return chosen.map((attribute) => ({
    field: fieldFor(attribute, []),
    attribute: attribute.name,
    isWritable: !attribute.readOnly,
  }));
}

/** The field as it was chosen: to be seen, or to be written too. */
export function chosenField({ field }: Proposal, isWritten: boolean): FieldDraft {
  const { source } = field;
  return source.kind === 'directory' && isWritten ? { ...field, source: { ...source, edit: 'writeBack' } } : field;
}
