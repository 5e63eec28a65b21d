import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ShownDirectory } from '#shared/contract/admin.ts';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import { type Answer, type API, startAPI } from './start-api.ts';

const secret = Buffer.alloc(32, 7);
const hq = { key: 'hq', url: 'ldaps://hq.example', baseDN: 'dc=example,dc=org' };
const service = { bindDN: 'cn=nameplate,dc=example,dc=org' };
const withEnv = { ...hq, ...service, bindPassword: { env: 'HQ_PASSWORD' } };
const withValue = { ...hq, ...service, bindPassword: { value: 'fake-password' } };

let api: API;
let token: string;
beforeEach(async () => {
  api = await startAPI({ fields: [], environment: { HQ_PASSWORD: 'fake-password' }, secret });
  await api.addLocalAdmin('root', 'fake-password-of-root');
  token = await api.signIn('root', 'fake-password-of-root');
});
afterEach(() => api?.stop());

async function send<Body = ProblemDetails>(
  method: string,
  path: string,
  body?: unknown,
  { revision, as = token }: { readonly revision?: string; readonly as?: string } = {},
): Promise<Answer<Body>> {
  const headers = revision === undefined ? {} : { 'If-Match': revision };
  return api.call<Body>(method, `/api/admin/${path}`, { token: as, body, headers });
}
const get = <Body = ProblemDetails>(path: string) => api.call<Body>('GET', `/api/admin/${path}`, { token });
const faultsOf = ({ body }: Answer<ProblemDetails>) => body.faults?.map(({ field, rule }) => `${field} ${rule}`);

/** Somebody who is an admin, but no system admin. */
async function plainAdmin(): Promise<string> {
  await api.addLocalAdmin('plain', 'fake-password-of-plain');
  await send('PUT', 'roles', { systemAdmin: ['user:root'], admin: ['user:plain'], helpdesk: [] });
  return api.signIn('plain', 'fake-password-of-plain');
}

describe('the revision', () => {
  test('is told by ETag, compared with If-Match, and rises with each change alone', async () => {
    const { headers } = await get('settings');
    const first = headers.get('etag') ?? '';
    expect(first).toMatch(/^"\d+"$/u);
    const changed = await send('PUT', 'settings', { writeEnabled: false }, { revision: first });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, `"${Number(first.slice(1, -1)) + 1}"`]);
    const again = await send('PUT', 'settings', { writeEnabled: false });
    expect(again.headers.get('etag')).toBe(changed.headers.get('etag'));
  });

  test('is meant however If-Match writes it; what is none is refused, and changes nothing', async () => {
    const tag = (await get('settings')).headers.get('etag') ?? '';
    for (const revision of ['"', `${tag}"`, `"x${tag}`, `${tag}, "0"`, '"latest"', '']) {
      const { status, body } = await send('PUT', 'settings', {}, { revision });
      expect([revision, status, body.field, body.rule]).toEqual([revision, 400, 'If-Match', 'revision']);
    }
    const written = [tag, `W/${tag}`, tag.slice(1, -1)];
    for (const revision of written)
      expect((await send('PUT', 'settings', { writeEnabled: true }, { revision })).status).toBe(200);
    expect((await send('PUT', 'settings', {})).status).toBe(200);
    for (const revision of written)
      expect((await send('PUT', 'settings', { writeEnabled: true }, { revision })).status).toBe(409);
    expect((await send('PUT', 'settings', {}, { revision: '*' })).status).toBe(200);
  });

  test('need not be named by whoever adds, replaces and removes', async () => {
    const statuses = [
      await send('POST', 'directories', hq),
      await send('PUT', 'directories/hq', { ...hq, name: 'Headquarters' }),
      await send('PUT', 'directory-order', { keys: ['hq'] }),
      await send('PUT', 'fields', { fields: [] }),
      await send('PUT', 'settings', {}),
      await send('PUT', 'roles', { systemAdmin: [], admin: [], helpdesk: [] }),
      await send('PUT', 'sign-in', {}),
      await send('DELETE', 'directories/hq'),
    ].map(({ status }) => status);
    expect(statuses).toEqual([201, 200, 200, 200, 200, 200, 200, 204]);
  });

  test('that was overtaken is a conflict that says who changed what; nothing is overwritten', async () => {
    const { headers } = await get('fields');
    const revision = headers.get('etag') ?? '';
    await send('PUT', 'fields', { fields: [{ key: 'theirs', type: 'text' }] }, { revision });
    const second = await send('PUT', 'fields', { fields: [{ key: 'mine', type: 'text' }] }, { revision });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({
      rule: 'configurationChanged',
      detail: expect.stringContaining('root changed fields.theirs'),
      faults: [{ field: 'fields.theirs', params: { by: 'root' } }],
    });
    expect((await api.configuration()).fields.map(({ key }) => key)).toEqual(['theirs']);
  });
});

