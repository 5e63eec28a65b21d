import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';
import type { PasswordQuestion } from './ask-password.ts';
import { useTexts } from './context.ts';

/** Asks for the own password before something is written as the person (W9), in the frame that no page can read. */
export function PasswordDialog({ question }: { readonly question: PasswordQuestion }) {
  const texts = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    input.current?.focus();
    // Closed, it gives the focus back to where it was.
    return () => element?.close();
  }, []);

  function answer() {
    const password = input.current?.value ?? '';
    if (password !== '') return question.answer(password);
    setMissing(true);
    input.current?.focus();
  }

  const complaint = isMissing ? texts.rules.required : question.isWrong ? texts.rules.wrongPassword : undefined;
  return (
    <dialog
      ref={dialog}
      class="leave"
      aria-labelledby="password-title"
      aria-describedby="password-meaning"
      onCancel={(event) => {
        event.preventDefault();
        question.answer(undefined);
      }}
      onClose={() => question.answer(undefined)}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          answer();
        }}
      >
        <h2 id="password-title">{texts.passwordTitle}</h2>
        <p id="password-meaning">{texts.passwordMeaning}</p>
        <label class="label" for="own-password">
          {texts.password}
        </label>
        <input
          ref={input}
          id="own-password"
          class="control"
          type="password"
          autocomplete="current-password"
          spellcheck={false}
          aria-invalid={complaint !== undefined}
          aria-describedby="password-complaint"
          onInput={() => setMissing(false)}
        />
        <p class="note bad" id="password-complaint" role="alert">
          {complaint && <Icon name="alert" />}
          {complaint}
        </p>
        <div class="choices">
          <button type="submit" class="button primary">
            {texts.goOn}
          </button>
          <button type="button" class="button" onClick={() => question.answer(undefined)}>
            {texts.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}
