import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { AttributeValue } from '#shared/fields/field-kind.ts';
import { isBinary } from '#shared/fields/kinds.ts';
import type { Attributes } from '../directory/gateway.ts';
import type { StoredAttributes, StoredValue } from '../store/store.ts';
import { keptAs, mappedAttributes, pictureAttributes } from './field-source.ts';
import { typedValue } from './field-value.ts';

/** What was read of an entry in the form in which it is kept: every mapped attribute, the value shown before first. */
export function toStored(
  fields: readonly FieldDefinition[],
  read: Attributes,
  kept: StoredAttributes = {},
  joined?: string,
): StoredAttributes {
  return storingOf(fields, joined)(read, kept);
}

/** The same, prepared for many entries. */
export function storingOf(fields: readonly FieldDefinition[], joined?: string) {
  const pictures = pictureAttributes(fields, joined);
  const attributes = mappedAttributes(fields, joined).map((attribute) => ({
    attribute,
    name: keptAs({ attribute, directory: joined }),
  }));
  return (read: Attributes, kept: StoredAttributes = {}): StoredAttributes => {
    const stored: Record<string, readonly StoredValue[]> = {};
    for (const { attribute, name } of attributes) {
      const values = (read[attribute] ?? []).map(pictures.has(attribute) ? toStoredPicture : toStoredValue);
      stored[name] = withFirst(values, kept[name]?.[0]);
    }
    return stored;
  };
}

/** The pictures that were read of an entry, as bytes. */
export function picturesIn(fields: readonly FieldDefinition[], read: Attributes, joined?: string): Uint8Array[] {
  return [...pictureAttributes(fields, joined)].flatMap((attribute) => (read[attribute] ?? []).map(bytesOf));
}

/** What is kept of a field's attribute, each value as the field's type takes it, its own first. */
export function fromStored(field: FieldDefinition, values: readonly StoredValue[] = []): AttributeValue[] {
  return values.map((value) => {
    if (typeof value === 'string') return typedValue(field, value);
    if ('base64' in value) return typedValue(field, Buffer.from(value.base64, 'base64'));
    return isBinary(field.type) ? value.sha256 : Buffer.from(value.sha256, 'hex');
  });
}

/** The inverse: values as the field's type takes them, in the form in which they are kept. */
export function typedAsStored({ type }: FieldDefinition, values: readonly AttributeValue[]): StoredValue[] {
  return values.map((value) => (isBinary(type) ? { sha256: String(value) } : toStoredValue(value)));
}

function withFirst(values: readonly StoredValue[], ours: StoredValue | undefined): readonly StoredValue[] {
  if (ours === undefined || values.length < 2) return values;
  const position = values.findIndex((value) => isDeepStrictEqual(value, ours));
  return position < 1 ? values : [values[position] as StoredValue, ...values.toSpliced(position, 1)];
}

function toStoredValue(value: AttributeValue): StoredValue {
  return typeof value === 'string' ? value : { base64: Buffer.from(value).toString('base64') };
}

function toStoredPicture(value: AttributeValue): StoredValue {
  return { sha256: hash('sha256', value) };
}

function bytesOf(value: AttributeValue): Uint8Array {
  return typeof value === 'string' ? Buffer.from(value) : value;
}