describe('X1 what is wrong is told at once, each with its place, and changes nothing', () => {
  test('in a directory', async () => {
    const { status, body, headers } = await send('POST', 'directories', {
      key: '1st',
      url: 'http://x',
      baseDN: 'example.org',
      userFilter: '(uid=*',
      bindDN: 'nobody',
      pagesize: 5,
    });
    expect([status, headers.get('content-type')]).toEqual([422, 'application/problem+json']);
    const places = body.faults?.map(({ field }) => field);
    expect(places?.toSorted()).toEqual(
      ['baseDN', 'bindDN', 'bindPassword', 'key', 'pagesize', 'url', 'userFilter'].toSorted(),
    );
    expect((await api.configuration()).directories).toEqual([]);
  });

  test.each([
    [
      'a key twice',
      [
        { key: 'a', type: 'text' },
        { key: 'a', type: 'text' },
      ],
      ['fields[1].key custom'],
    ],
    [
      'a pattern that would keep everybody waiting',
      [{ key: 'a', type: 'text', validation: { pattern: '(a+)+b' } }],
      ['fields[0].validation.pattern slowPattern'],
    ],
    ['a select without options', [{ key: 'a', type: 'select' }], ['fields[0].options required']],
    [
      'a label that lacks a language',
      [{ key: 'a', type: 'text', label: { en: 'A' } }],
      ['fields[0].label.de missingLanguage'],
    ],
    [
      'an option whose label lacks a language',
      [{ key: 'a', type: 'select', options: [{ value: 'x', label: { de: 'X' } }] }],
      ['fields[0].options[0].label.en missingLanguage'],
    ],
    [
      'an attribute that two fields write',
      ['a', 'b'].map((key) => ({
        key,
        type: 'text',
        source: { kind: 'directory', attribute: 'title', edit: 'writeBack' },
      })),
      ['fields[1].source.attribute writtenTwice'],
    ],
  ])('in fields: %s', async (_, fields, faults) => {
    const answer = await send('PUT', 'fields', { fields });
    expect(answer.status).toBe(422);
    expect(faultsOf(answer)).toEqual(faults);
  });

  test('in settings and roles', async () => {
    const settings = { sync: { cron: 'daily' }, intranet: ['example'], sections: [{ key: 's', label: { en: 'S' } }] };
    expect(faultsOf(await send('PUT', 'settings', settings))?.toSorted()).toEqual([
      'intranet[0] invalid_format',
      'sections[0].label.de missingLanguage',
      'sync.cron cron',
    ]);
    expect(faultsOf(await send('PUT', 'roles', { admin: ['jane', 'group:it'] }))?.toSorted()).toEqual([
      'admin[0] invalid_format',
      'admin[1] distinguishedName',
    ]);
  });

  test('a global catalog is refused with the reason', async () => {
    const { body } = await send('POST', 'directories', { ...hq, url: 'ldaps://dc.example:3269' });
    expect(body).toMatchObject({
      field: 'url',
      rule: 'globalCatalog',
      detail: expect.stringContaining('Use 389 or 636'),
    });
  });
});

describe('P5 roles', () => {
  test('an admin who is no system admin keeps fields and settings, not directories, write access and system admins', async () => {
    const as = await plainAdmin();
    expect((await send('PUT', 'fields', { fields: [{ key: 'a', type: 'text' }] }, { as })).status).toBe(200);
    expect(
      (await send('PUT', 'settings', { writeEnabled: true, intranet: ['https://x.example/*'] }, { as })).status,
    ).toBe(200);
    const refused = [
      await send('POST', 'directories', hq, { as }),
      await send('PUT', 'settings', { writeEnabled: false }, { as }),
      await send('PUT', 'roles', { systemAdmin: [], admin: ['user:plain'] }, { as }),
      await send('PUT', 'configuration', { signIn: { password: false } }, { as }),
    ];
    expect(refused.map(({ status, body }) => [status, body.rule])).toEqual(Array(4).fill([403, 'role']));
  });
});

