import type { ProfileField } from '#shared/contract/profile.ts';
import { useEditor } from './context.ts';
import type { Draft } from './draft.ts';
import { ErrorSummary } from './error-summary.tsx';
import { FieldRow } from './field-row.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { Notice } from './notice.tsx';

/** The profile with all that can be done to it. */
export function ProfileForm({ draft }: { readonly draft: Draft }) {
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
        <ErrorSummary draft={draft} />
        {bySection(fields).map(([section, own]) => (
          <section key={section} class="section" aria-labelledby={`section-${own[0]?.key}`}>
            <h2 id={`section-${own[0]?.key}`}>{section}</h2>
            <div class="fields">
              {own.map((field) => (
                <FieldRow key={field.key} field={field} />
              ))}
            </div>
          </section>
        ))}
      </main>
      <Notice />
      <Footer draft={draft} />
    </form>
  );
}

/** Fields come in the order of their sections. */
function bySection(fields: readonly ProfileField[]): [string, ProfileField[]][] {
  return [...Map.groupBy(fields, ({ section }) => section)];
}
