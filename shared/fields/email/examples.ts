import type { FieldExamples } from '../field-kind.ts';
import type { EmailSettings } from './schema.ts';

export const emailExamples: FieldExamples<string, EmailSettings> = {
  context: { settings: {} },
  accepted: [
    { input: 'jane@example.com', value: 'jane@example.com', written: ['jane@example.com'] },
    {
      input: ' Jane.Doe+box@mail.example.org\t',
      value: 'Jane.Doe+box@mail.example.org',
      written: ['Jane.Doe+box@mail.example.org'],
    },
    {
      input: "o'neil@xn--mller-kva.example",
      value: "o'neil@xn--mller-kva.example",
      written: ["o'neil@xn--mller-kva.example"],
    },
  ],
  refused: [
    { input: 7, rule: 'notText' },
    { input: '', rule: 'blank' },
    { input: 'jane', rule: 'email' },
    { input: 'jane@localhost', rule: 'email' },
    { input: 'jane@@example.com', rule: 'email' },
    { input: 'jane@example.com, max@example.com', rule: 'email' },
    { input: 'Jane <jane@example.com>', rule: 'email' },
    { input: 'jane@exam\nple.com', rule: 'email' },
    { input: 'müller@example.com', rule: 'email' },
    { input: 'jane@example.com\u0000', rule: 'controlCharacter' },
    { input: `${'j'.repeat(250)}@example.com`, rule: 'tooLong' },
  ],
  found: [
    { values: [], value: undefined },
    { values: ['Jane <jane@example.com>'], value: 'Jane <jane@example.com>' },
  ],
  faultySettings: [{ options: [] }, { validation: {} }],
};