describe('D4 the bind password', () => {
  test('is kept encrypted, and no answer and no export shows it', async () => {
    const added = await send<ShownDirectory>('POST', 'directories', withValue);
    expect([added.status, added.body.bindPassword]).toEqual([201, { stored: true }]);
    const shown = await get<{ directories: ShownDirectory[] }>('directories');
    expect(shown.body.directories[0]?.bindPassword).toEqual({ stored: true });
    const kept = JSON.stringify(await api.configuration());
    const exported = JSON.stringify((await get('configuration')).body);
    for (const text of [kept, exported, JSON.stringify(added.body), JSON.stringify(shown.body)]) {
      expect(text).not.toContain('fake-password');
      expect(text).not.toContain(Buffer.from('fake-password').toString('base64').slice(0, 12));
    }
    expect(kept).toContain('"encrypted":"v1.');
  });

  test('stays when it is not sent, and is asked for again for another address or account', async () => {
    await send('POST', 'directories', withValue);
    const { bindPassword: _, ...silent } = withValue;
    expect((await send('PUT', 'directories/hq', { ...silent, name: 'Headquarters' })).status).toBe(200);
    expect((await api.configuration()).directories[0]?.bindPassword?.encrypted).toBeDefined();
    for (const change of [
      { url: 'ldaps://other.example' },
      { bindDN: 'cn=other' },
      { url: 'ldap://hq.example', tls: 'none' },
    ]) {
      for (const password of [{}, { bindPassword: { stored: true } }]) {
        const answer = await send('PUT', 'directories/hq', { ...silent, ...change, ...password });
        expect([answer.status, faultsOf(answer)]).toEqual([422, ['bindPassword passwordAgain']]);
      }
    }
    const again = await send('PUT', 'directories/hq', { ...withValue, url: 'ldaps://other.example' });
    expect(again.status).toBe(200);
  });

  test('that stands in the environment is not sent to another address either, unless it is known', async () => {
    expect((await send('POST', 'directories', withEnv)).status).toBe(201);
    const elsewhere = { ...withEnv, url: 'ldaps://other.example' };
    const copied = await send('POST', 'directories', { ...elsewhere, key: 'copy' });
    expect(faultsOf(copied)).toContain('bindPassword passwordAgain');
    expect(faultsOf(await send('PUT', 'directories/hq', elsewhere))).toContain('bindPassword passwordAgain');
    const wrong = { ...elsewhere, bindPassword: { env: 'HQ_PASSWORD', value: 'guess' } };
    expect(faultsOf(await send('PUT', 'directories/hq', wrong))).toContain('bindPassword wrongPassword');
    const known = { ...elsewhere, bindPassword: { env: 'HQ_PASSWORD', value: 'fake-password' } };
    const { status, body } = await send<ShownDirectory>('PUT', 'directories/hq', known);
    expect([status, body.bindPassword]).toEqual([200, { env: 'HQ_PASSWORD' }]);
    const own = await send('POST', 'directories', {
      ...hq,
      ...service,
      key: 'own',
      bindPassword: { env: 'NAMEPLATE_SECRET' },
    });
    expect(own.status).toBe(422);
  });

  test('that was exported cannot be read at another address', async () => {
    await send('POST', 'directories', withValue);
    const { body } = await get<{ directories: { url: string }[] }>('configuration');
    const moved = { ...body, directories: [{ ...body.directories[0], url: 'ldaps://evil.example' }] };
    const answer = await send('PUT', 'configuration', moved);
    expect(faultsOf(answer)).toEqual(['directories[0].bindPassword.encrypted unreadableSecret']);
  });
});

test('a directory or field that was taken away comes back whole by the exported configuration', async () => {
  await send('POST', 'directories', withValue);
  await send('PUT', 'fields', { fields: [{ key: 'nickname', type: 'text' }] });
  const before = await api.configuration();
  const exported = await get('configuration');
  expect((await send('DELETE', 'directories/hq')).status).toBe(204);
  expect((await send('PUT', 'fields', { fields: [] })).status).toBe(200);
  expect((await send('DELETE', 'directories/hq')).status).toBe(404);
  expect((await send('PUT', 'configuration', exported.body)).status).toBe(200);
  expect(await api.configuration()).toEqual(before);
});

test('D2 directories are put in order, and switched off and on without losing anything', async () => {
  for (const key of ['a', 'b', 'c']) await send('POST', 'directories', { ...hq, key });
  const { body } = await send<{ directories: ShownDirectory[] }>('PUT', 'directory-order', { keys: ['c', 'a', 'b'] });
  expect(body.directories.map(({ key }) => key)).toEqual(['c', 'a', 'b']);
  expect(faultsOf(await send('PUT', 'directory-order', { keys: ['c', 'a', 'a'] }))).toEqual(['keys order']);
  const off = await send<ShownDirectory>('PUT', 'directories/c', { ...body.directories[0], enabled: false });
  const on = await send<ShownDirectory>('PUT', 'directories/c', { ...off.body, enabled: true });
  expect(on.body).toEqual(body.directories[0]);
});
