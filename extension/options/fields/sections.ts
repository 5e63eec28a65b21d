import type { Settings } from '#shared/contract/configuration/settings.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { textIn } from '#shared/fields/localized.ts';
import type { FieldDraft } from './field-draft.ts';

type Sections = Settings['sections'];

export interface FieldSection {
  readonly key: string;
  readonly label: string;
  readonly fields: readonly FieldDraft[];
}

/** Fields under their headings, as profiles show them: listed sections first, then the others. */
export function inSections(fields: readonly FieldDraft[], sections: Sections, language: Language): FieldSection[] {
  return sectionKeys(fields, sections)
    .map((key) => ({
      key,
      label: sectionLabel(key, sections, language),
      fields: fields.filter(({ section }) => section === key),
    }))
    .filter((section) => section.fields.length > 0);
}

export function sectionKeys(fields: readonly FieldDraft[], sections: Sections): string[] {
  return [...new Set([...sections.map(({ key }) => key), ...fields.map(({ section }) => section)])];
}

export function sectionLabel(key: string, sections: Sections, language: Language): string {
  const listed = sections.find((section) => section.key === key);
  return listed ? textIn(language, listed.label) : key;
}
