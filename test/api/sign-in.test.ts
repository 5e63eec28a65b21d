import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Profile, Saved } from '#shared/contract/profile.ts';
import { currentSession, session as sessionSchema } from '#shared/contract/session.ts';
import { aGroup } from '#test/directories/people.ts';
import { activeDirectoryCompany, type Company, openLDAPCompany } from './company.ts';
import { type API, fieldOf, startAPI } from './start-api.ts';

describe.each([
  ['OpenLDAP', openLDAPCompany],
  ['Active Directory', activeDirectoryCompany],
])('signing in to %s', (_name, startCompany) => {
  let company: Company;
  let api: API;
  let username: string;
  beforeAll(async () => {
    company = await startCompany();
    api = await startAPI({ companies: { hq: company } });
    username = await company.add({ sn: 'Groß', displayName: 'Jürgen Groß' });
  });
  afterAll(async () => {
    await api?.stop();
    await company?.stop();
  });

  const attempt = (name: unknown, password: unknown) =>
    api.call('POST', '/api/session', { body: { username: name, password } });

  test('P6 the directory password opens a session that tells who it is', async () => {
    const { status, body } = await attempt(username, company.password);
    expect(status).toBe(201);
    const { token, user } = sessionSchema.parse(body);
    expect(user).toMatchObject({ username, displayName: 'Jürgen Groß', directory: 'hq', role: 'employee' });
    expect(currentSession.parse((await api.call('GET', '/api/session', { token })).body).user).toEqual(user);
  });

  test('an unknown name and a wrong password get one and the same answer', async () => {
    const wrong = await attempt(username, 'not-the-password');
    expect(wrong.status).toBe(401);
    for (const name of [
      `${username}x`,
      '*',
      `${username})(objectClass=*`,
      `uid=${username},ou=people,dc=example,dc=org`,
      'PLAIN',
      'EXTERNAL',
      ' ',
      '\\2a',
      '\u0000',
    ]) {
      expect([name, (await attempt(name, company.password)).body]).toEqual([name, wrong.body]);
    }
  });

  test('P6 an empty password is refused before it reaches the directory, whatever the name', async () => {
    expect((await attempt(username, '')).body).toMatchObject({ status: 400, field: 'password' });
    expect((await attempt(username, '\u0000')).status).toBe(401);
    expect((await attempt(username, undefined)).body).toMatchObject({ status: 400, field: 'password' });
  });

  test('signing out makes the token worthless', async () => {
    const token = await api.signIn(username, company.password);
    expect((await api.call('DELETE', '/api/session', { token })).status).toBe(204);
    expect((await api.call('GET', '/api/session', { token })).status).toBe(401);
  });
});

