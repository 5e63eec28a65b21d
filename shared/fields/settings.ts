import type * as z from 'zod/mini';
import { checkboxSettings } from './checkbox/schema.ts';
import { dateSettings } from './date/schema.ts';
import { emailSettings } from './email/schema.ts';
import type { FieldType } from './kinds.ts';
import { multilineSettings } from './multiline/schema.ts';
import { multiselectSettings } from './multiselect/schema.ts';
import { personSettings } from './person/schema.ts';
import { phoneSettings } from './phone/schema.ts';
import { pictureSettings } from './picture/schema.ts';
import { selectSettings } from './select/schema.ts';
import { textSettings } from './text/schema.ts';
import { urlSettings } from './url/schema.ts';

/** The members of a field's definition that only its type has, each optional or with a default; one line a type. */
export const settingsSchemas = {
  text: textSettings,
  multiline: multilineSettings,
  select: selectSettings,
  phone: phoneSettings,
  picture: pictureSettings,
  multiselect: multiselectSettings,
  date: dateSettings,
  url: urlSettings,
  email: emailSettings,
  checkbox: checkboxSettings,
  person: personSettings,
} satisfies Record<FieldType, z.ZodMiniObject>;

/** Whether a type, named by data, is known here and takes these settings; false for what only a newer server has. */
export function takesSettings(type: string, settings: unknown): boolean {
  return Object.hasOwn(settingsSchemas, type) && settingsSchemas[type as FieldType].safeParse(settings).success;
}
