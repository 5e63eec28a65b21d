import type { FieldExamples } from '../field-kind.ts';
import type { DateSettings } from './schema.ts';

const bounded = { settings: { validation: { earliest: '2000-01-01', latest: '2000-12-31' } } };

export const dateExamples: FieldExamples<string, DateSettings> = {
  context: { settings: {} },
  accepted: [
    { input: '1980-05-23', value: '1980-05-23', written: ['19800523000000.0Z'] },
    { input: '2024-02-29', value: '2024-02-29', written: ['20240229000000.0Z'] },
    { input: '0001-01-01', value: '0001-01-01', written: ['00010101000000.0Z'] },
  ],
  refused: [
    { input: 19800523, rule: 'notADay' },
    { input: '', rule: 'notADay' },
    { input: '23.05.1980', rule: 'notADay' },
    { input: '2023-02-29', rule: 'notADay' },
    { input: '1980-05-23T00:00:00Z', rule: 'notADay' },
    { input: '19800-05-23', rule: 'notADay' },
    { input: '1999-12-31', rule: 'tooEarly', context: bounded },
    { input: '2001-01-01', rule: 'tooLate', context: bounded },
  ],
  found: [
    { values: [], value: undefined },
    { values: ['19800523000000Z'], value: '1980-05-23' },
    { values: ['198005232359Z'], value: '1980-05-23' },
    { values: ['1980052323+0200'], value: '1980-05-23' },
    { values: ['19800523235960,25-1130'], value: '1980-05-23' },
    { values: ['19800231000000Z'], value: '19800231000000Z' },
    { values: ['19800523'], value: '19800523' },
    { values: ['in May'], value: 'in May' },
  ],
  faultySettings: [
    { validation: { earliest: 'today' } },
    { validation: { earliest: '2023-02-29' } },
    { validation: { earliest: '2001-01-01', latest: '2000-01-01' } },
    { options: [] },
  ],
};
