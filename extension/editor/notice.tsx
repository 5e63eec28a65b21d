import { Icon } from '../ui/icon.tsx';
import { useEditor, useLanguage, useTexts } from './context.ts';
import { certainty, problemSentence } from './problem-sentence.ts';

/** What came to nothing: why, that what was typed is kept, and the way on. */
export function Notice() {
  const editor = useEditor();
  const language = useLanguage();
  const texts = useTexts();
  const { problem, isSaving } = editor.state.value;
  if (!problem || isSaving) return null;
  const isSignedOut = problem.kind === 'unauthenticated';
  return (
    <div class="notice caution" role="alert">
      <Icon name="alert" />
      <div>
        <p>{isSignedOut ? texts.sessionEnded : problemSentence(problem, language)}</p>
        {!isSignedOut && <p class="soft">{certainty(problem, language)}</p>}
      </div>
      <button type="button" class="button small" onClick={isSignedOut ? editor.signIn : editor.tryAgain}>
        {isSignedOut ? texts.signIn : texts.tryAgain}
      </button>
    </div>
  );
}
