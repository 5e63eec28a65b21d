import type * as z from 'zod/mini';
import type { FieldType } from './kinds.ts';
import { multilineSettings } from './multiline/schema.ts';
import { phoneSettings } from './phone/schema.ts';
import { pictureSettings } from './picture/schema.ts';
import { selectSettings } from './select/schema.ts';
import { textSettings } from './text/schema.ts';

/** The members of a field's definition that only its type has, each optional or with a default; one line a type. */
export const settingsSchemas = {
  text: textSettings,
  multiline: multilineSettings,
  select: selectSettings,
  phone: phoneSettings,
  picture: pictureSettings,
} satisfies Record<FieldType, z.ZodMiniObject>;

/** Whether a type, named by data, is known here and takes these settings; false for what only a newer server has. */
export function takesSettings(type: string, settings: unknown): boolean {
  return Object.hasOwn(settingsSchemas, type) && settingsSchemas[type as FieldType].safeParse(settings).success;
}
