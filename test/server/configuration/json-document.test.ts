import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJSON } from '#server/configuration/json-document.ts';

function faultsIn(text: string): string[] {
  const document = readJSON(text);
  const faults = 'faults' in document ? document.faults : document.oddities;
  return faults.map(({ line, column, path, message }) => `${line}:${column} ${path} ${message}`);
}

test.each([
  ['', '1:1  the file is empty'],
  [' \n', '1:1  the file is empty'],
  ['nil', '1:1  this is no JSON'],
  ['{', '1:2  a closing } is missing'],
  ['[1', '1:3  a closing ] is missing'],
  ['{"a" 1}', '1:6  a colon is expected here'],
  ['{"a":1 "b":2}', '1:8  a comma is expected here'],
  ['{"a":1,}', '1:8  a member name in double quotes is expected here'],
  ['[1,]', '1:4  a value is expected here'],
  ['{a:1}', '1:2  '],
  ["{'a':1}", '1:2  '],
  ['{} {}', '1:4  the document ended before this'],
  ['{\n  // why\n}', '2:3  JSON has no comments'],
  ['{\r\n  /* why */\r\n}', '2:3  JSON has no comments'],
  ['"a', '1:1  the closing quote of this text is missing'],
  ['"\\x"', '1:1  this backslash begins nothing that JSON knows'],
  ['"\\u12"', '1:1  this \\u is not followed by four hexadecimal digits'],
  ['"\u0001"', '1:1  this text contains a control character'],
  ['{"a":1,"b":2,\n"a":3}', '2:1 a is given twice'],
  ['{"x":[{"__proto__":1}]}', '1:8 x[0].__proto__ is a name that no member may have'],
])('%j is refused: %s', (text, fault) => {
  expect(faultsIn(text)[0]).toContain(fault);
});

test('a document that nests 5,000 deep is refused, not a crash', () => {
  expect(faultsIn('['.repeat(5000))).toEqual(['1:101  nests deeper than 100 levels']);
  expect(faultsIn('{"a":'.repeat(5000))).toEqual(['1:501  nests deeper than 100 levels']);
});

test('it accepts what JSON.parse accepts, and nothing else', () => {
  const document = fc.json({ maxDepth: 5 });
  const broken = fc
    .tuple(document, fc.nat(), fc.constantFrom('', ',', '}', '"', '\\', '0', '\u0000', ' ', 'e', '-', '/'))
    .map(([text, at, inserted]) => {
      const index = at % (text.length + 1);
      return text.slice(0, index) + inserted + text.slice(index + 1);
    });
  fc.assert(
    fc.property(fc.oneof(document, broken, fc.string()), (text) => {
      const read = readJSON(text);
      if ('value' in read) expect(read.value).toEqual(JSON.parse(text));
      else expect(() => JSON.parse(text)).toThrow(SyntaxError);
    }),
    { numRuns: 2000 },
  );
});
