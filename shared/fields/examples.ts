import { checkboxExamples } from './checkbox/examples.ts';
import { dateExamples } from './date/examples.ts';
import { emailExamples } from './email/examples.ts';
import type { FieldExamples } from './field-kind.ts';
import type { FieldType } from './kinds.ts';
import { multilineExamples } from './multiline/examples.ts';
import { multiselectExamples } from './multiselect/examples.ts';
import { personExamples } from './person/examples.ts';
import { phoneExamples } from './phone/examples.ts';
import { pictureExamples } from './picture/examples.ts';
import { selectExamples } from './select/examples.ts';
import { textExamples } from './text/examples.ts';
import { urlExamples } from './url/examples.ts';

/** What the conformance suite runs, one line a type. */
export const examples = {
  text: textExamples,
  multiline: multilineExamples,
  select: selectExamples,
  phone: phoneExamples,
  picture: pictureExamples,
  multiselect: multiselectExamples,
  date: dateExamples,
  url: urlExamples,
  email: emailExamples,
  checkbox: checkboxExamples,
  person: personExamples,
} satisfies Record<FieldType, FieldExamples<unknown, unknown>>;
