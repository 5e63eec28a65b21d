import type { ProfileField } from '#shared/contract/profile.ts';
import { takesSettings } from '#shared/fields/settings.ts';
import type { FieldDraft } from './field-draft.ts';
import { settingNames } from './setting-names.ts';

/** What the editor's components need to know of a field to draw its values. */
export function drawnType(field: FieldDraft): Pick<ProfileField, 'type' | 'settings'> {
  const members = new Set(settingNames(field.type).map((name) => name.split('.')[0]));
  const settings = Object.fromEntries(Object.entries(field).filter(([name]) => members.has(name)));
  // What is not complete yet, such as a select without options, cannot be drawn by its type.
  return { type: takesSettings(field.type, settings) ? field.type : 'unknown', settings };
}
