import { hash } from 'node:crypto';
import { type FieldDefinition, settingsOf } from '#shared/contract/configuration/field.ts';
import type { AttributeValue, FieldContext, FieldKind, Surroundings } from '#shared/fields/field-kind.ts';
import { isBinary, kinds } from '#shared/fields/kinds.ts';

/** The kind of a field; what it is given has been made for it. */
export function kindOfField({ type }: FieldDefinition): FieldKind<unknown, unknown> {
  return kinds[type] as FieldKind<unknown, unknown>;
}

/** What the type of a field needs to know to read, check and write its values. */
export function contextOf(field: FieldDefinition, surroundings: Surroundings): FieldContext {
  const { source } = field;
  const joined =
    source.kind === 'directory' && source.directory !== undefined && surroundings.ofJoined?.get(source.directory);
  return { ...surroundings, ...joined, settings: settingsOf(field) };
}

/** A value as the field's type takes it: a picture by the SHA-256 of its bytes. */
export function typedValue({ type }: FieldDefinition, value: AttributeValue): AttributeValue {
  return isBinary(type) ? hash('sha256', value) : value;
}

export type Shown = { readonly value: unknown; readonly isText: boolean };

/** The value that a profile shows for these values, each as the field's type takes it; null where there is none. */
export function showValues(
  field: FieldDefinition,
  values: readonly AttributeValue[],
  surroundings: Surroundings,
): Shown {
  if (!values.every((value) => typeof value === 'string')) return { value: null, isText: false };
  return { value: kindOfField(field).codec.decode(values, contextOf(field, surroundings)) ?? null, isText: true };
}

/**
 * An attribute may hold several values in no particular order (RFC 4512 2.2), of which a field shows the first: the
 * one that was shown before stays ours for as long as it is there.
 */
export function ownFirst(
  values: readonly AttributeValue[],
  ours: AttributeValue | undefined,
): readonly AttributeValue[] {
  const position = ours === undefined ? -1 : values.findIndex((value) => sameBytes(value, ours));
  return position < 1 ? values : [values[position] as AttributeValue, ...values.filter((_, at) => at !== position)];
}

/** The values that the field stands for, of those of its attribute with its own first. */
export function ownValues(field: FieldDefinition, values: readonly AttributeValue[]): readonly AttributeValue[] {
  return kindOfField(field).isMultiple ? values : values.slice(0, 1);
}

/** Bytes decide, never the directory's matching rules, to which `Müller` is `MÜLLER` (LDAP matching ignores case and blanks). */
export function sameBytes(one: AttributeValue | undefined, other: AttributeValue | undefined): boolean {
  if (typeof one === 'string' || typeof other === 'string' || !one || !other) return one === other;
  return Buffer.compare(one, other) === 0;
}

/** Stands for the exact bytes of values, in whatever order they are. */
export function digest(values: readonly AttributeValue[]): string {
  const digests = values.map((value) => hash('sha256', value, 'base64url').slice(0, 16));
  return digests.length > 1 ? hash('sha256', digests.sort().join(), 'base64url').slice(0, 16) : (digests[0] ?? '');
}
