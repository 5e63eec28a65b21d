import { expect, test } from 'vitest';
import { allMembers, closestMember, knownMembers } from '#server/configuration/known-members.ts';

test('the members that are known at a path are those of the schema', () => {
  expect(knownMembers([], {})).toEqual(['directories', 'fields', 'settings', 'roles', 'signIn']);
  expect(knownMembers(['directories', 0, 'bindPassword'], {})).toEqual(['env', 'encrypted']);
  expect(knownMembers(['nonsense'], {})).toEqual([]);
});

test('where several types may stand, the members are those of the type that the document says', () => {
  const document = { fields: [{ type: 'select' }, { type: 'text', source: { kind: 'local' } }] };
  expect(knownMembers(['fields', 0], document)).toContain('options');
  expect(knownMembers(['fields', 1], document)).not.toContain('options');
  expect(knownMembers(['fields', 1, 'source'], document)).toEqual(['kind']);
});

test('all members are listed once, by their path', () => {
  const members = allMembers();
  expect(members).toEqual(expect.arrayContaining(['directories[].url', 'fields[].options[].label.de', 'roles.admin']));
  expect(new Set(members).size).toBe(members.length);
});

test.each([
  ['pagesize', 'pageSize'],
  ['userFiter', 'userFilter'],
  ['basedn', 'baseDN'],
  ['pge', undefined],
  ['', undefined],
  ['constructor', undefined],
])('who writes %s means %s', (name, meant) => {
  expect(closestMember(name, ['pageSize', 'userFilter', 'baseDN', 'url'])).toBe(meant);
});
