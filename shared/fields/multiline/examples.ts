import type { FieldExamples } from '../field-kind.ts';
import type { MultilineSettings } from './schema.ts';

export const multilineExamples: FieldExamples<string, MultilineSettings> = {
  context: { settings: {} },
  accepted: [
    { input: 'one\ntwo', value: 'one\ntwo', written: ['one\ntwo'] },
    { input: 'one\r\n\r\ntwo\n', value: 'one\r\n\r\ntwo\n', written: ['one\r\n\r\ntwo\n'] },
    { input: '\tindented', value: '\tindented', written: ['\tindented'] },
  ],
  refused: [
    { input: null, rule: 'notText' },
    { input: true, rule: 'notText' },
    { input: '\n \n', rule: 'blank' },
    { input: 'bell\u0007', rule: 'controlCharacter' },
    { input: '\udc00', rule: 'malformedText' },
    { input: 'x'.repeat(4097), rule: 'tooLong' },
    { input: 'four', rule: 'tooLong', context: { settings: { validation: { maxLength: 3 } } } },
    { input: 'ab', rule: 'tooShort', context: { settings: { validation: { minLength: 3 } } } },
  ],
  found: [
    { values: [], value: undefined },
    { values: ['a\r\nb'], value: 'a\r\nb' },
  ],
  faultySettings: [
    { validation: { pattern: '.*' } },
    { validation: 3 },
    { validation: { maxLength: 1e9 } },
    { validation: { minLength: 2, maxLength: 1 } },
  ],
};
