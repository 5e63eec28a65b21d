import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personCodec } from '#shared/fields/person/codec.ts';
import { escapeRDN } from '#test/directories/ldif.ts';

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() === text);

test('F2 somebody unknown goes by the name in their DN, whatever characters it has (RFC 4514)', () => {
  fc.assert(
    fc.property(name, fc.constantFrom('cn', 'CN', 'uid', '2.5.4.3'), (displayName, type) => {
      const dn = `${type}=${escapeRDN(displayName)},ou=People\\, more,dc=example`;
      expect(personCodec.decode([dn], { settings: {} })).toEqual({ id: null, displayName });
    }),
  );
});

test('F2 a DN is never shown as such, not even one of which nothing is known', () => {
  fc.assert(
    fc.property(name, (value) => {
      const shown = personCodec.decode([`cn=${escapeRDN(value)},dc=secret-suffix,dc=example`], { settings: {} });
      expect(shown?.displayName).not.toContain('dc=secret-suffix');
    }),
  );
});
