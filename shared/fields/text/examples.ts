import type { FieldExamples } from '../field-kind.ts';
import type { TextSettings } from './schema.ts';

const limited = { settings: { validation: { minLength: 2, maxLength: 8, pattern: '[A-Z].*' } } };

export const textExamples: FieldExamples<string, TextSettings> = {
  context: { settings: {} },
  accepted: [
    { input: 'Jürgen Groß', value: 'Jürgen Groß', written: ['Jürgen Groß'] },
    { input: 'Ju\u0308rgen', value: 'Ju\u0308rgen', written: ['Ju\u0308rgen'] },
    { input: ' two  blanks ', value: ' two  blanks ', written: [' two  blanks '] },
    { input: '李小龍 👩🏽‍🚀', value: '李小龍 👩🏽‍🚀', written: ['李小龍 👩🏽‍🚀'] },
    { input: '\ufeffmarked', value: '\ufeffmarked', written: ['\ufeffmarked'] },
    { input: '*)(uid=*', value: '*)(uid=*', written: ['*)(uid=*'] },
  ],
  refused: [
    { input: 42, rule: 'notText' },
    { input: ['a'], rule: 'notText' },
    { input: {}, rule: 'notText' },
    { input: ' \u00a0 ', rule: 'blank' },
    { input: 'a\u0000b', rule: 'controlCharacter' },
    { input: 'one\ntwo', rule: 'lineBreak' },
    { input: 'one\u2028two', rule: 'lineBreak' },
    { input: '\ud83d', rule: 'malformedText' },
    { input: 'x'.repeat(4097), rule: 'tooLong' },
    { input: 'Abcdefghi', rule: 'tooLong', context: limited },
    { input: 'A', rule: 'tooShort', context: limited },
    { input: 'abc', rule: 'pattern', context: limited },
  ],
  found: [
    { values: [], value: undefined },
    { values: ['first', 'second'], value: 'first' },
    { values: ['line\nbreak'], value: 'line\nbreak' },
  ],
  faultySettings: [
    { validation: { pattern: '(' } },
    { validation: { maxLength: -1 } },
    { validation: { minLength: 9, maxLength: 8 } },
    { validation: { maxLenght: 3 } },
    { options: [] },
  ],
};
