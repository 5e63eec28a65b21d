const minute = 60_000;

/** Asks anew when what was answered is a minute old, and after a failure; whoever asks meanwhile gets the same answer. */
export function keepForAMinute<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let kept: { readonly answer: Promise<Answer>; readonly until: number } | undefined;
  return () => {
    if (kept && performance.now() < kept.until) return kept.answer;
    const answer = ask();
    kept = { answer, until: performance.now() + minute };
    answer.catch(() => {
      kept = undefined;
    });
    return answer;
  };
}
