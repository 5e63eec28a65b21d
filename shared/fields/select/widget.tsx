import { controlAttributes } from '../control-attributes.ts';
import type { Language } from '../field-kind.ts';
import { textIn } from '../localized.ts';
import type { ViewProps, Widget } from '../widget.ts';
import type { SelectSettings } from './schema.ts';

const words: Record<Language, { none: string; gone(value: string): string }> = {
  en: { none: 'Not set', gone: (value) => `${value} (no longer an option)` },
  de: { none: 'Keine Angabe', gone: (value) => `${value} (nicht mehr zur Auswahl)` },
};

export const selectWidget: Widget<string, SelectSettings> = {
  Control: (props) => {
    const { value, context, language, required } = props;
    const { options } = context.settings;
    const isGone = value !== undefined && !options.some((option) => option.value === value);
    return (
      <select
        {...controlAttributes(props)}
        value={value ?? ''}
        onInput={({ currentTarget }) => props.onInput(currentTarget.value || undefined)}
      >
        {(!required || value === undefined) && <option value="">{words[language].none}</option>}
        {isGone && <option value={value}>{words[language].gone(value)}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {labelOf(option.value, props)}
          </option>
        ))}
      </select>
    );
  },
  View: (props) => <>{labelOf(props.value, props)}</>,
};

function labelOf(value: string, { context, language }: Omit<ViewProps<string, SelectSettings>, 'value'>): string {
  const label = context.settings.options.find((option) => option.value === value)?.label;
  return label ? textIn(language, label) : value;
}
