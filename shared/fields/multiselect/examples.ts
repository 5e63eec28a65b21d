import type { FieldExamples } from '../field-kind.ts';
import type { MultiselectSettings } from './schema.ts';

const settings = {
  options: [{ value: 'German' }, { value: 'English', label: { de: 'Englisch' } }, { value: 'Türkçe' }],
};

export const multiselectExamples: FieldExamples<readonly string[], MultiselectSettings> = {
  context: { settings },
  accepted: [
    { input: ['German'], value: ['German'], written: ['German'] },
    { input: ['Türkçe', 'German', 'German'], value: ['German', 'Türkçe'], written: ['German', 'Türkçe'] },
  ],
  refused: [
    { input: 'German', rule: 'notOptions' },
    { input: [], rule: 'notOptions' },
    { input: ['german'], rule: 'notOptions' },
    { input: [['German']], rule: 'notOptions' },
    { input: ['German', 'Klingon'], rule: 'notOptions' },
    { input: ['German', 'Elvish'], rule: 'notOptions', context: { settings, seen: ['Klingon'] } },
    { input: ['German', 'Klingon'], rule: 'notOptions', context: { settings, seen: 'Klingon' } },
  ],
  found: [
    { values: [], value: undefined },
    { values: ['Klingon', 'Türkçe', 'Elvish', 'German'], value: ['German', 'Türkçe', 'Elvish', 'Klingon'] },
  ],
  faultySettings: [
    {},
    { options: [] },
    { options: [{ value: '' }] },
    { options: [{ value: 'a' }, { value: 'a' }] },
    { options: [{ value: 'a' }], validation: {} },
  ],
};
