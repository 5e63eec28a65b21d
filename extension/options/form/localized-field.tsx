import type { Language, Localized } from '#shared/fields/field-kind.ts';
import { languages } from '#shared/fields/localized.ts';
import { useTexts } from '../context.ts';
import { controlId, useFault } from './faults.ts';
import { FieldGroup, type FieldProps } from './field.tsx';

/** A text in every language that Nameplate speaks; without any it is no text. */
export function LocalizedField(
  props: FieldProps & {
    readonly value: Localized | undefined;
    readonly placeholder?: string;
    onChange(value: Localized | undefined): void;
  },
) {
  const { name, value = {}, placeholder, onChange } = props;

  function enter(language: Language, text: string) {
    const { [language]: _, ...others } = value;
    const next = text === '' ? others : { ...others, [language]: text };
    onChange(Object.keys(next).length === 0 ? undefined : next);
  }
  return (
    <FieldGroup {...props} isWide={props.isWide ?? false}>
      <div class="languages">
        {languages.map((language) => (
          <InLanguage
            key={language}
            language={language}
            name={`${name}.${language}`}
            label={props.label}
            value={value[language] ?? ''}
            placeholder={placeholder}
            onInput={(text) => enter(language, text)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

function InLanguage(props: {
  readonly language: Language;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string | undefined;
  onInput(text: string): void;
}) {
  const { language, name, label, value, placeholder, onInput } = props;
  const texts = useTexts('form');
  const fault = useFault(name);
  return (
    <label class="in-language">
      <span aria-hidden="true">{language}</span>
      <input
        id={controlId(name)}
        class="control"
        type="text"
        dir="auto"
        lang={language}
        autocomplete="off"
        aria-label={`${label}, ${texts.languages[language]}`}
        aria-invalid={fault !== undefined}
        {...(placeholder !== undefined && { placeholder })}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </label>
  );
}
