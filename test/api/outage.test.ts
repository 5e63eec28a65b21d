import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { createDirectoryGateway } from '#server/directory/create-gateway.ts';
import type { DirectoryGateway } from '#server/directory/gateway.ts';
import { openLDAPCompany } from './company.ts';
import { type API, fieldOf, startAPI, storeName } from './start-api.ts';

let company: Awaited<ReturnType<typeof openLDAPCompany>>;
let api: API;
let username: string;
let token: string;
/** Once the directory has carried out a change, before that is kept. */
let afterChange: () => void;

beforeEach(async () => {
  afterChange = () => undefined;
  company = await openLDAPCompany();
  api = await startAPI({
    companies: { hq: { ...company, definition: { ...company.definition, name: 'Headquarters' } } },
    busyTimeoutMilliseconds: 100,
    openGateway: (definition, bindPassword) => watched(createDirectoryGateway(definition, { bindPassword })),
  });
  username = await company.add({ title: 'Baker' });
  token = await api.signIn(username, company.password);
});
afterEach(async () => {
  await api?.stop();
  await company?.stop();
});

function watched(gateway: DirectoryGateway): DirectoryGateway {
  return {
    ...gateway,
    async change(...change) {
      const written = await gateway.change(...change);
      afterChange();
      return written;
    },
  };
}

/** How long a directory may take to answer. */
async function waitAtMost(operationTimeoutSeconds: number): Promise<void> {
  const before = await api.configuration();
  const directories = before.directories.map((each) => ({ ...each, operationTimeoutSeconds }));
  await api.configure({ ...before, directories });
}

const both = { title: { from: 'Baker', to: 'Chef' }, nickname: { from: null, to: 'Janey' } };

test.each(['kill', 'pause'] as const)(
  'W6 while a directory does not answer (%s) a save is pending, and is there once the directory is back',
  async (how) => {
    if (how === 'pause') await waitAtMost(3);
    await company.slapd[how]();
    const { status, body } = await api.save(token, both);
    expect(status).toBe(200);
    expect(body.outcomes).toMatchObject({
      title: { status: 'pending', value: 'Baker', problem: { detail: expect.stringContaining('Headquarters') } },
      nickname: { status: 'saved', value: 'Janey' },
    });
    expect(fieldOf(body.profile, 'title')).toMatchObject({
      value: 'Baker',
      pending: 'Chef',
      edit: { state: 'pending', value: 'Chef' },
    });
    expect((await api.call('GET', '/api/me/profile?refresh=1', { token })).status).toBe(503);
    if (how === 'pause') company.slapd.resume();
    else await company.slapd.restart();
    await api.deliver();
    expect(await company.values(username, 'title')).toEqual(['Chef']);
    const shown = fieldOf(await api.show(token), 'title');
    expect([shown.value, shown.pending, shown.edit]).toEqual(['Chef', undefined, undefined]);
    expect(api.troubles).toEqual([]);
  },
);

test('W5, W6 a store that another program locks after the directory has saved: the answer says so, and later it is found to be saved', async () => {
  const other = new SQLite(join(api.folder, storeName));
  onTestFinished(() => void other.close());
  afterChange = () => void other.exec('begin immediate');
  const { status, body } = await api.call('PATCH', '/api/me/profile', { token, body: { changes: both } });
  afterChange = () => undefined;
  other.exec('rollback');
  expect([status, body.kind, body.rule]).toEqual([500, 'internal', 'savedUnread']);
  expect(body.detail).not.toContain('Nothing was saved');
  expect(await company.values(username, 'title')).toEqual(['Chef']);
  expect(fieldOf(await api.show(token, false), 'title').pending).toBe('Chef');
  await api.deliver();
  const shown = await api.show(token, false);
  expect([fieldOf(shown, 'title').value, fieldOf(shown, 'title').pending]).toEqual(['Chef', undefined]);
  expect(fieldOf(shown, 'nickname').value).toBe('Janey');
  const changes = await api.store.history.list({ limit: 10 });
  expect(changes.map(({ field, from, to }) => [field, from, to])).toEqual([
    ['title', 'Baker', 'Chef'],
    ['nickname', null, 'Janey'],
  ]);
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
  expect((await api.save(token, both)).body.outcomes).toMatchObject({
    title: { status: 'refused', problem: { rule: 'entryGone' } },
    nickname: { status: 'saved' },
  });
  expect((await api.call('GET', '/api/me/profile?refresh=1', { token })).status).toBe(404);
});
