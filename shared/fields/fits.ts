import type { AttributeFit } from './attribute-fit.ts';
import type { FieldType } from './kinds.ts';
import { multilineFit } from './multiline/fit.ts';
import { phoneFit } from './phone/fit.ts';
import { pictureFit } from './picture/fit.ts';
import { selectFit } from './select/fit.ts';
import { textFit } from './text/fit.ts';

/** Which attributes each field type fits, one line a type. */
export const fits = {
  text: textFit,
  multiline: multilineFit,
  select: selectFit,
  phone: phoneFit,
  picture: pictureFit,
} satisfies Record<FieldType, AttributeFit>;
