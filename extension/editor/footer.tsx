import { Icon } from '../ui/icon.tsx';
import { useEditor, useTexts } from './context.ts';
import { changedFields, type Draft, entryOf } from './draft.ts';

/** How much is not saved yet, and what to do about it. */
export function Footer({ draft }: { readonly draft: Draft }) {
  const editor = useEditor();
  const texts = useTexts();
  const { isSaving } = editor.state.value;
  const count = changedFields(draft).length;
  const isAllSaved =
    count === 0 && draft.profile.fields.some((field) => entryOf(draft, field).outcome?.status === 'saved');
  return (
    <footer class="footer progress-edge" aria-busy={isSaving}>
      <p class={isAllSaved ? 'state good' : 'state'}>
        {isAllSaved && <Icon name="check" />}
        {isAllSaved ? texts.allSaved : texts.changes(count)}
      </p>
      {count > 0 && (
        <button
          type="button"
          class="button quiet"
          aria-disabled={isSaving}
          onClick={() => isSaving || editor.discard()}
        >
          {texts.discard}
        </button>
      )}
      <button type="submit" class="button primary" aria-disabled={isSaving || count === 0}>
        {isSaving ? texts.saving : texts.save}
      </button>
    </footer>
  );
}
