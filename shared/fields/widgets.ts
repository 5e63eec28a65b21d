import { checkboxWidget } from './checkbox/widget.tsx';
import { dateWidget } from './date/widget.tsx';
import { emailWidget } from './email/widget.tsx';
import type { FieldType } from './kinds.ts';
import { multilineWidget } from './multiline/widget.tsx';
import { multiselectWidget } from './multiselect/widget.tsx';
import { personWidget } from './person/widget.tsx';
import { phoneWidget } from './phone/widget.tsx';
import { pictureWidget } from './picture/widget.tsx';
import { selectWidget } from './select/widget.tsx';
import { textWidget } from './text/widget.tsx';
import { urlWidget } from './url/widget.tsx';
import type { Widget } from './widget.ts';

/** How each field type looks, one line a type. */
export const widgets = {
  text: textWidget,
  multiline: multilineWidget,
  select: selectWidget,
  phone: phoneWidget,
  picture: pictureWidget,
  multiselect: multiselectWidget,
  date: dateWidget,
  url: urlWidget,
  email: emailWidget,
  checkbox: checkboxWidget,
  person: personWidget,
} satisfies Record<FieldType, unknown>;

/** The widget of a type named by data; undefined for a type that a newer server has. */
export function widgetOf(type: string): Widget | undefined {
  return Object.hasOwn(widgets, type) ? (widgets[type as FieldType] as unknown as Widget) : undefined;
}
