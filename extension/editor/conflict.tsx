import type { ProfileField } from '#shared/contract/profile.ts';
import { Icon } from '../ui/icon.tsx';
import { ComparedValue } from './compared-values.tsx';
import { useEditor, useTexts } from './context.ts';
import { entryOf } from './draft.ts';
import { groundOf } from './field-rules.ts';
import { focusId } from './focus-id.ts';

/** W4: somebody else was faster. Both values, and whose they are; the person decides. */
export function Conflict({ field }: { readonly field: ProfileField }) {
  const editor = useEditor();
  const texts = useTexts();
  const { draft } = editor.state.value;
  if (!draft) return null;
  const { key, label } = field;
  const choices = [
    ['theirs', texts.keepTheirs],
    ['mine', texts.takeMine],
    ['edit', texts.editAgain],
  ] as const;
  return (
    <fieldset
      class="conflict"
      id={focusId(key)}
      tabIndex={-1}
      aria-labelledby={`label-${key} conflict-${key}`}
      aria-describedby={`theirs-${key} mine-${key}`}
    >
      <p class="label" id={`label-${key}`}>
        {label}
      </p>
      <p class="note caution" id={`conflict-${key}`}>
        <Icon name="people" />
        {texts.conflict}
      </p>
      <div class="sides">
        <div class="side" id={`theirs-${key}`}>
          <p class="whose">{texts.theirs}</p>
          <ComparedValue field={field} value={groundOf(field)} other={entryOf(draft, field).entered} />
        </div>
        <div class="side" id={`mine-${key}`}>
          <p class="whose">{texts.mine}</p>
          <ComparedValue field={field} value={entryOf(draft, field).entered} other={groundOf(field)} />
        </div>
      </div>
      <div class="choices">
        {choices.map(([choice, text]) => (
          <button
            key={choice}
            type="button"
            class="button small"
            aria-describedby={`label-${key}`}
            onClick={() => editor.decide(key, choice)}
          >
            {text}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
