import type { SchemaAttribute } from '#shared/contract/diagnosis.ts';
import { labelFor, rankOf } from './well-known.ts';

/** The attributes that all the words are of, those that most companies want first; what people cannot have on demand. */
export function findAttributes(
  attributes: readonly SchemaAttribute[],
  words: string,
  isAll: boolean,
): SchemaAttribute[] {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
  return attributes
    .filter(({ allowed, operational }) => isAll || (allowed && !operational))
    .filter((attribute) => {
      const text = textOf(attribute);
      return wanted.every((word) => text.includes(word));
    })
    .toSorted(
      (one, other) =>
        (rankOf(one.name) ?? Number.POSITIVE_INFINITY) - (rankOf(other.name) ?? Number.POSITIVE_INFINITY) ||
        one.name.localeCompare(other.name),
    );
}

function textOf({ name, aliases, description = '' }: SchemaAttribute): string {
  const labels = rankOf(name) === undefined ? [] : Object.values(labelFor(name));
  return [name, ...aliases, description, ...labels].join(' ').toLowerCase();
}
