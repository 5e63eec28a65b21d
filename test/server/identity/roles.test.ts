import { expect, test } from 'vitest';
import { groupsWithRoles, roleOf } from '#server/identity/roles.ts';

const it = 'cn=it,dc=example,dc=org';
const members = { systemAdmin: [], admin: ['user:jdoe', `group:${it}`], helpdesk: ['user:erika', 'user:jdoe'] };

test('P5 a role comes from the list of usernames, whatever their case, or from a group; the highest counts', () => {
  expect(roleOf('Erika', [], members)).toBe('helpdesk');
  expect(roleOf('jdoe', [], { ...members, systemAdmin: ['user:root'] })).toBe('admin');
  expect(roleOf('max', [it], { ...members, systemAdmin: ['user:root'] })).toBe('admin');
  expect(roleOf('max', [], members)).toBe('employee');
});

test('P5 every admin is a system admin until a company lists its system admins', () => {
  expect(roleOf('jdoe', [], members)).toBe('systemAdmin');
  expect(roleOf('jdoe', [], { ...members, systemAdmin: ['user:root'] })).toBe('admin');
});

test('only groups that give a role are asked about', () => {
  expect(groupsWithRoles(members)).toEqual([it]);
});
