import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Change } from '#shared/contract/history.ts';
import type { Profile, ProfileField } from '#shared/contract/profile.ts';
import { Icon } from '../ui/icon.tsx';
import { useEditor, useLanguage, useTexts } from './context.ts';
import { FieldValue } from './field-value.tsx';
import { problemSentence } from './problem-sentence.ts';

/** W8: what happened to this profile, or to one field of it, newest first; each change can be undone. */
export function HistoryPanel({ profile, onClose }: { readonly profile: Profile; readonly onClose: () => void }) {
  const editor = useEditor();
  const language = useLanguage();
  const texts = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const [field, setField] = useState('');
  const [changes, setChanges] = useState<readonly Change[] | undefined>(undefined);
  const [next, setNext] = useState<string | undefined>(undefined);
  const [sentence, setSentence] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [isLoading, setLoading] = useState(true);
  const heading = useRef<HTMLHeadingElement>(null);
  /** Answers may come in another order than they were asked for. */
  const asked = useRef(0);
  const chosen = useRef(field);
  chosen.current = field;

  async function load(of: string, cursor?: string): Promise<void> {
    const turn = ++asked.current;
    setLoading(true);
    const result = await editor.loadHistory(of || undefined, cursor);
    if (turn !== asked.current) return;
    setLoading(false);
    if (!result.ok) return setSentence(problemSentence(result.problem, language));
    setChanges((before) => (cursor && before ? [...before, ...result.value.changes] : result.value.changes));
    setNext(result.value.next);
  }

  async function undo(change: Change): Promise<void> {
    setBusy(true);
    const problem = await editor.undo(change.id);
    await load(chosen.current);
    setSentence(problem ? problemSentence(problem, language) : texts.undone);
    setBusy(false);
  }

  function show(of: string): void {
    setField(of);
    setChanges(undefined);
    setNext(undefined);
    setSentence('');
  }

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => void load(field), [field]);
  // The button that undid a change goes with it.
  useLayoutEffect(() => {
    if (changes && !dialog.current?.contains(document.activeElement)) heading.current?.focus();
  }, [changes]);

  return (
    <dialog ref={dialog} class="history" aria-labelledby="history-title" onClose={onClose}>
      <div class="top">
        <h2 ref={heading} id="history-title" tabIndex={-1}>
          {texts.history}
        </h2>
        <button
          type="button"
          class="icon-button"
          aria-label={texts.closeHistory}
          title={texts.closeHistory}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <label class="label" for="history-field">
        {texts.historyOf}
      </label>
      <select
        id="history-field"
        class="control"
        value={field}
        onChange={({ currentTarget }) => show(currentTarget.value)}
      >
        <option value="">{texts.allFields}</option>
        {profile.fields.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
      <p class="note said" role="status">
        {sentence}
      </p>
      {changes?.length === 0 && <p class="soft">{texts.noHistory}</p>}
      <ol class="changes" aria-busy={isLoading}>
        {changes?.map((change) => (
          <ChangeItem
            key={change.id}
            change={change}
            profile={profile}
            isBusy={isBusy}
            onUndo={() => void undo(change)}
          />
        ))}
      </ol>
      {next && (
        <button
          type="button"
          class="button"
          aria-disabled={isLoading}
          onClick={() => {
            if (isLoading) return;
            setSentence('');
            void load(field, next);
          }}
        >
          {texts.olderChanges}
        </button>
      )}
    </dialog>
  );
}

function ChangeItem({
  change,
  profile,
  isBusy,
  onUndo,
}: {
  readonly change: Change;
  readonly profile: Profile;
  readonly isBusy: boolean;
  readonly onUndo: () => void;
}) {
  const language = useLanguage();
  const texts = useTexts();
  const { id, at, label, actor, approvedBy, source, reason, from, to, undoable } = change;
  const field = profile.fields.find(({ key }) => key === change.field) ?? unknownField(change);
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
  const who = actor?.id === profile.person.id ? texts.byThemselves(profile.person.displayName) : actor?.displayName;
  return (
    <li class="change">
      <p class="label" id={`change-${id}`}>
        {label}
      </p>
      <p class="soft">
        <bdi>
          <time dateTime={at}>{moment}</time>
        </bdi>
        <span aria-hidden="true"> · </span>
        <bdi>{source === 'directory' ? texts.byDirectory : who || texts.bySomebody}</bdi>
        {source === 'undo' && ` · ${texts.wasUndo}`}
      </p>
      {approvedBy && (
        <p class="soft">
          <bdi>{texts.approvedBy(approvedBy.displayName || texts.bySomebody)}</bdi>
        </p>
      )}
      {reason && <p class="soft">{texts.because(reason)}</p>}
      <div class="sides">
        <div class="side">
          <p class="whose">{texts.before}</p>
          <FieldValue field={field} value={from} />
        </div>
        <div class="side">
          <p class="whose">{texts.after}</p>
          <FieldValue field={field} value={to} />
        </div>
      </div>
      {undoable && (
        <button
          type="button"
          class="button small"
          id={`undo-${id}`}
          aria-labelledby={`undo-${id} change-${id}`}
          aria-disabled={isBusy}
          onClick={() => isBusy || onUndo()}
        >
          {texts.undo}
        </button>
      )}
    </li>
  );
}

/** A field that is no longer part of the profile is shown as plainly as can be. */
function unknownField({ field, label, type = '' }: Change): ProfileField {
  return { key: field, label, type, section: '', required: false, value: null, editable: false, settings: {} };
}
