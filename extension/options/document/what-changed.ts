import { byKey, isKeyed, isMembers, names, same } from './same.ts';

/** One thing that is another than it was. */
export interface Change {
  /** The names of the members, and the keys in lists, that lead to it. */
  readonly path: readonly string[];
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What differs between two states of a document, as fine as it can be told to a person. */
export function whatChanged(before: unknown, after: unknown, path: readonly string[] = []): Change[] {
  if (same(before, after)) return [];
  if (before === undefined) return [{ path, kind: 'added', after }];
  if (after === undefined) return [{ path, kind: 'removed', before }];
  if (isKeyed(before) && isKeyed(after)) {
    const [old, now] = [before.map(({ key }) => key), after.map(({ key }) => key)];
    const isMoved = !same(
      old.filter((key) => now.includes(key)),
      now.filter((key) => old.includes(key)),
    );
    const inside = [...new Set([...old, ...now])].flatMap((key) =>
      whatChanged(byKey(before, key), byKey(after, key), [...path, key]),
    );
    return [...inside, ...(isMoved ? [{ path, kind: 'reordered' } as const] : [])];
  }
  if (isMembers(before) && isMembers(after))
    return names(before, after).flatMap((name) => whatChanged(before[name], after[name], [...path, name]));
  return [{ path, kind: 'changed', before, after }];
}

/** The value at a path of a document; undefined where there is none. */
export function valueAt(document: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => {
    if (isKeyed(value)) return byKey(value, name);
    return isMembers(value) ? value[name] : undefined;
  }, document);
}
