import type { FieldExamples } from '../field-kind.ts';
import type { PhoneSettings } from './schema.ts';

export const phoneExamples: FieldExamples<string, PhoneSettings> = {
  context: { settings: {}, defaultCountry: 'DE' },
  accepted: [
    { input: '0611 7654321', value: '+49 611 7654321', written: ['+49 611 7654321'] },
    { input: '+49 (0)611 / 765-4321', value: '+49 611 7654321', written: ['+49 611 7654321'] },
    { input: '0044 20 7946 0018', value: '+44 20 7946 0018', written: ['+44 20 7946 0018'] },
    { input: '+1 212 555 0123 x12', value: '+1 212 555 0123 ext. 12', written: ['+1 212 555 0123 ext. 12'] },
    { input: '+49 611 7654321 ext. 12', value: '+49 611 7654321 ext. 12', written: ['+49 611 7654321 ext. 12'] },
  ],
  refused: [
    { input: 49611, rule: 'notText' },
    { input: '', rule: 'blank' },
    { input: 'call me', rule: 'phone' },
    { input: '12', rule: 'phone' },
    { input: '+999 123', rule: 'phone' },
    { input: 'my number is +49 611 7654321', rule: 'phone' },
    { input: '0611 7654321', rule: 'phoneWithoutCountry', context: { settings: {} } },
    { input: `+49 ${'1'.repeat(80)}`, rule: 'tooLong' },
    { input: '+49 611\u0000 7654321', rule: 'controlCharacter' },
  ],
  found: [
    { values: [], value: undefined },
    { values: ['0611/7654321'], value: '+49 611 7654321' },
    { values: ['+49 611 7654321'], value: '+49 611 7654321' },
    { values: ['intern 4711'], value: 'intern 4711' },
  ],
  faultySettings: [{ options: [] }, { validation: {} }],
};
