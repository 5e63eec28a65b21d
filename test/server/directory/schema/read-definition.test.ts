import { expect, test } from 'vitest';
import { readSubschema } from '#server/directory/schema/openldap-schema.ts';
import { readDefinition } from '#server/directory/schema/read-definition.ts';

test('F11 a definition of RFC 4512 is read by its keywords: lists, quotes, flags, escapes', () => {
  const text = `( 2.5.4.3 NAME ( 'cn' 'commonName' ) DESC 'it\\27s a (name) $ \\5c' SUP name
    SYNTAX 1.3.6.1{64} SINGLE-VALUE USAGE userApplications X-ORIGIN ( 'RFC 4519' 'other' ) )`;
  const definition = readDefinition(text);
  expect(definition?.oid).toBe('2.5.4.3');
  expect(Object.fromEntries(definition?.members ?? [])).toEqual({
    NAME: ['cn', 'commonName'],
    DESC: ["it's a (name) $ \\"],
    SUP: ['name'],
    SYNTAX: ['1.3.6.1{64}'],
    'SINGLE-VALUE': [],
    USAGE: ['userApplications'],
    'X-ORIGIN': ['RFC 4519', 'other'],
  });
});

test.each(['', 'cn', '( )', '( 2.5.4.3 NAME cn', ')', "( 2.5.4.3 NAME ( 'cn' "])('%j is none', (text) => {
  expect(readDefinition(text)).toBeUndefined();
});

test('F11 syntax, length and equality come from the superior; a circle of superiors ends', () => {
  const schema = readSubschema(
    [
      "( 1 NAME 'name' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15{32768} )",
      "( 2 NAME ( 'cn' 'commonName' ) SUP name )",
      "( 3 NAME 'round' SUP about )",
      "( 4 NAME 'about' SUP round )",
    ],
    [
      "( 5 NAME 'top' ABSTRACT MUST objectClass )",
      "( 6 NAME 'person' SUP top STRUCTURAL MAY ( description $ commonName ) )",
      "( 7 NAME 'employee' SUP person STRUCTURAL )",
    ],
  );
  const cn = schema.find('COMMONNAME;lang-de');
  expect(cn).toMatchObject({
    name: 'cn',
    syntax: 'directoryString',
    maxLength: 32_768,
    equality: 'caseIgnoreMatch',
    objectClasses: ['person'],
  });
  expect(schema.find('round')).toMatchObject({ syntax: 'other', equality: undefined });
  expect(cn && schema.isAllowed(cn, ['employee'])).toBe(true);
  expect(cn && schema.isAllowed(cn, ['top'])).toBe(false);
  expect(cn && schema.isAllowed(cn, ['extensibleObject'])).toBe(true);
});
