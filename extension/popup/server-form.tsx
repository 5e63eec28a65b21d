import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '#shared/fields/field-kind.ts';
import type { Status } from '../messages.ts';
import { messagesIn } from '../ui/messages/messages-in.ts';
import type { Extension } from './extension.ts';
import { FormError, sentenceFor } from './form-error.tsx';

/** Where the address of the server is entered; it is taken once Nameplate answers there. */
export function ServerForm(props: {
  readonly extension: Extension;
  readonly language: Language;
  readonly server: string | undefined;
  onConnect(status: Status): void;
}) {
  const { extension, language } = props;
  const { popup: messages, connection } = messagesIn(language);
  const [address, setAddress] = useState(props.server ?? '');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const input = useRef<HTMLInputElement>(null);

  async function connect(by: () => ReturnType<Extension['connect']>) {
    setBusy(true);
    setError(undefined);
    const result = await by().finally(() => setBusy(false));
    if (result?.ok) return props.onConnect(result.value);
    setError(result ? sentenceFor(result.problem, language) : connection.notPermitted);
    input.current?.focus();
  }

  useLayoutEffect(() => input.current?.focus(), []);
  useEffect(() => {
    extension.takeUnfinishedAddress().then((unfinished) => {
      if (unfinished === undefined) return;
      setAddress(unfinished);
      return connect(() => extension.resume(unfinished));
    });
  }, []);

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (address.trim() === '') setError(messages.required);
        else connect(() => extension.connect(address));
      }}
    >
      <label for="server">{messages.server}</label>
      <input
        ref={input}
        id="server"
        name="server"
        class="control"
        type="url"
        inputMode="url"
        autocomplete="url"
        spellcheck={false}
        placeholder="https://"
        value={address}
        readOnly={isBusy}
        aria-describedby="server-help server-error"
        aria-invalid={error !== undefined}
        onInput={(event) => setAddress(event.currentTarget.value)}
      />
      <p class="help" id="server-help">
        {messages.serverHelp}
      </p>
      <FormError id="server-error">{error}</FormError>
      <button type="submit" class="button primary" aria-disabled={isBusy}>
        {isBusy ? messages.connecting : messages.connect}
      </button>
    </form>
  );
}
