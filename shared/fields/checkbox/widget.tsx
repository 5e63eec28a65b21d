import { controlAttributes } from '../control-attributes.ts';
import type { Language } from '../field-kind.ts';
import type { Widget } from '../widget.ts';
import type { CheckboxSettings } from './schema.ts';

const words: Record<Language, { yes: string; no: string }> = {
  en: { yes: 'Yes', no: 'No' },
  de: { yes: 'Ja', no: 'Nein' },
};

export const checkboxWidget: Widget<boolean | string, CheckboxSettings> = {
  Control(props) {
    const { value, language, required, context } = props;
    // Where there was nothing, taking the tick away again leaves nothing.
    const off = required || typeof context.seen === 'boolean' ? false : undefined;
    return (
      <span class="switch">
        <input
          {...controlAttributes(props)}
          class="check"
          type="checkbox"
          checked={value === true}
          onInput={({ currentTarget }) => props.onInput(currentTarget.checked ? true : off)}
        />
        <span aria-hidden="true">{wordOf(value ?? false, language)}</span>
      </span>
    );
  },
  View: ({ value, language }) => <>{wordOf(value, language)}</>,
};

function wordOf(value: boolean | string, language: Language): string {
  if (typeof value === 'string') return value;
  return value ? words[language].yes : words[language].no;
}
