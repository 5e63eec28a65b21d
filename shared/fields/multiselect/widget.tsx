import type { Language } from '../field-kind.ts';
import { textIn } from '../localized.ts';
import type { Widget } from '../widget.ts';
import { inOrder } from './codec.ts';
import type { MultiselectSettings } from './schema.ts';

const words: Record<Language, { gone(value: string): string }> = {
  en: { gone: (value) => `${value} (no longer an option)` },
  de: { gone: (value) => `${value} (nicht mehr zur Auswahl)` },
};

export const multiselectWidget: Widget<readonly string[], MultiselectSettings> = {
  Control(props) {
    const { id, value = [], context, language, invalid, describedBy } = props;
    const { settings, seen } = context;
    const before = Array.isArray(seen) ? (seen as string[]) : [];
    const offered = inOrder([...settings.options.map((option) => option.value), ...before, ...value], settings);
    const toggle = (choice: string, isChosen: boolean) => {
      const others = value.filter((each) => each !== choice);
      const chosen = inOrder(isChosen ? [...others, choice] : others, settings);
      props.onInput(chosen.length > 0 ? chosen : undefined);
    };
    return (
      <fieldset id={id} class="options" tabIndex={-1} aria-describedby={describedBy} aria-labelledby={props.labelledBy}>
        {offered.map((choice) => (
          <label key={choice} class="option">
            <input
              class="check"
              type="checkbox"
              aria-invalid={invalid}
              checked={value.includes(choice)}
              onInput={({ currentTarget }) => toggle(choice, currentTarget.checked)}
              onBlur={props.onLeave}
            />
            <bdi>{labelOf(choice, settings, language)}</bdi>
          </label>
        ))}
      </fieldset>
    );
  },
  View: ({ value, context, language }) => (
    <>{value.map((choice) => labelOf(choice, context.settings, language)).join(', ')}</>
  ),
  isWide: true,
};

function labelOf(choice: string, { options }: MultiselectSettings, language: Language): string {
  const option = options.find(({ value }) => value === choice);
  if (!option) return words[language].gone(choice);
  return option.label ? textIn(language, option.label) : choice;
}
