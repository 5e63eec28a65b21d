/** What one thing cost, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly p99: number;
}

type Deed = (round: number) => Promise<unknown>;

/**
 * Runs the deeds in turn, round by round, so that all meet the same weather on a noisy machine; the first rounds only
 * warm up.
 */
export async function timeRounds<Name extends string>(
  deeds: Readonly<Record<Name, Deed>>,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<Record<Name, Timing>> {
  const entries = Object.entries<Deed>(deeds);
  const times = new Map<string, number[]>(entries.map(([name]) => [name, []]));
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const [name, deed] of entries) {
      const start = performance.now();
      await deed(round);
      if (round >= warmUp) times.get(name)?.push(performance.now() - start);
    }
  }
  return Object.fromEntries([...times].map(([name, values]) => [name, summarize(values)])) as Record<Name, Timing>;
}

export function summarize(milliseconds: readonly number[]): Timing {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p99: at(0.99) };
}
