import { hash } from 'node:crypto';
import { type FieldDefinition, settingsOf } from '#shared/contract/configuration/field.ts';
import type { AttributeValue, FieldContext } from '#shared/fields/field-kind.ts';
import { kinds } from '#shared/fields/kinds.ts';

/** What the type of a field needs to know to read, check and write its values. */
export function contextOf(field: FieldDefinition, defaultCountry: string | undefined): FieldContext {
  return { settings: settingsOf(field), defaultCountry };
}

export type Shown = { readonly value: unknown; readonly isText: boolean };

/** The value that a profile shows for these attribute values; null where there is none. */
export function showValues(
  field: FieldDefinition,
  values: readonly AttributeValue[],
  defaultCountry: string | undefined,
): Shown {
  if (!values.every((value) => typeof value === 'string')) return { value: null, isText: false };
  return { value: kinds[field.type].codec.decode(values, contextOf(field, defaultCountry)) ?? null, isText: true };
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

/** Bytes decide, never the directory's matching rules, to which `Müller` is `MÜLLER` (LDAP matching ignores case and blanks). */
export function sameBytes(one: AttributeValue | undefined, other: AttributeValue | undefined): boolean {
  if (typeof one === 'string' || typeof other === 'string' || !one || !other) return one === other;
  return Buffer.compare(one, other) === 0;
}

/** Stands for the exact bytes of a value. */
export function digest(value: AttributeValue | undefined): string {
  return value === undefined ? '' : hash('sha256', value, 'base64url').slice(0, 16);
}
