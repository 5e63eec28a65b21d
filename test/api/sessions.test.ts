import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { currentSession, ownSessions } from '#shared/contract/session.ts';
import { aGroup } from '#test/directories/people.ts';
import { activeDirectoryCompany, openLDAPCompany } from './company.ts';
import { type API, startAPI } from './start-api.ts';

type OpenLDAPCompany = Awaited<ReturnType<typeof openLDAPCompany>>;

let time = new Date('2026-05-23T12:00:00Z');
const pass = (minutes: number) => {
  time = new Date(time.getTime() + minutes * 60_000);
};
const statusOf = async (api: API, token: string) => (await api.call('GET', '/api/session', { token })).status;
const sessionsOf = async (api: API, token: string) =>
  ownSessions.parse((await api.call('GET', '/api/sessions', { token })).body).sessions;
const roleOf = async (api: API, token: string) =>
  currentSession.parse((await api.call('GET', '/api/session', { token })).body).user.role;

describe('sessions', () => {
  let company: OpenLDAPCompany;
  let api: API;
  let username: string;
  const signIn = () => api.signIn(username, company.password);

  beforeAll(async () => {
    company = await openLDAPCompany({
      globalConf: ['moduleload ppolicy'],
      databaseConf: ['overlay ppolicy', 'ppolicy_default "cn=policy,dc=example,dc=org"'],
      ldif: [
        'dn: cn=policy,dc=example,dc=org\nobjectClass: organizationalRole\nobjectClass: pwdPolicy\ncn: policy\npwdAttribute: userPassword\n\n',
      ],
    });
    api = await startAPI({
      companies: { hq: company },
      signIn: { sessionHours: 12, idleMinutes: 60 },
      roles: { helpdesk: ['group:cn=all-desks,ou=groups,dc=example,dc=org'] },
      now: () => time,
    });
  });
  beforeEach(async () => {
    username = await company.add();
  });
  afterAll(async () => {
    await api?.stop();
    await company?.stop();
  });
  const dn = () => `uid=${username},ou=people,dc=example,dc=org`;

  test('a session that nothing is asked with ends; one that is used goes on, up to its end', async () => {
    const [idle, used] = [await signIn(), await signIn()];
    for (let hour = 0; hour < 12; hour++) {
      expect([hour, await statusOf(api, used)]).toEqual([hour, 200]);
      pass(59);
    }
    expect(await statusOf(api, used)).toBe(200);
    expect(await statusOf(api, idle)).toBe(401);
    pass(12);
    expect(await statusOf(api, used)).toBe(401);
  });

  test('one sees where one is signed in, signs out there, or everywhere', async () => {
    const first = await signIn();
    pass(1);
    const headers = { 'User-Agent': 'Test/1.0' };
    const { body } = await api.call<{ token: string }>('POST', '/api/session', {
      body: { username, password: company.password },
      headers,
    });
    const listed = await sessionsOf(api, first);
    expect(listed).toMatchObject([{ client: 'Test/1.0', current: false }, { current: true }]);
    expect(JSON.stringify(listed)).not.toContain(first);
    const path = `/api/sessions/${listed[0]?.id}`;
    expect((await api.call('DELETE', path, { token: first })).status).toBe(204);
    expect(await statusOf(api, body.token)).toBe(401);
    expect((await api.call('DELETE', path, { token: first })).status).toBe(404);
    const third = await signIn();
    expect((await api.call('DELETE', '/api/sessions', { token: first })).status).toBe(204);
    expect([await statusOf(api, first), await statusOf(api, third)]).toEqual([401, 401]);
  });

  test('nobody ends the session of another', async () => {
    const mine = await signIn();
    const [session] = await sessionsOf(api, mine);
    const other = await api.signIn(await company.add(), company.password);
    expect((await api.call('DELETE', `/api/sessions/${session?.id}`, { token: other })).status).toBe(404);
    expect(await statusOf(api, mine)).toBe(200);
  });

  test('S6 whoever is hidden is out at once', async () => {
    const token = await signIn();
    const { user } = currentSession.parse((await api.call('GET', '/api/session', { token })).body);
    const person = await api.store.people.byId(user.id);
    await company.slapd.ldapmodify(`dn: ${dn()}\nchangetype: delete\n`);
    expect((await api.call('GET', '/api/me/profile?refresh=1', { token })).status).toBe(404);
    expect(person?.directory).toBe('hq');
    expect(await statusOf(api, token)).toBe(401);
  });

  test.each([
    [
      'locked',
      (at: string) => `dn: ${at}\nchangetype: modify\nadd: pwdAccountLockedTime\npwdAccountLockedTime: 000001010000Z\n`,
    ],
    ['removed', (at: string) => `dn: ${at}\nchangetype: delete\n`],
  ])('X4 whoever is %s in the directory is out within a quarter of an hour, whatever they ask', async (_, change) => {
    const token = await signIn();
    await company.slapd.ldapmodify(change(dn()));
    pass(14);
    expect(await statusOf(api, token)).toBe(200);
    pass(1);
    expect(await statusOf(api, token)).toBe(401);
  });

  test('a new password ends the sessions from before it, not the one after', async () => {
    // ppolicy sets pwdChangedTime with each new password, to the second.
    await company.replace(username, 'userPassword', ['first-fake-password']);
    const before = await api.signIn(username, 'first-fake-password');
    await api.call('GET', '/api/me/profile?refresh=1', { token: before });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await company.replace(username, 'userPassword', ['second-fake-password']);
    const after = await api.signIn(username, 'second-fake-password');
    expect((await api.call('GET', '/api/me/profile?refresh=1', { token: after })).status).toBe(200);
    expect([await statusOf(api, before), await statusOf(api, after)]).toEqual([401, 200]);
  });

  test('P5 a role is that of the groups of today, groups within groups counted, at a refresh a minute later', async () => {
    const token = await signIn();
    expect(await roleOf(api, token)).toBe('employee');
    const add = (cn: string, members: readonly string[]) =>
      company.slapd.ldapmodify(aGroup(cn, members).replace('\n', '\nchangetype: add\n'));
    const groups = 'ou=groups,dc=example,dc=org';
    await add('ring', [`cn=ring,${groups}`, dn()]);
    await add('desk', [`cn=ring,${groups}`]);
    await add('all-desks', [`cn=desk,${groups}`]);
    pass(1);
    await api.call('GET', '/api/me/profile?refresh=1', { token });
    expect(await roleOf(api, token)).toBe('helpdesk');
    expect(await roleOf(api, await signIn())).toBe('helpdesk');
    await company.slapd.ldapmodify(`dn: cn=desk,${groups}\nchangetype: delete\n`);
    pass(16);
    expect(await roleOf(api, token)).toBe('employee');
  });

  test('S9 X4 an opened profile writes nothing where the directory says what it said before', async () => {
    const token = await signIn();
    const open = () => api.call('GET', '/api/me/profile?refresh=1', { token });
    await open();
    const file = new SQLite(join(api.folder, 'nameplate.db'));
    // https://www.sqlite.org/pragma.html#pragma_data_version: rises when another connection has committed a change.
    const version = () => file.pragma('data_version', { simple: true });
    const before = version();
    for (let times = 0; times < 3; times++) expect((await open()).status).toBe(200);
    expect(version()).toBe(before);
    pass(1);
    await open();
    expect(version()).not.toBe(before);
    file.close();
  });

  test('while the directory cannot be asked, a session goes on as it was', async () => {
    const token = await signIn();
    const { directories, ...rest } = await api.configuration();
    const away = directories.map((directory) => ({ ...directory, url: 'ldap://127.0.0.1:1' }));
    await api.configure({ ...rest, directories: away });
    pass(16);
    expect(await statusOf(api, token)).toBe(200);
    await api.configure({ ...rest, directories });
    await company.slapd.ldapmodify(`dn: ${dn()}\nchangetype: delete\n`);
    pass(2);
    expect(await statusOf(api, token)).toBe(401);
  });
});

test('P6 Active Directory: whoever is disabled is out at the next refresh, a new password ends older sessions', async () => {
  const company = await activeDirectoryCompany();
  const api = await startAPI({ companies: { hq: company }, now: () => time });
  try {
    const username = await company.add();
    const [first, second] = [
      await api.signIn(username, company.password),
      await api.signIn(username, company.password),
    ];
    await company.replace(username, 'pwdLastSet', ['0']);
    pass(16);
    expect(await statusOf(api, first)).toBe(401);
    expect(await statusOf(api, second)).toBe(401);
    const other = await company.add();
    const token = await api.signIn(other, company.password);
    const open = () => api.call('GET', '/api/me/profile?refresh=1', { token });
    for (let times = 0; times < 2; times++) expect((await open()).status).toBe(200);
    expect(await statusOf(api, token)).toBe(200);
    await company.replace(other, 'userAccountControl', ['514']);
    expect((await open()).status).toBe(200);
    expect(await statusOf(api, token)).toBe(401);
    expect(
      (await api.call('POST', '/api/session', { body: { username: other, password: company.password } })).status,
    ).toBe(401);
  } finally {
    await api.stop();
    await company.stop();
  }
});
