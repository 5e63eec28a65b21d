import { complaintOf } from './complaint.ts';
import { useEditor, useLanguage, useTexts } from './context.ts';
import type { Draft } from './draft.ts';
import { focusId } from './focus-id.ts';
import { fieldsInNeed } from './outcome-sentence.ts';

/** Where several fields need the person, all of them at once, each with the way to it. */
export function ErrorSummary({ draft }: { readonly draft: Draft }) {
  const editor = useEditor();
  const language = useLanguage();
  const texts = useTexts();
  const inNeed = fieldsInNeed(draft);
  if (!editor.state.value.hasSummary || inNeed.length === 0) return null;
  return (
    <section class="notice bad" aria-labelledby="summary">
      <h2 id="summary">{texts.needYou(inNeed.length)}</h2>
      <ul>
        {inNeed.map((field) => (
          <li key={field.key}>
            <a
              href={`#${focusId(field.key)}`}
              onClick={(event) => {
                event.preventDefault();
                editor.attend(field.key);
              }}
            >
              {field.label}
            </a>
            {`: ${complaintOf(draft, field, language) ?? texts.conflict}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
