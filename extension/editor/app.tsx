import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { languageFor } from '../settings.ts';
import type { Background } from './background.ts';
import { EditorContext } from './context.ts';
import { createEditor } from './editor.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { Loading } from './loading.tsx';
import { NoProfile } from './no-profile.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { ProfileForm } from './profile-form.tsx';
import { watchSight } from './sight.ts';
import { usePage } from './use-page.ts';

/** The whole editor; it shows nothing where the background does not know its frame. Children stand right above its footer. */
export function App({
  background,
  children,
}: {
  readonly background: Background;
  readonly children?: ComponentChildren;
}) {
  const editor = useMemo(
    () => createEditor(background, languageFor(undefined, navigator.language), watchSight(background)),
    [background],
  );
  useEffect(() => editor.start(), [editor]);
  usePage(editor);

  const { phase, draft, isLeaving, question, announcement } = editor.state.value;
  if (phase === 'unclaimed') return null;
  return (
    <EditorContext.Provider value={editor}>
      {phase === 'loading' && <Loading />}
      {phase === 'editing' && draft && <ProfileForm draft={draft}>{children}</ProfileForm>}
      {(phase === 'signedOut' || phase === 'failed') && <NoProfile />}
      {isLeaving && draft && <LeaveDialog draft={draft} />}
      {question && <PasswordDialog question={question} />}
      <p class="visually-hidden" role="status">
        {announcement}
      </p>
    </EditorContext.Provider>
  );
}
