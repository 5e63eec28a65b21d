import { useEffect, useRef } from 'preact/hooks';
import { useEditor, useTexts } from './context.ts';
import { changedFields, type Draft } from './draft.ts';

/** Asks before unsaved changes are lost. */
export function LeaveDialog({ draft }: { readonly draft: Draft }) {
  const editor = useEditor();
  const texts = useTexts();
  const count = changedFields(draft).length;
  const { hasNote, isSaving } = editor.state.value;
  const isNoteAlone = hasNote && count === 0 && !isSaving;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="leave"
      role="alertdialog"
      aria-labelledby="leave-title"
      aria-describedby="leave-meaning"
      onCancel={(event) => {
        event.preventDefault();
        editor.stay();
      }}
      onClose={editor.stay}
    >
      <h2 id="leave-title">{texts.leaveTitle}</h2>
      <p id="leave-meaning">{isNoteAlone ? texts.leaveNote : texts.leaveMeaning(Math.max(1, count))}</p>
      <div class="choices">
        <button type="button" class="button primary" onClick={editor.stay}>
          {texts.stay}
        </button>
        <button type="button" class="button danger" onClick={editor.leaveForGood}>
          {texts.leave}
        </button>
      </div>
    </dialog>
  );
}
