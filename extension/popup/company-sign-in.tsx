import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SignInWay } from '#shared/contract/session.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import type { Status } from '../messages.ts';
import { messagesIn } from '../ui/messages/messages-in.ts';
import type { Extension } from './extension.ts';
import { FormError, signInSentence } from './form-error.tsx';

/** The ways in without a password of one's own here: the company's provider, or what its proxy knows already. */
export function CompanySignIn(props: {
  readonly ways: readonly SignInWay[];
  readonly extension: Extension;
  readonly language: Language;
  onSignIn(status: Status): void;
}) {
  const { ways, extension, language } = props;
  const { popup: messages } = messagesIn(language);
  const [running, setRunning] = useState<string>();
  const [error, setError] = useState<string>();
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);

  async function enter(kind: string) {
    if (running) return;
    setRunning(kind);
    setError(undefined);
    const result = await extension.signInBy(kind === 'header' ? 'header' : 'openid');
    setRunning(undefined);
    if (result.ok) return props.onSignIn(result.value);
    setError(signInSentence(result.problem, language));
  }

  return (
    <div class="ways">
      {ways.map(({ kind, label }, index) => (
        <button
          key={kind}
          {...(index === 0 && { ref: first })}
          type="button"
          class={index === 0 ? 'button primary' : 'button'}
          aria-disabled={running !== undefined}
          aria-describedby="company-error"
          onClick={() => enter(kind)}
        >
          {running === kind
            ? messages.signingIn
            : (label ?? (kind === 'header' ? messages.signInAsWindows : messages.signInWithCompany))}
        </button>
      ))}
      <p class="help" role="status">
        {running === 'openid' && messages.openidRunning}
      </p>
      <FormError id="company-error">{error}</FormError>
    </div>
  );
}
