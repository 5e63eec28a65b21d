import { expect, test } from 'vitest';
import { proposedType } from '../../../extension/options/fields/well-known.ts';

/** What fits an attribute that is a text of at most 64 characters, as Active Directory has its phone numbers. */
const anyText = ['text', 'multiline', 'select', 'multiselect', 'url', 'phone', 'email'];

test.each([
  ['telephoneNumber', 'phone'],
  ['MOBILE', 'phone'],
  ['mail', 'email'],
  ['wWWHomePage', 'url'],
  ['description', 'multiline'],
  ['title', 'text'],
])('F11 %s suggests the type %s, also where its schema knows but texts', (name, type) => {
  expect(proposedType({ name, fits: anyText })).toBe(type);
});

test('F11 a type that does not fit the attribute is not suggested', () => {
  expect(proposedType({ name: 'facsimileTelephoneNumber', fits: ['text'] })).toBe('text');
  expect(proposedType({ name: 'userPassword', fits: [] })).toBeUndefined();
});
