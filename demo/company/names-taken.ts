/** Gives out names that are not taken yet: the second `jgross` is `jgross2`. */
export function createNamesTaken(): (name: string) => string {
  const counts = new Map<string, number>();
  return function take(name: string): string {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : take(`${name}${count}`);
  };
}
