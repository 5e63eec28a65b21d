import { expect, test } from 'vitest';
import { searchActiveDirectory } from './active-directory.ts';
import { startOpenLDAP } from './openldap.ts';
import { sharedActiveDirectory } from './shared-active-directory.ts';

test('a throw-away OpenLDAP holds its seed, keeps it over a restart, and is gone when stopped', async () => {
  const directory = await startOpenLDAP({ tls: true });
  expect(await directory.ldapsearch('(uid=jane)', 'telephoneNumber')).toContain('telephoneNumber: +49 611 1234567');
  await directory.restart();
  expect(await directory.ldapsearch('(uid=jane)', 'cn')).toContain('cn: Jane Doe');
  await directory.stop();
  await expect(directory.ldapsearch('(uid=jane)')).rejects.toThrow("Can't contact LDAP server");
});

test('the shared Active Directory answers over LDAPS with its certificate checked', async () => {
  const directory = await sharedActiveDirectory();
  expect(await searchActiveDirectory(directory, '-b', '', '-s', 'base', 'dnsHostName')).toContain('dc1.corp.example');
});
