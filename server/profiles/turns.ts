/** Work on the same thing, one after the other, in the order in which it came. */
export function createTurns() {
  const ends = new Map<string, Promise<unknown>>();

  return async function inTurn<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const mine = Promise.allSettled([ends.get(key)]).then(work);
    ends.set(key, mine);
    try {
      return await mine;
    } finally {
      if (ends.get(key) === mine) ends.delete(key);
    }
  };
}
