import type { FieldExamples } from '../field-kind.ts';
import type { SelectSettings } from './schema.ts';

export const selectExamples: FieldExamples<string, SelectSettings> = {
  context: {
    settings: {
      options: [
        { value: 'Wiesbaden' },
        { value: 'Zürich', label: { en: 'Zurich', de: 'Zürich' } },
        { value: 'toString' },
      ],
    },
  },
  accepted: [
    { input: 'Wiesbaden', value: 'Wiesbaden', written: ['Wiesbaden'] },
    { input: 'Zürich', value: 'Zürich', written: ['Zürich'] },
    { input: 'toString', value: 'toString', written: ['toString'] },
  ],
  refused: [
    { input: 'wiesbaden', rule: 'notAnOption' },
    { input: 'Wiesbaden ', rule: 'notAnOption' },
    { input: 'constructor', rule: 'notAnOption' },
    { input: '', rule: 'notAnOption' },
    { input: 0, rule: 'notAnOption' },
    { input: ['Wiesbaden'], rule: 'notAnOption' },
  ],
  found: [
    { values: [], value: undefined },
    { values: ['Bonn'], value: 'Bonn' },
  ],
  faultySettings: [
    {},
    { options: [] },
    { options: [{ value: 'a' }, { value: 'a' }] },
    { options: [{ value: '' }] },
    { options: [{ value: 'a', label: {} }] },
    { options: ['a'] },
  ],
};
