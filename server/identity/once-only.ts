/** So many at once, so that a flood of them does no more harm than to end the oldest. */
const most = 10_000;

/** Keeps things for a while in memory, each to be taken once, by a secret that nobody can guess. */
export function createOnceOnly<Thing>({ seconds, now }: { readonly seconds: number; now(): Date }) {
  const kept = new Map<string, { readonly thing: Thing; readonly until: number }>();
  return {
    keep(secret: string, thing: Thing): void {
      for (const [old, { until }] of kept) if (until <= now().getTime() || kept.size >= most) kept.delete(old);
      kept.set(secret, { thing, until: now().getTime() + seconds * 1000 });
    },
    take(secret: string): Thing | undefined {
      const found = kept.get(secret);
      kept.delete(secret);
      return found && found.until > now().getTime() ? found.thing : undefined;
    },
  };
}
