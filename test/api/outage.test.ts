import { afterEach, beforeEach, expect, test } from 'vitest';
import { Problem } from '#server/problem.ts';
import { openLDAPCompany } from './company.ts';
import { type API, fieldOf, startAPI } from './start-api.ts';

let company: Awaited<ReturnType<typeof openLDAPCompany>>;
let api: API;
let username: string;
let token: string;

beforeEach(async () => {
  company = await openLDAPCompany();
  api = await startAPI({
    companies: { hq: { ...company, definition: { ...company.definition, name: 'Headquarters' } } },
  });
  username = await company.add({ title: 'Baker' });
  token = await api.signIn(username, company.password);
});
afterEach(async () => {
  await api?.stop();
  await company?.stop();
});

const both = { title: { from: 'Baker', to: 'Chef' }, nickname: { from: null, to: 'Janey' } };

test.each(['kill', 'pause'] as const)(
  'a directory that does not answer (%s) is a 503 that names it, and nothing is half written',
  async (how) => {
    await company.slapd[how]();
    const { status, body } = await api.call('PATCH', '/api/me/profile', { token, body: { changes: both } });
    expect([status, body.kind]).toEqual([503, 'unavailable']);
    expect(body.detail).toContain('Headquarters');
    const shown = await api.show(token, false);
    expect(fieldOf(shown, 'nickname').value).toBeNull();
    expect((await api.call('GET', '/api/me/profile?refresh=1', { token })).status).toBe(503);
    if (how === 'pause') company.slapd.resume();
    else await company.slapd.restart();
    expect(await company.values(username, 'title')).toEqual(['Baker']);
    expect((await api.save(token, both)).body.outcomes).toMatchObject({
      title: { status: 'saved' },
      nickname: { status: 'saved' },
    });
  },
);

test.each(['keepEntry', 'changeLocalValues'] as const)(
  'W5 a store that fails after the directory has saved (%s) is told, not as if nothing had been saved',
  async (method) => {
    const working = api.store.people[method];
    const fail = () =>
      Promise.reject(new Problem('internal', 'The store is full. Nothing was saved.', { rule: 'store' }));
    Object.assign(api.store.people, { [method]: fail });
    const { status, body } = await api.call('PATCH', '/api/me/profile', { token, body: { changes: both } });
    expect([status, body.kind, body.rule]).toEqual([500, 'internal', 'savedUnread']);
    expect(body.detail).not.toContain('Nothing was saved');
    expect(await company.values(username, 'title')).toEqual(['Chef']);
    Object.assign(api.store.people, { [method]: working });
    expect((await api.save(token, both)).body.outcomes).toMatchObject({
      title: { status: 'unchanged' },
      nickname: { status: 'saved' },
    });
  },
);

test('a store that fails where the directory had nothing to save says so itself', async () => {
  const fail = () =>
    Promise.reject(new Problem('internal', 'The store is full. Nothing was saved.', { rule: 'store' }));
  Object.assign(api.store.people, { changeLocalValues: fail });
  const changes = { nickname: { from: null, to: 'Janey' } };
  const { body } = await api.call('PATCH', '/api/me/profile', { token, body: { changes } });
  expect([body.kind, body.rule]).toEqual(['internal', 'store']);
});

test('while the directory is down one cannot sign in, and is told which one it is, not that the password is wrong', async () => {
  await company.slapd.kill();
  const { status, body } = await api.call('POST', '/api/session', { body: { username, password: company.password } });
  expect(status).toBe(503);
  expect(body.detail).toContain('Headquarters');
  await company.slapd.restart();
});

test('a profile is still shown from what was read last', async () => {
  await company.slapd.kill();
  expect(fieldOf(await api.show(token, false), 'title').value).toBe('Baker');
  await company.slapd.restart();
});

test('an entry that is gone is said to be gone, not shown as empty', async () => {
  await company.slapd.ldapmodify(`dn: uid=${username},ou=people,dc=example,dc=org\nchangetype: delete\n`);
  expect((await api.call('GET', '/api/me/profile?refresh=1', { token })).status).toBe(404);
  expect((await api.call('PATCH', '/api/me/profile', { token, body: { changes: both } })).status).toBe(404);
  expect(fieldOf(await api.show(token, false), 'nickname').value).toBeNull();
});
