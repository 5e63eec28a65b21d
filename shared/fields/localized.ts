import type { Language, Localized } from './field-kind.ts';

export const languages = ['en', 'de'] as const satisfies readonly Language[];

/** The text in this language, in another one where it is missing. */
export function textIn(language: Language, texts: Localized): string {
  return texts[language] ?? texts.en ?? texts.de ?? '';
}
