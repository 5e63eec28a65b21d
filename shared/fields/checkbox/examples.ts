import type { FieldExamples } from '../field-kind.ts';
import type { CheckboxSettings } from './schema.ts';

export const checkboxExamples: FieldExamples<boolean | string, CheckboxSettings> = {
  context: { settings: {} },
  accepted: [
    { input: true, value: true, written: ['TRUE'] },
    { input: false, value: false, written: ['FALSE'] },
  ],
  refused: [
    { input: 'TRUE', rule: 'notYesOrNo' },
    { input: 1, rule: 'notYesOrNo' },
    { input: null, rule: 'notYesOrNo' },
  ],
  found: [
    { values: [], value: undefined },
    { values: ['true'], value: true },
    { values: ['FALSE'], value: false },
    { values: ['yes'], value: 'yes' },
  ],
  faultySettings: [{ options: [] }, { validation: {} }],
};
