import type { ComponentChildren } from 'preact';
import { useEditor } from './context.ts';
import type { Draft } from './draft.ts';
import { ErrorSummary } from './error-summary.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { Notice } from './notice.tsx';
import { OutageNote } from './outage-note.tsx';
import { ProfileSections } from './profile-sections.tsx';

/** The profile with all that can be done to it. */
export function ProfileForm({ draft, children }: { readonly draft: Draft; readonly children?: ComponentChildren }) {
  const editor = useEditor();
  const { fields } = draft.profile;
  return (
    <form
      class="editor"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void editor.save();
      }}
    >
      <Header profile={draft.profile} />
      <main class="body">
        <OutageNote />
        <ErrorSummary draft={draft} />
        <ProfileSections fields={fields} />
      </main>
      <Notice />
      {children}
      <Footer draft={draft} />
    </form>
  );
}
