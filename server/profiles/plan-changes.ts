import { isDeepStrictEqual } from 'node:util';
import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { Fault } from '#shared/contract/problem.ts';
import type { AttributeValue, Surroundings } from '#shared/fields/field-kind.ts';
import type { Attributes, Change } from '../directory/gateway.ts';
import type { WantedChange } from './check-changes.ts';
import {
  contextOf,
  digest,
  kindOfField,
  ownFirst,
  ownValues,
  sameBytes,
  showValues,
  typedValue,
} from './field-value.ts';

/** What the actor had before their eyes when they edited. */
export interface Seen {
  /** Of the exact values by field, as the revision of the profile tells them; a field that is missing is compared as it is shown. */
  readonly digests: ReadonlyMap<string, string>;
  /** The values of a field as they were last shown, each as its type takes it. */
  shownValues(field: FieldDefinition, attribute: string): readonly AttributeValue[];
}

/** A change of a field whose value lives in a directory. */
export interface AttributeChange extends WantedChange {
  readonly attribute: string;
  /** What is to be written, each value as the field's type takes it; what `to` is encoded as, unless it is decided already. */
  readonly written?: readonly AttributeValue[];
  /** Brings back the bytes of old, even where they are shown the same. */
  readonly restores?: boolean;
}

export function encoded({ field, to }: WantedChange, surroundings: Surroundings): readonly AttributeValue[] {
  return kindOfField(field).codec.encode(to ?? undefined, contextOf(field, surroundings));
}

/** What is to become of one field. */
export type Decision =
  | { readonly status: 'write'; readonly change: Change }
  | { readonly status: 'unchanged' | 'conflict'; readonly value: unknown }
  | { readonly status: 'refused'; readonly problem: Fault };

/**
 * Decides by what the directory holds at this moment: what somebody else changed is a conflict, what already is as
 * wanted stays, and only the rest is written (W3, W4). Bytes decide, so a respelling counts as a change.
 */
export function planChange(
  wanted: AttributeChange,
  attributes: Attributes,
  seen: Seen,
  surroundings: Surroundings = {},
): Decision {
  const { field, attribute, from, to } = wanted;
  const held = (attributes[attribute] ?? []).map((value) => ({ value, typed: typedValue(field, value) }));
  const values = ownFirst(
    held.map(({ typed }) => typed),
    seen.shownValues(field, attribute)[0],
  );
  const shown = showValues(field, values, surroundings);
  if (!shown.isText) {
    return {
      status: 'refused',
      problem: { field: field.key, rule: 'notText', detail: 'The directory holds bytes that are no text.' },
    };
  }
  const own = ownValues(field, values);
  const written = wanted.written ?? encoded(wanted, surroundings);
  const removed = without(own, written);
  const added = without(written, own);
  if (removed.length + added.length === 0) return { status: 'unchanged', value: shown.value };
  if (!isAsSeen(wanted, shown.value, own, seen, surroundings)) return { status: 'conflict', value: shown.value };
  if (!wanted.restores && isSame(field, from, to)) return { status: 'unchanged', value: shown.value };
  const remove = held.filter(({ typed }) => removed.some((value) => sameBytes(value, typed))).map(({ value }) => value);
  return { status: 'write', change: { attribute, remove, add: added.map((value) => wanted.bytes ?? value) } };
}

function isAsSeen(
  { field, attribute, from }: AttributeChange,
  value: unknown,
  own: readonly AttributeValue[],
  { digests, shownValues }: Seen,
  surroundings: Surroundings,
): boolean {
  if (!isSame(field, from, value)) return false;
  // Whoever is behind a DN counts, not how it is written: directories respell it when somebody is renamed.
  if (kindOfField(field).refersToPeople) return true;
  const seenDigest = digests.get(field.key);
  if (seenDigest !== undefined) return seenDigest === digest(own);
  const last = ownValues(field, shownValues(field, attribute));
  return !isSame(field, from, showValues(field, last, surroundings).value) || digest(last) === digest(own);
}

function without(values: readonly AttributeValue[], others: readonly AttributeValue[]): readonly AttributeValue[] {
  return values.filter((value) => !others.some((other) => sameBytes(value, other)));
}

/** The same decision for a value that lives in Nameplate. */
export function planLocalChange(
  { field, from, to }: WantedChange,
  current: unknown,
): 'write' | 'unchanged' | 'conflict' {
  if (isSame(field, to, current)) return 'unchanged';
  return isSame(field, from, current) ? 'write' : 'conflict';
}

/** Whether two values of a field are the same one. */
export function isSame(field: FieldDefinition, one: unknown, other: unknown): boolean {
  const { identity = (value) => value } = kindOfField(field);
  return isDeepStrictEqual(identity(one), identity(other));
}
