import { useState } from 'preact/hooks';
import type { ListedSession } from '#shared/contract/session.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import type { Status } from '../messages.ts';
import { messagesIn } from '../ui/messages/messages-in.ts';
import { clientName } from './client-name.ts';
import type { Extension } from './extension.ts';
import { FormError, sentenceFor } from './form-error.tsx';

/** Where one is signed in, and the way out of there; asked for when somebody wants to see it. */
export function SessionList(props: {
  readonly extension: Extension;
  readonly language: Language;
  onStatus(status: Status): void;
}) {
  const { extension, language, onStatus } = props;
  const { popup: messages } = messagesIn(language);
  const [sessions, setSessions] = useState<readonly ListedSession[]>();
  const [error, setError] = useState<string>();
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });

  const nameOf = ({ current, client }: ListedSession) =>
    current ? messages.thisBrowser : clientName(client) || messages.unknownBrowser;

  async function load() {
    const result = await extension.readSessions();
    if (result.ok) setSessions(result.value);
    setError(result.ok ? undefined : sentenceFor(result.problem, language));
  }
  async function close({ id, current }: ListedSession) {
    if (current) return onStatus(await extension.signOut());
    const result = await extension.closeSession(id);
    if (result.ok) return load();
    setError(sentenceFor(result.problem, language));
  }
  async function closeAll() {
    const result = await extension.signOutEverywhere();
    if (result.ok) return onStatus(result.value);
    setError(sentenceFor(result.problem, language));
  }

  return (
    <details class="sessions" onToggle={(event) => event.currentTarget.open && load()}>
      <summary>{messages.sessions}</summary>
      <ul aria-busy={!sessions && !error}>
        {sessions?.map((session) => (
          <li key={session.id}>
            <span>
              <b>{nameOf(session)}</b>
              <small>{messages.signedInSince(time.format(new Date(session.openedAt)))}</small>
            </span>
            <button
              type="button"
              class="button small"
              aria-label={`${messages.signOut}: ${nameOf(session)}`}
              onClick={() => close(session)}
            >
              {messages.signOut}
            </button>
          </li>
        ))}
      </ul>
      <FormError id="sessions-error">{error}</FormError>
      {sessions && sessions.length > 1 && (
        <button type="button" class="button small" onClick={closeAll}>
          {messages.signOutEverywhere}
        </button>
      )}
    </details>
  );
}
