type Members = Readonly<Record<string, unknown>>;
type Keyed = { readonly key: string };

/** Whether two values are the same as JSON; the order of members and members without a value do not count. */
export function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, index) => same(each, other[index]));
  if (isMembers(one) && isMembers(other)) return names(one, other).every((name) => same(one[name], other[name]));
  return Object.is(one, other);
}

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it is a list of things with a key, such as fields: they are told apart by it, not by their place. */
export function isKeyed(value: unknown): value is readonly Keyed[] {
  return Array.isArray(value) && value.every((each) => isMembers(each) && typeof each.key === 'string');
}

export function names(...all: readonly Members[]): string[] {
  return [...new Set(all.flatMap(Object.keys))];
}

export const byKey = (list: readonly Keyed[], key: string): Keyed | undefined => list.find((each) => each.key === key);
