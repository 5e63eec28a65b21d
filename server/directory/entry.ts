import type { AttributeValue } from '#shared/fields/field-kind.ts';
import type { RawAttribute, RawEntry } from './answer.ts';
import type { Dialect } from './dialects/dialect.ts';
import type { Attributes, PersonEntry } from './gateway.ts';
import { readText } from './text.ts';

/** An entry with what a conditional write of it needs. */
export interface ReadEntry {
  readonly entry: PersonEntry;
  /** The value of the dialect's revision attribute; undefined where there is none or it may not be read. */
  readonly revision: Buffer | undefined;
}

export interface EntryShape {
  readonly dialect: Dialect;
  readonly usernameAttribute: string;
  readonly attributes: readonly string[];
}

/** What to ask a directory for; never nothing, which would mean everything. */
export function askedAttributes(shape: EntryShape): string[] {
  const { revisionAttribute, accountAttributes } = shape.dialect;
  return sweptAttributes(shape, [...accountAttributes, ...(revisionAttribute ? [revisionAttribute] : [])]);
}

/** The same without what a conditional write and a sign-in need, and with what else is wanted. */
export function sweptAttributes(
  { dialect, usernameAttribute, attributes }: EntryShape,
  more: readonly string[],
): string[] {
  const own = [dialect.idAttribute, usernameAttribute, ...dialect.displayNameAttributes, ...more];
  const names = new Map([...attributes, ...own].map((name) => [name.toLowerCase(), name]));
  return [...names.values()];
}

/** Undefined when the entry shows no id: it cannot be told from another. */
export function readEntry(
  raw: RawEntry,
  { dialect, usernameAttribute, attributes }: EntryShape,
): ReadEntry | undefined {
  const byName = valuesByName(raw.attributes);
  const first = (name: string): Buffer | undefined => byName.get(name.toLowerCase())?.[0];
  const id = first(dialect.idAttribute);
  const spelled = id && dialect.idOf(id);
  if (spelled === undefined) return undefined;

  const username = first(usernameAttribute)?.toString() ?? '';
  const displayName = dialect.displayNameAttributes.map((name) => first(name)?.toString()).find(Boolean) ?? username;
  const account = dialect.accountOf((name) => first(name)?.toString());
  return {
    entry: { id: spelled, dn: raw.dn, username, displayName, attributes: decoded(attributes, byName), account },
    revision: dialect.revisionAttribute === undefined ? undefined : first(dialect.revisionAttribute),
  };
}

/** The id of an entry, and what it holds of the attributes. */
export function decodedAttributes(raw: RawEntry, { dialect, attributes }: EntryShape) {
  const byName = valuesByName(raw.attributes);
  const id = byName.get(dialect.idAttribute.toLowerCase())?.[0];
  return { id: id && dialect.idOf(id), values: decoded(attributes, byName) };
}

/** The bytes that a value is in the directory. */
export function bytesOf(value: AttributeValue): Buffer {
  return typeof value === 'string' ? Buffer.from(value) : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}

/** The values of an attribute that the entry was asked for; none is an empty list. */
export function valuesOf({ entry }: ReadEntry, attribute: string): readonly AttributeValue[] {
  return entry.attributes[attribute] ?? [];
}

/** Whether two lists hold the same values byte for byte; a directory keeps them in no order. */
export function sameValues(some: readonly AttributeValue[], others: readonly AttributeValue[]): boolean {
  return some.length === others.length && some.every((value) => holds(others, value));
}

export function holds(values: readonly AttributeValue[], value: AttributeValue): boolean {
  const bytes = bytesOf(value);
  return values.some((each) => bytesOf(each).equals(bytes));
}

type ValuesByName = ReadonlyMap<string, readonly Buffer[]>;

/** By the names in lower case; an attribute that comes in several parts is put together. */
function valuesByName(attributes: readonly RawAttribute[]): ValuesByName {
  const byName = new Map<string, readonly Buffer[]>();
  for (const { type, values } of attributes) {
    const name = type.toLowerCase();
    const before = byName.get(name);
    byName.set(name, before ? [...before, ...values] : values);
  }
  return byName;
}

function decoded(names: readonly string[], byName: ValuesByName): Attributes {
  // Without a prototype, so that no attribute name finds anything but attributes.
  const attributes: Record<string, readonly AttributeValue[]> = Object.create(null);
  for (const name of names) {
    const found = byName.get(name.toLowerCase());
    if (found && found.length > 0) attributes[name] = found.map(decode);
  }
  return attributes;
}

function decode(value: Buffer): AttributeValue {
  return decodeValue(value, 0, value.length);
}

/** Text where the bytes are UTF-8, a leading byte order mark included (L8, L9); otherwise the bytes. */
export function decodeValue(bytes: Buffer, start: number, end: number): AttributeValue {
  try {
    return readText(bytes, start, end);
  } catch (error) {
    if (error instanceof TypeError) return Uint8Array.from(bytes.subarray(start, end));
    throw error;
  }
}
