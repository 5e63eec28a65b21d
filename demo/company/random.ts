/** A source of chance; the same seed tells the same story. */
export interface Random {
  /** In [0, 1). */
  fraction(): number;
  /** A whole number from `from` up to, not including, `to`. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
}

/** A counter stepped by the golden ratio, each step's bits mixed by two odd multipliers: small, quick, and even enough for a demo. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let bits = Math.imul(state ^ (state >>> 16), 0x45d9f3b5);
    bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
    return ((bits ^ (bits >>> 16)) >>> 0) / 0x1_0000_0000;
  };
  const between = (from: number, to: number) => from + Math.floor(fraction() * (to - from));
  return {
    fraction,
    between,
    chance: (probability) => fraction() < probability,
    pick: <T>(choices: readonly T[]) => {
      if (choices.length === 0) throw new RangeError('There is nothing to pick from');
      return choices[between(0, choices.length)] as T;
    },
  };
}

/** A seed that follows from a text alone, so that what hangs on a name does not hang on the order of names. */
export function seedOf(text: string): number {
  let seed = 17;
  for (let index = 0; index < text.length; index += 1) seed = (Math.imul(seed, 31) + text.charCodeAt(index)) >>> 0;
  return seed;
}
