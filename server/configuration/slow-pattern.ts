import { isRegularExpression } from '#shared/fields/text-settings.ts';

/** Backtracks on a text, and steps of the search for them: no time, so that a busy machine refuses no other patterns. */
const limits = { maxScore: 200, maxSteps: 1000 };

/**
 * Why a pattern is refused that could take ages on some text: it runs where everybody is answered. What cannot be shown
 * to be quick counts as slow; what is no regular expression is the schema's to judge.
 */
export async function slowPattern(pattern: string): Promise<string | undefined> {
  if (!isRegularExpression(pattern)) return undefined;
  // Large, and seldom needed.
  const { isSafePattern } = await import('redos-detector');
  try {
    if (isSafePattern(`^(?:${pattern})$`, { unicode: true, ...limits }).safe) return undefined;
  } catch (error) {
    // It does not know all of the grammar.
    if (!(error instanceof Error)) throw error;
  }
  return 'could take very long on some text: let no two repetitions, one in or after the other, take the same characters';
}
