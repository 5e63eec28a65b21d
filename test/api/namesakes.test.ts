import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { currentSession } from '#shared/contract/session.ts';
import { openLDAPCompany } from './company.ts';
import { type API, startAPI } from './start-api.ts';

describe('namesakes in two directories', () => {
  let hq: Awaited<ReturnType<typeof openLDAPCompany>>;
  let partner: Awaited<ReturnType<typeof openLDAPCompany>>;
  let api: API;
  let time = new Date('2026-05-23T12:00:00Z');
  const names = ['boss', 'clerk', 'solo'] as const;
  const dn = (name: string) => `uid=${name},ou=people,dc=example,dc=org`;
  beforeAll(async () => {
    [hq, partner] = await Promise.all([
      openLDAPCompany({
        globalConf: ['moduleload ppolicy'],
        databaseConf: ['overlay ppolicy', 'ppolicy_default "cn=policy,dc=example,dc=org"'],
        ldif: [
          'dn: cn=policy,dc=example,dc=org\nobjectClass: organizationalRole\nobjectClass: pwdPolicy\ncn: policy\npwdAttribute: userPassword\n\n',
        ],
      }),
      openLDAPCompany({ ldif: [] }),
    ]);
    const add = (company: typeof hq, uid: string, userPassword: string) =>
      company.slapd.ldapmodify(
        `dn: ${dn(uid)}\nchangetype: add\nobjectClass: inetOrgPerson\nuid: ${uid}\ncn: ${uid}\nsn: ${uid}\nuserPassword: ${userPassword}\n`,
      );
    for (const name of names) {
      if (name !== 'solo') await add(hq, name, 'fake-password-of-hq');
      await add(partner, name, 'fake-password-of-partner');
    }
    api = await startAPI({
      companies: { hq, partner },
      signIn: { header: { name: 'Remote-User', from: ['127.0.0.1'] } },
      now: () => time,
    });
  });
  beforeEach(async () => {
    const { roles: _, ...rest } = await api.configuration();
    await api.configure({ ...rest, roles: { admin: ['user:boss', 'user:solo'] } });
  });
  afterAll(async () => {
    await api?.stop();
    await hq?.stop();
    await partner?.stop();
  });

  const byHeader = (name: string) => api.call('POST', '/api/session/header', { headers: { 'Remote-User': name } });
  const userOf = async (token: string) =>
    currentSession.parse((await api.call('GET', '/api/session', { token })).body).user;

  test('D2 P5 a role of a user name is that of the first directory with this name, not of a namesake in a later one', async () => {
    const boss = await userOf(await api.signIn('boss', 'fake-password-of-hq'));
    const namesake = await userOf(await api.signIn('boss', 'fake-password-of-partner'));
    const solo = await userOf(await api.signIn('solo', 'fake-password-of-partner'));
    expect([boss, namesake, solo].map(({ directory, role }) => [directory, role])).toEqual([
      ['hq', 'systemAdmin'],
      ['partner', 'employee'],
      ['partner', 'systemAdmin'],
    ]);
  });

  test('P5 a role that the lists no longer give is gone at once, also while the directory cannot be asked', async () => {
    const token = await api.signIn('boss', 'fake-password-of-hq');
    expect((await userOf(token)).role).toBe('systemAdmin');
    const { roles: _, ...rest } = await api.configuration();
    await hq.slapd.kill();
    try {
      await api.configure({ ...rest, roles: { admin: ['user:solo'], helpdesk: ['user:boss'] } });
      expect((await userOf(token)).role).toBe('helpdesk');
      await api.configure({ ...rest, roles: { admin: ['user:solo'] } });
      expect((await userOf(token)).role).toBe('employee');
    } finally {
      await hq.slapd.restart();
    }
  });

  test('P6 whom a proxy names is whom the first directory has: while that is away, or has blocked them, nobody comes in', async () => {
    expect((await byHeader('clerk')).body).toMatchObject({ user: { directory: 'hq' } });
    await hq.slapd.ldapmodify(
      `dn: ${dn('clerk')}\nchangetype: modify\nadd: pwdAccountLockedTime\npwdAccountLockedTime: 000001010000Z\n`,
    );
    expect((await byHeader('clerk')).body).toMatchObject({ status: 403, rule: 'unknownPerson' });
    await hq.slapd.kill();
    try {
      expect((await byHeader('clerk')).body).toMatchObject({ status: 503 });
    } finally {
      await hq.slapd.restart();
    }
    time = new Date(time.getTime() + 3_600_000);
    expect((await byHeader('solo')).body).toMatchObject({ user: { directory: 'partner' } });
  });
});
