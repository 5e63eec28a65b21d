import type { FieldKind } from '../field-kind.ts';
import { checkboxCodec } from './codec.ts';
import type { CheckboxSettings } from './schema.ts';

/** Yes or no. A text stands for what a directory holds that is neither. */
export const checkboxKind: FieldKind<boolean | string, CheckboxSettings> = {
  parse: (input) => (typeof input === 'boolean' ? { value: input } : { rule: 'notYesOrNo' }),
  codec: checkboxCodec,
  sentences: {
    en: { notYesOrNo: () => 'Choose yes or no.' },
    de: { notYesOrNo: () => 'Wählen Sie ja oder nein.' },
  },
};
