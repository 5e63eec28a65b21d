import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { childDN } from '#demo/ldif/distinguished-name.ts';
import { type LDIFEntry, ldifRecord } from '#demo/ldif/ldif-record.ts';
import { startOpenLDAP } from '#test/directories/openldap.ts';
import { readLDIF } from './read-ldif.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...' #+,"\\;<>=:\n\r\tä😀-*()'), minLength: 1, maxLength: 12 }),
);
const peopleDN = 'ou=people,dc=example,dc=org';

const someEntries = fc
  .array(
    fc.record({ name: anyText, description: anyText, audio: fc.uint8Array({ minLength: 1 }), atEnd: fc.boolean() }),
    {
      minLength: 40,
      maxLength: 80,
    },
  )
  .map((drafts) =>
    drafts.map(({ name, description, audio, atEnd }, index): LDIFEntry => {
      // Directories take names that differ in case or marks alone as the same: a number keeps them apart.
      const cn = atEnd ? `${name}-${index}-` : `-${index}-${name}`;
      return {
        dn: childDN('cn', cn, peopleDN),
        attributes: {
          objectClass: ['inetOrgPerson'],
          cn: [cn],
          sn: ['x'],
          employeeNumber: [String(index)],
          description: [description],
          audio: [audio],
        },
      };
    }),
  );

test('whatever is written as LDIF and added comes back from ldapsearch byte for byte, under the name that was meant', async () => {
  await fc.assert(
    fc.asyncProperty(someEntries, async (entries) => {
      const directory = await startOpenLDAP({ ldif: entries.map(ldifRecord).join('') });
      try {
        const found = readLDIF(await directory.ldapsearch('(objectClass=inetOrgPerson)'));
        const byNumber = new Map([...found.values()].map((entry) => [entry.get('employeeNumber')?.toString(), entry]));
        expect(byNumber.size).toBe(entries.length);
        for (const { attributes } of entries) {
          const entry = byNumber.get(String(attributes.employeeNumber));
          for (const name of ['cn', 'description', 'audio']) {
            expect(entry?.get(name)).toEqual(attributes[name]?.map((value) => Buffer.from(value as string)));
          }
        }
        for (const { dn, attributes } of entries.slice(0, 8)) {
          const one = readLDIF(await directory.ldapsearch('-b', dn, '-s', 'base', 'employeeNumber'));
          expect([...one.values()].map((entry) => String(entry.get('employeeNumber')))).toEqual(
            attributes.employeeNumber,
          );
        }
      } finally {
        await directory.stop();
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

test('RFC 2849: no line is longer than 76 columns, and a longer one goes on behind a blank', () => {
  fc.assert(
    fc.property(anyText, (description) => {
      const record = ldifRecord({ dn: peopleDN, attributes: { description: [description] } });
      const lines = record.split('\n');
      expect(lines.filter((line) => line.length > 76 || /[^\x20-\x7e]/.test(line))).toEqual([]);
      expect(lines.slice(-2)).toEqual(['', '']);
    }),
  );
});
