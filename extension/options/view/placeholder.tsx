import type { ProblemDetails } from '#shared/contract/problem.ts';
import { usePage, useTexts } from '../context.ts';
import { Glyph } from '../glyph.tsx';
import { problemSentence } from '../problem-sentence.ts';

/** In the place of what is still being read, or could not be. */
export function Placeholder(props: { readonly problem?: ProblemDetails | undefined; onRetry(): void }) {
  const { problem, onRetry } = props;
  const { language } = usePage();
  const texts = useTexts('form');
  if (!problem) {
    return (
      <div class="skeleton" role="status">
        <span class="visually-hidden">{texts.loading}</span>
        <i />
        <i />
        <i />
      </div>
    );
  }
  return (
    <div class="empty-state">
      <span class="badge">
        <Glyph name="alert" />
      </span>
      <h2>{texts.failed}</h2>
      <p role="alert">{problemSentence(problem, language)}</p>
      <button type="button" class="button primary" onClick={onRetry}>
        {texts.tryAgain}
      </button>
    </div>
  );
}
