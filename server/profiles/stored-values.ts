import type { AttributeValue } from '#shared/fields/field-kind.ts';
import type { Attributes } from '../directory/gateway.ts';
import type { StoredAttributes, StoredValue } from '../store/store.ts';
import { ownFirst } from './field-value.ts';

/** What was read of an entry in the form in which it is kept: every attribute asked for, the value shown before first. */
export function toStored(asked: readonly string[], read: Attributes, kept: StoredAttributes = {}): StoredAttributes {
  return Object.fromEntries(
    asked.map((attribute) => {
      const values = ownFirst(read[attribute] ?? [], fromStored(kept[attribute])[0]);
      return [attribute, values.map(toStoredValue)];
    }),
  );
}

export function fromStored(values: readonly StoredValue[] = []): AttributeValue[] {
  return values.map((value) => (typeof value === 'string' ? value : Buffer.from(value.base64, 'base64')));
}

function toStoredValue(value: AttributeValue): StoredValue {
  return typeof value === 'string' ? value : { base64: Buffer.from(value).toString('base64') };
}
