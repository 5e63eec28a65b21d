/** A list in which the item at `index` stands `by` places further on. */
export function moved<Item>(list: readonly Item[], index: number, by: number): Item[] {
  const target = Math.min(Math.max(index + by, 0), list.length - 1);
  const item = list.slice(index, index + 1);
  return list.toSpliced(index, 1).toSpliced(target, 0, ...item);
}
