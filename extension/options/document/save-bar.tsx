import { useTexts } from '../context.ts';
import { Glyph } from '../glyph.tsx';
import type { Document } from './use-document.ts';

/** How it stands with what was entered, and what to do about it; it stays in sight. */
export function SaveBar<Value>({ document }: { readonly document: Document<Value> }) {
  const texts = useTexts('form');
  const { isChanged, isBusy, isSaved } = document;
  const isCalm = isSaved && !isChanged;
  return (
    <div class={isChanged ? 'save-bar progress-edge stays' : 'save-bar progress-edge'} aria-busy={isBusy}>
      <p class={isCalm ? 'state good' : 'state'} role="status">
        {isCalm && <Glyph name="check" />}
        {isCalm ? texts.saved : isChanged ? texts.changed : texts.unchanged}
      </p>
      {isChanged && (
        <button type="button" class="button quiet" aria-disabled={isBusy} onClick={() => isBusy || document.discard()}>
          {texts.discard}
        </button>
      )}
      <button type="submit" class="button primary" aria-disabled={isBusy || !isChanged}>
        {isBusy ? texts.saving : texts.save}
      </button>
    </div>
  );
}
