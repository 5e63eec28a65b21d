import type { RefObject } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Language } from '#shared/fields/field-kind.ts';
import { App as Editor } from '../editor/app.tsx';
import { useEditor } from '../editor/context.ts';
import type { Catalogue } from '../ui/messages/catalogue.ts';
import { messagesIn } from '../ui/messages/messages-in.ts';
import type { Background } from './background.ts';
import { createPersonBackground } from './person-background.ts';

/** The editor that everybody has for their own profile, for one person and with a reason (P2). */
export function PersonEditor(props: {
  readonly background: Background;
  readonly language: Language;
  readonly personId: string;
  readonly isOwn: boolean;
  onClose(): void;
  /** Told how one leaves this editor for something else: changes that are not saved are asked about first. */
  onWayOut(leaveFor: ((next: () => void) => void) | undefined): void;
}) {
  const { background, language, personId, isOwn, onClose, onWayOut } = props;
  const { people: texts } = messagesIn(language);
  const input = useRef<HTMLInputElement>(null);
  const [isMissing, setMissing] = useState(false);
  const said = useRef(texts);
  said.current = texts;

  const own = useMemo(
    () =>
      createPersonBackground(background, {
        personId,
        close: onClose,
        onLeave(listener) {
          onWayOut(listener);
          return () => onWayOut(undefined);
        },
        reason: isOwn
          ? undefined
          : {
              read: () => input.current?.value ?? '',
              demand() {
                // Nothing is typed behind the history, which is modal.
                for (const dialog of document.querySelectorAll('dialog')) dialog.close();
                setMissing(true);
                input.current?.focus();
                return said.current.reasonMissing;
              },
            },
      }),
    [background, personId, isOwn],
  );

  return (
    <Editor background={own}>
      {!isOwn && <Reason texts={texts} input={input} isMissing={isMissing} onInput={() => setMissing(false)} />}
    </Editor>
  );
}

/** Stands in the editor, which asks before it is lost. */
function Reason(props: {
  readonly texts: Catalogue['people'];
  readonly input: RefObject<HTMLInputElement | null>;
  readonly isMissing: boolean;
  onInput(): void;
}) {
  const { texts, input, isMissing, onInput } = props;
  const editor = useEditor();
  return (
    <section class="reason" aria-label={texts.reason}>
      <label for="reason">{texts.reason}</label>
      <input
        ref={input}
        id="reason"
        class="control"
        required
        maxLength={1000}
        autocomplete="off"
        aria-describedby="reason-help"
        aria-invalid={isMissing}
        onInput={({ currentTarget }) => {
          onInput();
          editor.note(currentTarget.value.trim() !== '');
        }}
      />
      <p class="help" id="reason-help">
        {texts.reasonHelp}
      </p>
    </section>
  );
}
