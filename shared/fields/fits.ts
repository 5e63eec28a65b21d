import type { AttributeFit } from './attribute-fit.ts';
import { checkboxFit } from './checkbox/fit.ts';
import { dateFit } from './date/fit.ts';
import { emailFit } from './email/fit.ts';
import type { FieldType } from './kinds.ts';
import { multilineFit } from './multiline/fit.ts';
import { multiselectFit } from './multiselect/fit.ts';
import { personFit } from './person/fit.ts';
import { phoneFit } from './phone/fit.ts';
import { pictureFit } from './picture/fit.ts';
import { selectFit } from './select/fit.ts';
import { textFit } from './text/fit.ts';
import { urlFit } from './url/fit.ts';

/** Which attributes each field type fits, one line a type. */
export const fits = {
  text: textFit,
  multiline: multilineFit,
  select: selectFit,
  phone: phoneFit,
  picture: pictureFit,
  multiselect: multiselectFit,
  date: dateFit,
  url: urlFit,
  email: emailFit,
  checkbox: checkboxFit,
  person: personFit,
} satisfies Record<FieldType, AttributeFit>;
