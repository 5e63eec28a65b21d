import type { Language } from '#shared/fields/field-kind.ts';
import { isCountry } from '#shared/fields/phone/international.ts';

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
const codes = letters.flatMap((one) => letters.map((other) => one + other)).filter(isCountry);

/** Every country that has phone numbers, by its ISO 3166 code, with its name in this language. */
export function countriesIn(language: Language): (readonly [code: string, name: string])[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const { compare } = new Intl.Collator(language);
  return codes
    .map((code) => [code, names.of(code) ?? code] as const)
    .toSorted(([, one], [, other]) => compare(one, other));
}
