import { useEffect, useState } from 'preact/hooks';
import type { Status } from '../messages.ts';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { messagesIn } from '../ui/messages/messages-in.ts';
import { PlateIcon } from '../ui/plate-icon.tsx';
import { AccountView } from './account-view.tsx';
import type { Extension } from './extension.ts';
import { ServerForm } from './server-form.tsx';
import { SignIn } from './sign-in.tsx';

/** What the toolbar button shows: the server to connect to, then the sign-in, then whoever is signed in. */
export function Popup({ extension }: { readonly extension: Extension }) {
  const [status, setStatus] = useState<Status>();
  const [isServerWanted, setServerWanted] = useState(false);

  useEffect(() => {
    extension.getStatus().then(setStatus);
    return extension.onStatus(setStatus);
  }, [extension]);
  useEffect(() => {
    if (status) document.documentElement.lang = status.language;
  }, [status?.language]);

  if (!status) return <main aria-busy="true" />;
  const { server, user, language } = status;
  const { popup: messages } = messagesIn(language);
  const changeServer = status.serverIsFixed ? undefined : () => setServerWanted(true);

  function connected(next: Status) {
    setServerWanted(false);
    setStatus(next);
  }
  function signedIn(next: Status) {
    setStatus(next);
    extension.leaveSignInWindow();
  }

  return (
    <main>
      <header>
        <PlateIcon />
        <h1>{messages.title}</h1>
        <LanguageChoice
          language={language}
          label={messages.language}
          onChange={(chosen) => extension.setLanguage(chosen).then(setStatus)}
        />
      </header>
      {server === undefined || isServerWanted ? (
        <ServerForm extension={extension} language={language} server={server} onConnect={connected} />
      ) : user === undefined ? (
        <SignIn
          extension={extension}
          language={language}
          server={server}
          onSignIn={signedIn}
          onChangeServer={changeServer}
        />
      ) : (
        <AccountView
          extension={extension}
          status={status}
          user={user}
          onStatus={setStatus}
          onChangeServer={changeServer}
        />
      )}
    </main>
  );
}
