import type { Language } from '#shared/fields/field-kind.ts';
import type { Catalogue } from './catalogue.ts';
import { de } from './de.ts';
import { en } from './en.ts';

const catalogues: Readonly<Record<Language, Catalogue>> = { en, de };

/** All texts in a language. */
export const messagesIn = (language: Language): Catalogue => catalogues[language];
