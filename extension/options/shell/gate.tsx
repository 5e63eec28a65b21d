import type { ComponentProps } from 'preact';
import type { Status } from '../../messages.ts';
import { Icon } from '../../ui/icon.tsx';
import { LanguageChoice } from '../../ui/language-choice.tsx';
import { optionsTexts } from '../../ui/messages/options-texts.ts';
import { PlateIcon } from '../../ui/plate-icon.tsx';
import type { Background } from '../background.ts';

interface Notice {
  readonly icon: ComponentProps<typeof Icon>['name'];
  readonly title: string;
  readonly meaning: string;
  readonly action: string;
}

/** Before anybody may administer: the server is named, somebody signs in, and they are an admin. */
export function Gate(props: {
  readonly background: Background;
  readonly status: Status;
  onStatus(status: Status): void;
}) {
  const { background, status, onStatus } = props;
  const texts = optionsTexts(status.language).shell;
  const { icon, title, meaning, action } = noticeFor(status);
  return (
    <div class="gate">
      <header class="gate-head">
        <PlateIcon />
        <span>{texts.title}</span>
        <LanguageChoice
          language={status.language}
          label={texts.language}
          onChange={(chosen) => background.setLanguage(chosen).then(onStatus)}
        />
      </header>
      <main class="gate-card">
        <span class="badge">
          <Icon name={icon} />
        </span>
        <h1>{title}</h1>
        <p>{meaning}</p>
        <button type="button" class="button primary" onClick={() => background.openSignIn()}>
          {action}
        </button>
        <p class="soft">{texts.waiting}</p>
      </main>
    </div>
  );
}

function noticeFor({ server, user, language }: Status): Notice {
  const texts = optionsTexts(language).shell;
  if (server === undefined)
    return { icon: 'sync', title: texts.noServer, meaning: texts.noServerMeaning, action: texts.chooseServer };
  const host = new URL(server).host;
  if (user === undefined)
    return { icon: 'lock', title: texts.signedOut, meaning: texts.signedOutMeaning(host), action: texts.signIn };
  return {
    icon: 'alert',
    title: texts.notAdmin,
    meaning: texts.notAdminMeaning(user.displayName),
    action: texts.signInAsAnother,
  };
}
