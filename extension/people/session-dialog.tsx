import { useEffect, useRef } from 'preact/hooks';
import type { Language } from '#shared/fields/field-kind.ts';
import { messagesIn } from '../ui/messages/messages-in.ts';
import type { Background } from './background.ts';

/** The session ended over somebody's work: it stays where it is until they have signed in again. */
export function SessionDialog(props: { readonly background: Background; readonly language: Language }) {
  const { background, language } = props;
  const { people: texts } = messagesIn(language);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="leave"
      aria-labelledby="session-title"
      aria-describedby="session-meaning"
      // Escape would leave a page on which nothing goes on.
      onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="session-title">{texts.sessionEnded}</h2>
      <p id="session-meaning">{texts.sessionEndedMeaning}</p>
      <div class="choices">
        <button type="button" class="button primary" onClick={() => void background.openSignIn()}>
          {texts.signIn}
        </button>
      </div>
    </dialog>
  );
}
