import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '#shared/fields/field-kind.ts';
import type { Status } from '../messages.ts';
import { messagesIn } from '../ui/messages/messages-in.ts';
import type { Extension } from './extension.ts';
import { FormError, signInSentence } from './form-error.tsx';

/** The way in by user name and password. */
export function SignInForm(props: {
  readonly extension: Extension;
  readonly language: Language;
  onSignIn(status: Status): void;
}) {
  const { language } = props;
  const { popup: messages } = messagesIn(language);
  const [isPasswordShown, setPasswordShown] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const username = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    // Another way in stands before this one and has the focus then.
    if (document.activeElement === document.body) username.current?.focus();
  }, []);

  async function signIn(form: HTMLFormElement) {
    const given = new FormData(form);
    const [name, secret] = [String(given.get('username')), String(given.get('password'))];
    const empty = name.trim() === '' ? username.current : secret === '' ? password.current : undefined;
    if (empty) {
      setError(messages.required);
      return empty.focus();
    }
    setBusy(true);
    setError(undefined);
    const result = await props.extension.signIn(name, secret);
    setBusy(false);
    if (result.ok) return props.onSignIn(result.value);
    setError(signInSentence(result.problem, language));
    password.current?.select();
    password.current?.focus();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) signIn(event.currentTarget);
      }}
    >
      <p class="lead">{messages.signInWith}</p>
      <label for="username">{messages.username}</label>
      <input
        ref={username}
        id="username"
        name="username"
        class="control"
        autocomplete="username"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby="sign-in-error"
        aria-invalid={error !== undefined}
      />
      <label for="password">{messages.password}</label>
      <div class="with-button">
        <input
          {...(isPasswordShown ? { type: 'text' } : { type: 'password' })}
          ref={password}
          id="password"
          name="password"
          class="control"
          autocomplete="current-password"
          spellcheck={false}
          aria-describedby="sign-in-error"
          aria-invalid={error !== undefined}
        />
        <button
          type="button"
          class="icon-button"
          aria-pressed={isPasswordShown}
          aria-label={messages.showPassword}
          title={isPasswordShown ? messages.hidePassword : messages.showPassword}
          onClick={() => setPasswordShown(!isPasswordShown)}
        >
          <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
            <path d="M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10z M10 7.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5z" />
            {isPasswordShown && <path d="M3.5 3.5l13 13" />}
          </svg>
        </button>
      </div>
      <FormError id="sign-in-error">{error}</FormError>
      <button type="submit" class="button primary" aria-disabled={isBusy}>
        {isBusy ? messages.signingIn : messages.signIn}
      </button>
    </form>
  );
}
