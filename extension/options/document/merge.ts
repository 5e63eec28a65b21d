import { byKey, isKeyed, isMembers, names, same } from './same.ts';

/**
 * What somebody entered over `base`, put over what somebody else made of it meanwhile: what only one of them changed is
 * theirs; where both changed the same, it is the own one, for the person to look at before it is saved.
 */
export function merge<Value>(base: Value, mine: Value, theirs: Value): Value {
  return mergeAny(base, mine, theirs) as Value;
}

function mergeAny(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (same(mine, base)) return theirs;
  if (same(theirs, base)) return mine;
  if (isKeyed(mine) && isKeyed(theirs)) return mergeLists(isKeyed(base) ? base : [], mine, theirs);
  if (!isMembers(mine) || !isMembers(theirs)) return mine;
  const before = isMembers(base) ? base : {};
  const merged = names(theirs, mine).map((name) => [name, mergeAny(before[name], mine[name], theirs[name])] as const);
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

type List = Parameters<typeof byKey>[0];

function mergeLists(base: List, mine: List, theirs: List): unknown[] {
  const own = mine.map(({ key }) => key);
  const kept = (list: List, other: List) => list.map(({ key }) => key).filter((key) => byKey(other, key));
  const isMoved = !same(kept(mine, base), kept(base, mine));
  const order = [
    ...new Set(isMoved ? [...own, ...theirs.map(({ key }) => key)] : [...theirs.map(({ key }) => key), ...own]),
  ];
  return order.flatMap((key) => {
    const [before, here, there] = [byKey(base, key), byKey(mine, key), byKey(theirs, key)];
    // Taken away here, but changed there: it stays, so that nothing of theirs is lost unseen.
    if (here === undefined && before && !same(before, there)) return there ?? [];
    return mergeAny(before, here, there) ?? [];
  });
}
