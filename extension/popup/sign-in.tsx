import { useEffect, useState } from 'preact/hooks';
import type { SignInWay } from '#shared/contract/session.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import type { Status } from '../messages.ts';
import { messagesIn } from '../ui/messages/messages-in.ts';
import { CompanySignIn } from './company-sign-in.tsx';
import type { Extension } from './extension.ts';
import { ServerLine } from './server-line.tsx';
import { SignInForm } from './sign-in-form.tsx';

const byPassword: readonly SignInWay[] = [{ kind: 'password' }];

/** Where one signs in, by the ways that the company chose: in the popup or a window of its own, never over a page. */
export function SignIn(props: {
  readonly extension: Extension;
  readonly language: Language;
  readonly server: string;
  onSignIn(status: Status): void;
  readonly onChangeServer: (() => void) | undefined;
}) {
  const { extension, language, server, onSignIn } = props;
  const { popup: messages } = messagesIn(language);
  const [ways, setWays] = useState<readonly SignInWay[]>();
  useEffect(() => {
    // A server that does not say takes passwords, as servers of an earlier version do.
    extension.readSignInWays().then((result) => setWays(result.ok ? result.value : byPassword));
  }, [extension, server, language]);

  if (!ways) return <section aria-busy="true" class="waiting" />;
  const company = ways.filter(({ kind }) => kind === 'openid' || kind === 'header');
  const form = <SignInForm extension={extension} language={language} onSignIn={onSignIn} />;
  return (
    <section>
      {company.length > 0 && (
        <CompanySignIn ways={company} extension={extension} language={language} onSignIn={onSignIn} />
      )}
      {company.length > 0 && has(ways, 'password') && <p class="or">{messages.or}</p>}
      {has(ways, 'password') && form}
      {has(ways, 'localPassword') && (
        <details class="other-way">
          <summary>{messages.localAccount}</summary>
          {form}
        </details>
      )}
      <ServerLine server={server} messages={messages} onChange={props.onChangeServer} />
    </section>
  );
}

const has = (ways: readonly SignInWay[], kind: string) => ways.some((way) => way.kind === kind);
