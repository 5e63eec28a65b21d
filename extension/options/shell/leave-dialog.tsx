import { useTexts } from '../context.ts';
import { Dialog } from '../form/dialog.tsx';

/** Asks before unsaved changes are lost. */
export function LeaveDialog({ onStay, onLeave }: { onStay(): void; onLeave(): void }) {
  const texts = useTexts('shell');
  return (
    <Dialog
      id="leave"
      title={texts.leaveTitle}
      onCancel={onStay}
      actions={
        <>
          <button type="button" class="button primary" onClick={onStay}>
            {texts.stay}
          </button>
          <button type="button" class="button danger" onClick={onLeave}>
            {texts.leave}
          </button>
        </>
      }
    >
      <p>{texts.leaveMeaning}</p>
    </Dialog>
  );
}
