import { usePage, useTexts } from '../context.ts';
import { Dialog } from '../form/dialog.tsx';

/** The session ended over somebody's work: it stays where it is until they have signed in again. */
export function SessionDialog() {
  const { background } = usePage();
  const texts = useTexts('shell');
  return (
    <Dialog
      id="session"
      title={texts.sessionEnded}
      actions={
        <button type="button" class="button primary" onClick={() => background.openSignIn()}>
          {texts.signIn}
        </button>
      }
    >
      <p>{texts.sessionEndedMeaning}</p>
    </Dialog>
  );
}
