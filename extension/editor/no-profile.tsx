import { Icon } from '../ui/icon.tsx';
import { useEditor, useLanguage, useTexts } from './context.ts';
import { Header } from './header.tsx';
import { problemSentence } from './problem-sentence.ts';

/** Where there is no profile to show: why, and the one thing to do. */
export function NoProfile() {
  const editor = useEditor();
  const language = useLanguage();
  const texts = useTexts();
  const { phase, problem } = editor.state.value;
  const isSignedOut = phase === 'signedOut';
  return (
    <div class="editor">
      <Header />
      <main class="body empty-state">
        <span class={isSignedOut ? 'badge' : 'badge caution'}>
          <Icon name={isSignedOut ? 'lock' : 'alert'} />
        </span>
        <h2>{isSignedOut ? texts.signedOut : texts.failed}</h2>
        <p role={isSignedOut ? undefined : 'alert'}>
          {isSignedOut ? texts.signedOutMeaning : problem && problemSentence(problem, language)}
        </p>
        <button
          type="button"
          class="button primary"
          onClick={() => (isSignedOut ? editor.signIn() : void editor.load())}
        >
          {isSignedOut ? texts.signIn : texts.tryAgain}
        </button>
        {isSignedOut && <p class="soft">{texts.waitingForSignIn}</p>}
      </main>
    </div>
  );
}
