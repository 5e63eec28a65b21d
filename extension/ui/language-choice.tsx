import type { Language } from '#shared/fields/field-kind.ts';

/** Each language in its own words, so that everybody finds theirs. */
const names: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

export function LanguageChoice(props: {
  readonly language: Language;
  readonly label: string;
  onChange(language: Language): void;
}) {
  return (
    <select
      class="language"
      aria-label={props.label}
      value={props.language}
      onChange={(event) => props.onChange(event.currentTarget.value as Language)}
    >
      {Object.entries(names).map(([language, name]) => (
        <option key={language} value={language} lang={language}>
          {name}
        </option>
      ))}
    </select>
  );
}