describe('who may do what', () => {
  let company: Awaited<ReturnType<typeof openLDAPCompany>>;
  let api: API;
  let employee: string;
  let agent: string;
  beforeAll(async () => {
    company = await openLDAPCompany();
    employee = await company.add({ title: 'Baker' });
    agent = await company.add();
    const desk = 'cn=desk,ou=groups,dc=example,dc=org';
    await company.slapd.ldapmodify(
      aGroup('desk', [`uid=${agent},ou=people,dc=example,dc=org`]).replace('\n', '\nchangetype: add\n'),
    );
    api = await startAPI({ companies: { hq: company }, roles: { helpdesk: [`group:${desk}`] } });
    await api.addLocalAdmin('root', 'local-password');
  });
  afterAll(async () => {
    await api?.stop();
    await company?.stop();
  });

  const userOf = async (token: string) =>
    currentSession.parse((await api.call('GET', '/api/session', { token })).body).user;

  test('P5 a group of the directory makes helpdesk, which changes a profile for a reason', async () => {
    const { id } = await userOf(await api.signIn(employee, company.password));
    const token = await api.signIn(agent, company.password);
    expect((await userOf(token)).role).toBe('helpdesk');
    const path = `/api/people/${id}/profile`;
    const changes = { title: { from: 'Baker', to: 'Chef' } };
    const unreasoned = await api.call('PATCH', path, { token, body: { changes } });
    expect(unreasoned.body).toMatchObject({ status: 422, field: 'reason', rule: 'required' });
    expect(await company.values(employee, 'title')).toEqual(['Baker']);
    expect((await api.call('PATCH', path, { token, body: { changes, reason: 'asked by phone' } })).status).toBe(200);
    expect(await company.values(employee, 'title')).toEqual(['Chef']);
  });

  test('P2 an employee reaches nobody else', async () => {
    const { id } = await userOf(await api.signIn(agent, company.password));
    const token = await api.signIn(employee, company.password);
    expect((await api.call('GET', `/api/people/${id}/profile`, { token })).status).toBe(403);
    const body = { changes: { title: { from: null, to: 'x' } }, reason: 'x' };
    expect((await api.call('PATCH', `/api/people/${id}/profile`, { token, body })).status).toBe(403);
    expect(await company.values(agent, 'title')).toEqual([]);
  });

  test('P1 an employee reaches the own profile by its id, too', async () => {
    const token = await api.signIn(employee, company.password);
    const path = `/api/people/${(await userOf(token)).id}/profile`;
    const { status, body } = await api.call<Profile>('GET', path, { token });
    expect([status, body.person.username]).toEqual([200, employee]);
    const title = fieldOf(body, 'title').value;
    const saved = await api.call<Saved>('PATCH', path, {
      token,
      body: { changes: { title: { from: title, to: 'Cook' } } },
    });
    expect([saved.status, saved.body.outcomes.title?.status]).toEqual([200, 'saved']);
    expect(await company.values(employee, 'title')).toEqual(['Cook']);
  });

  test('D3 the bootstrap admin is in no directory: local values are kept here, and nothing is written anywhere', async () => {
    const token = await api.signIn('ROOT', 'local-password');
    expect(await userOf(token)).toMatchObject({ username: 'root', directory: null, role: 'systemAdmin' });
    const { status, body } = await api.save(token, {
      nickname: { from: null, to: 'Rooty' },
      title: { from: null, to: 'Boss' },
    });
    expect([status, body.outcomes.nickname?.status, body.outcomes.title?.status]).toEqual([200, 'saved', 'saved']);
    expect(await company.slapd.ldapsearch('(title=Boss)', 'dn')).toBe('');
    expect(
      (await api.call('POST', '/api/session', { body: { username: 'root', password: 'wrong-password' } })).status,
    ).toBe(401);
  });

  test('P5 a local admin is a system admin like everybody else: until others are listed, or by being listed', async () => {
    const roleOfRoot = async (systemAdmin: string[]) => {
      const { roles, ...rest } = await api.configuration();
      await api.configure({ ...rest, roles: { ...roles, systemAdmin } });
      return (await userOf(await api.signIn('root', 'local-password'))).role;
    };
    expect(await roleOfRoot(['user:somebody'])).toBe('admin');
    expect(await roleOfRoot(['user:Root'])).toBe('systemAdmin');
    expect(await roleOfRoot([])).toBe('systemAdmin');
  });

  test('F7 while writing is off globally, nothing is written, whatever a field says', async () => {
    const token = await api.signIn(agent, company.password);
    const { settings, ...rest } = await api.configuration();
    await api.configure({ ...rest, settings: { ...settings, writeEnabled: false } });
    const { body } = await api.call('PATCH', '/api/me/profile', {
      token,
      body: { changes: { title: { from: null, to: 'x' } } },
    });
    expect(body).toMatchObject({ status: 403, field: 'title', rule: 'writingDisabled' });
    await api.configure({ ...rest, settings: { ...settings, writeEnabled: true } });
    expect((await api.save(token, { title: { from: null, to: 'x' } })).body.outcomes.title?.status).toBe('saved');
  });
});

test('X6 logs get no name, no value and no password', async () => {
  const company = await openLDAPCompany();
  const api = await startAPI({ companies: { hq: company } });
  try {
    const username = await company.add({ title: 'Secret-Baker' });
    const token = await api.signIn(username, company.password);
    await api.save(token, {
      title: { from: 'Secret-Baker', to: 'Secret-Chef' },
      phone: { from: null, to: 'Secret-Phone' },
    });
    await api.call('POST', '/api/session', { body: { username, password: 'Secret-Password' } });
    await api.call('GET', '/api/people/Secret-Id/profile', { token });
    const logged = JSON.stringify(api.requests);
    expect(api.requests.map(({ status }) => status)).toEqual([201, 422, 401, 403]);
    for (const secret of [username, token, company.password, 'Secret-']) expect(logged).not.toContain(secret);
  } finally {
    await api.stop();
    await company.stop();
  }
});
