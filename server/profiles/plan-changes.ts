import { isDeepStrictEqual } from 'node:util';
import type { Fault } from '#shared/contract/problem.ts';
import type { AttributeValue } from '#shared/fields/field-kind.ts';
import { kinds } from '#shared/fields/kinds.ts';
import type { Attributes, Change } from '../directory/gateway.ts';
import type { WantedChange } from './check-changes.ts';
import { contextOf, digest, ownFirst, sameBytes, showValues } from './field-value.ts';

/** What the actor had before their eyes when they edited: the revision of the profile, or what is kept from the last read. */
export interface Seen {
  readonly digests: ReadonlyMap<string, string> | undefined;
  /** Our own value of an attribute as it was last shown. */
  shownValue(attribute: string): AttributeValue | undefined;
}

/** A change of a field whose value lives in a directory. */
export interface AttributeChange extends WantedChange {
  readonly attribute: string;
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
export function planChange(wanted: AttributeChange, attributes: Attributes, seen: Seen, country?: string): Decision {
  const { field, attribute, from, to } = wanted;
  const values = ownFirst(attributes[attribute] ?? [], seen.shownValue(attribute));
  const [current] = values;
  const shown = showValues(field, values, country);
  if (!shown.isText) {
    return {
      status: 'refused',
      problem: { field: field.key, rule: 'notText', detail: 'The directory holds bytes that are no text.' },
    };
  }
  const encoded = kinds[field.type].codec.encode((to ?? undefined) as never, contextOf(field, country));
  if (sameBytes(encoded[0], current)) return { status: 'unchanged', value: shown.value };
  if (!isAsSeen(wanted, shown.value, current, seen, country)) return { status: 'conflict', value: shown.value };
  if (isDeepStrictEqual(from, to)) return { status: 'unchanged', value: shown.value };
  return { status: 'write', change: { attribute, remove: current === undefined ? [] : [current], add: encoded } };
}

function isAsSeen(
  { field, attribute, from }: AttributeChange,
  value: unknown,
  current: AttributeValue | undefined,
  { digests, shownValue }: Seen,
  country: string | undefined,
): boolean {
  if (!isDeepStrictEqual(from, value)) return false;
  if (digests) return digests.get(field.key) === digest(current);
  const last = shownValue(attribute);
  const lastShown = showValues(field, last === undefined ? [] : [last], country).value;
  return !isDeepStrictEqual(from, lastShown) || sameBytes(last, current);
}

/** The same decision for a value that lives in Nameplate. */
export function planLocalChange({ from, to }: WantedChange, current: unknown): 'write' | 'unchanged' | 'conflict' {
  if (isDeepStrictEqual(to, current)) return 'unchanged';
  return isDeepStrictEqual(from, current) ? 'write' : 'conflict';
}
