import { checkboxKind } from './checkbox/kind.ts';
import { dateKind } from './date/kind.ts';
import { emailKind } from './email/kind.ts';
import type { FieldKind } from './field-kind.ts';
import { multilineKind } from './multiline/kind.ts';
import { multiselectKind } from './multiselect/kind.ts';
import { personKind } from './person/kind.ts';
import { phoneKind } from './phone/kind.ts';
import { pictureKind } from './picture/kind.ts';
import { selectKind } from './select/kind.ts';
import { textKind } from './text/kind.ts';
import { urlKind } from './url/kind.ts';

/** Every field type, one line each. */
export const kinds = {
  text: textKind,
  multiline: multilineKind,
  select: selectKind,
  phone: phoneKind,
  picture: pictureKind,
  multiselect: multiselectKind,
  date: dateKind,
  url: urlKind,
  email: emailKind,
  checkbox: checkboxKind,
  person: personKind,
} satisfies Record<string, FieldKind<unknown, unknown>>;

export type FieldType = keyof typeof kinds;

/** The kind of a type named by data; undefined for a type that a newer server has. */
export function kindOf(type: string): FieldKind<unknown, unknown> | undefined {
  return Object.hasOwn(kinds, type) ? kinds[type as FieldType] : undefined;
}

/** Whether values of this type are bytes, which are kept by their hash. */
export function isBinary(type: string): boolean {
  return kindOf(type)?.pictureLimits !== undefined;
}
