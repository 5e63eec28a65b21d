import type { ProfileField } from '#shared/contract/profile.ts';
import { widgetOf } from '#shared/fields/widgets.ts';
import { Icon } from '../ui/icon.tsx';
import { complaintOf } from './complaint.ts';
import { useEditor, useLanguage, useTexts } from './context.ts';
import { changedFields, entryOf } from './draft.ts';
import { contextOf } from './field-rules.ts';
import { focusId } from './focus-id.ts';
import { ChangedSinceSync, OutcomeMark, PendingMark, WaitingNote } from './marks.tsx';

/** A field with its label, its control, and what there is to say about it. */
export function EditableField({ field }: { readonly field: ProfileField }) {
  const editor = useEditor();
  const language = useLanguage();
  const texts = useTexts();
  const { draft } = editor.state.value;
  const Control = widgetOf(field.type)?.Control;
  const context = contextOf(field);
  if (!draft || !Control || !context) return null;

  const { key, label, help, required, changedSinceSync, needsApproval } = field;
  const { entered, outcome } = entryOf(draft, field);
  const complaint = complaintOf(draft, field, language);
  const isWaiting = field.pending !== undefined && !outcome;
  const describedBy = [
    help && `help-${key}`,
    needsApproval && `approval-${key}`,
    changedSinceSync && `sync-${key}`,
    complaint && `complaint-${key}`,
  ];

  return (
    <>
      <div class="head">
        <label class="label" id={`label-${key}`} for={focusId(key)}>
          {label}
          {required && <span class="required"> {texts.required}</span>}
        </label>
        {changedFields(draft).includes(field) && (
          <span class="edited" title={texts.edited}>
            <span class="visually-hidden">{texts.edited}</span>
          </span>
        )}
        {isWaiting ? <PendingMark /> : <OutcomeMark outcome={outcome} />}
      </div>
      <Control
        id={focusId(key)}
        value={entered ?? undefined}
        context={context}
        language={language}
        services={editor.services}
        required={required}
        invalid={complaint !== undefined}
        labelledBy={`label-${key}`}
        describedBy={describedBy.filter(Boolean).join(' ') || undefined}
        onInput={(value) => editor.enter(key, value ?? null)}
        onLeave={() => editor.leave(key)}
      />
      <div aria-live="polite">
        {complaint && (
          <p class="note bad" id={`complaint-${key}`}>
            <Icon name="alert" />
            {complaint}
          </p>
        )}
      </div>
      {help && (
        <p class="note quiet" id={`help-${key}`}>
          {help}
        </p>
      )}
      {needsApproval && (
        <p class="note quiet" id={`approval-${key}`}>
          {texts.needsApproval}
        </p>
      )}
      {changedSinceSync && <ChangedSinceSync id={`sync-${key}`} />}
      {(isWaiting || outcome?.status === 'pending') && <WaitingNote field={field} />}
    </>
  );
}
