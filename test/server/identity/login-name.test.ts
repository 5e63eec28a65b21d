import { expect, test } from 'vitest';
import { countedName, isOfDomain, readLoginName } from '#server/identity/login-name.ts';

test.each([
  ['jane', 'jane', undefined],
  ['CORP\\jane', 'jane', 'CORP'],
  ['jane@corp.example', 'jane', 'corp.example'],
  [' CORP \\ jane ', 'jane', 'CORP'],
  ['a@b@c', 'a@b@c', undefined],
  ['CORP\\', 'CORP\\', undefined],
  ['@corp', '@corp', undefined],
  ['a\\b\\c', 'a\\b\\c', undefined],
])('%s is %s of the domain %s', (typed, bare, domain) => {
  expect(readLoginName(typed)).toEqual({ typed, bare, domain });
});

test.each([
  ['jane doe', ['JANE DOE', ' jane  doe ', 'jane\tdoe', 'CORP\\jane doe', 'Jane Doe@corp.example', 'ｊane doe']],
  ['straße', ['STRASSE', 'Straße']],
])('X4 %s is counted as one, however it is typed', (name, spellings) => {
  const counted = countedName(readLoginName(name));
  expect(spellings.filter((each) => countedName(readLoginName(each)) !== counted)).toEqual([]);
});

test('a domain is compared without case', () => {
  expect(isOfDomain(readLoginName('jane@Corp.Example'), ['CORP', 'corp.example'])).toBe(true);
  expect(isOfDomain(readLoginName('jane'), ['CORP'])).toBe(false);
});
