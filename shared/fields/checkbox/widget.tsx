import { useRef } from 'preact/hooks';
import { controlAttributes } from '../control-attributes.ts';
import type { Language } from '../field-kind.ts';
import type { Widget } from '../widget.ts';
import type { CheckboxSettings } from './schema.ts';

const words: Record<Language, { yes: string; no: string; none: string; remove: string }> = {
  en: { yes: 'Yes', no: 'No', none: 'Not set', remove: 'Remove' },
  de: { yes: 'Ja', no: 'Nein', none: 'Keine Angabe', remove: 'Entfernen' },
};

export const checkboxWidget: Widget<boolean | string, CheckboxSettings> = {
  Control(props) {
    const { value, language, required, context } = props;
    const box = useRef<HTMLInputElement>(null);
    // Where there was nothing, taking the tick away again leaves nothing.
    const off = required || typeof context.seen === 'boolean' ? false : undefined;
    return (
      <span class="switch">
        <input
          {...controlAttributes(props)}
          ref={box}
          class="check"
          type="checkbox"
          checked={value === true}
          onInput={({ currentTarget }) => props.onInput(currentTarget.checked ? true : off)}
        />
        <span aria-hidden="true">{value === undefined ? words[language].none : wordOf(value, language)}</span>
        {value !== undefined && !required && (
          <button
            type="button"
            class="button small quiet"
            aria-describedby={props.labelledBy}
            onClick={() => {
              props.onInput(undefined);
              props.onLeave();
              box.current?.focus();
            }}
          >
            {words[language].remove}
          </button>
        )}
      </span>
    );
  },
  View: ({ value, language }) => <>{wordOf(value, language)}</>,
};

function wordOf(value: boolean | string, language: Language): string {
  if (typeof value === 'string') return value;
  return value ? words[language].yes : words[language].no;
}
