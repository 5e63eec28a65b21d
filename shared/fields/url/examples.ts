import type { FieldExamples } from '../field-kind.ts';
import type { UrlSettings } from './schema.ts';

export const urlExamples: FieldExamples<string, UrlSettings> = {
  context: { settings: {} },
  accepted: [
    { input: 'https://example.com', value: 'https://example.com', written: ['https://example.com'] },
    {
      input: ' http://intranet/jane?x=1#top\n',
      value: 'http://intranet/jane?x=1#top',
      written: ['http://intranet/jane?x=1#top'],
    },
    { input: 'HTTPS://Müller.example/ä', value: 'HTTPS://Müller.example/ä', written: ['HTTPS://Müller.example/ä'] },
  ],
  refused: [
    { input: true, rule: 'notText' },
    { input: ' ', rule: 'blank' },
    { input: 'example.com', rule: 'url' },
    { input: 'javascript:alert(1)', rule: 'url' },
    { input: 'https:example.com', rule: 'url' },
    { input: 'https:\\\\example.com', rule: 'url' },
    { input: 'data:text/html,x', rule: 'url' },
    { input: 'ftp://example.com', rule: 'url' },
    { input: 'https://', rule: 'url' },
    { input: 'https://two words.example', rule: 'url' },
    { input: 'https://example.com\u0000', rule: 'controlCharacter' },
    { input: 'https://bank.example@evil.example/', rule: 'urlSignIn' },
    { input: `https://example.com/${'x'.repeat(2048)}`, rule: 'tooLong' },
  ],
  found: [
    { values: [], value: undefined },
    { values: ['javascript:alert(1)'], value: 'javascript:alert(1)' },
    { values: ['https://example.com Jane'], value: 'https://example.com Jane' },
  ],
  faultySettings: [{ options: [] }, { validation: {} }],
};
