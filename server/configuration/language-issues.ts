import { languages } from '#shared/fields/localized.ts';
import type { Issue, JSONPath } from './configuration-fault.ts';

/** The texts in languages that lack one. A file may leave one out; whoever fills in a form sees them all. */
export function languageIssues(value: unknown, path: JSONPath): Issue[] {
  if (typeof value !== 'object' || value === null) return [];
  const names = Object.keys(value);
  const isLocalized = names.length > 0 && !Array.isArray(value) && names.every(isLanguage);
  if (isLocalized) {
    return languages
      .filter((language) => !names.includes(language))
      .map((language) => ({
        path: [...path, language],
        rule: 'missingLanguage',
        message: 'is missing in this language',
      }));
  }
  return Object.entries(value).flatMap(([name, member]) =>
    languageIssues(member, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

function isLanguage(name: string): boolean {
  return languages.some((language) => language === name);
}
