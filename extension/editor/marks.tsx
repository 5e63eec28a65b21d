import type { ProfileField } from '#shared/contract/profile.ts';
import { Icon } from '../ui/icon.tsx';
import { useEditor, useTexts } from './context.ts';
import type { Entry } from './draft.ts';

/** What the last save made of a field; it stays until the field is edited again. */
export function OutcomeMark({ outcome }: Pick<Entry, 'outcome'>) {
  const texts = useTexts();
  if (outcome?.status === 'saved' || outcome?.status === 'unchanged') {
    return (
      <span class="mark good">
        <Icon name="check" />
        {texts[outcome.status]}
      </span>
    );
  }
  return outcome?.status === 'pending' ? <PendingMark /> : null;
}

export function PendingMark() {
  return (
    <span class="mark caution">
      <Icon name="clock" />
      {useTexts().pending}
    </span>
  );
}

/** W6: what is entered is kept and waits; it can be taken back. */
export function WaitingNote({ field }: { readonly field: ProfileField }) {
  const editor = useEditor();
  const texts = useTexts();
  const rules: Readonly<Record<string, string>> = texts.rules;
  return (
    <p class="note quiet waiting">
      {rules[field.edit?.problem?.rule ?? ''] ?? texts.pendingMeaning}{' '}
      {field.edit?.state === 'pending' && (
        <button
          type="button"
          class="link-button"
          aria-describedby={`label-${field.key}`}
          onClick={() => void editor.withdraw(field.key)}
        >
          {texts.withdraw}
        </button>
      )}
    </p>
  );
}

/** S9: the directory's value is another one than at the last sync. */
export function ChangedSinceSync({ id }: { readonly id?: string }) {
  const texts = useTexts();
  return (
    <p class="note accent" id={id}>
      <Icon name="sync" />
      <span>
        <b>{texts.changedSinceSync}.</b> {texts.changedSinceSyncMeaning}
      </span>
    </p>
  );
}
