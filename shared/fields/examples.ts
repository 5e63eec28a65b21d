import type { FieldExamples } from './field-kind.ts';
import type { FieldType } from './kinds.ts';
import { multilineExamples } from './multiline/examples.ts';
import { phoneExamples } from './phone/examples.ts';
import { pictureExamples } from './picture/examples.ts';
import { selectExamples } from './select/examples.ts';
import { textExamples } from './text/examples.ts';

/** What the conformance suite runs, one line a type. */
export const examples = {
  text: textExamples,
  multiline: multilineExamples,
  select: selectExamples,
  phone: phoneExamples,
  picture: pictureExamples,
} satisfies Record<FieldType, FieldExamples<unknown, unknown>>;
