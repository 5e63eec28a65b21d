import type { Language } from '#shared/fields/field-kind.ts';

/** Sentences by plural category; `zero` is for the number 0 itself, which reads better in words of its own. */
type Forms = { readonly zero?: string; readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string };

/** Chooses the form that a number takes in a language. */
export function createPlural(language: Language) {
  const rules = new Intl.PluralRules(language);
  return (count: number, forms: Forms): string =>
    (count === 0 ? forms.zero : forms[rules.select(count)]) ?? forms.other;
}
