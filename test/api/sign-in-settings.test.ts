import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ShownSignIn } from '#shared/contract/admin.ts';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import { type Answer, type API, startAPI } from './start-api.ts';

const openid = { issuer: 'https://login.example', clientId: 'nameplate', serverUrl: 'https://nameplate.example' };
const typed = { openid: { ...openid, clientSecret: { value: 'fake-client-secret' } } };

let api: API;
let token: string;
beforeEach(async () => {
  api = await startAPI({
    fields: [],
    environment: { OPENID_SECRET: 'fake-client-secret', HQ_PASSWORD: 'fake-password' },
    secret: Buffer.alloc(32, 7),
  });
  await api.addLocalAdmin('root', 'fake-password-of-root');
  token = await api.signIn('root', 'fake-password-of-root');
});
afterEach(() => api?.stop());

const put = <Body = ProblemDetails>(path: string, body: unknown, as = token) =>
  api.call<Body>('PUT', `/api/admin/${path}`, { token: as, body, headers: { 'If-Match': '*' } });
const putSignIn = (body: unknown, as = token) => put<ShownSignIn & ProblemDetails>('sign-in', body, as);
const get = <Body>(path: string) => api.call<Body>('GET', `/api/admin/${path}`, { token });
const faultsOf = ({ body }: Answer<ProblemDetails>) => body.faults?.map(({ field, rule }) => `${field} ${rule}`);
const keptSecret = async () => (await api.configuration()).signIn.openid?.clientSecret;

describe('P6 the settings of the sign-in', () => {
  test('are read and replaced by their revision, and what is wrong is told with its place', async () => {
    const changed = await putSignIn({ attempts: 3, sessionHours: 8 });
    expect([changed.status, changed.body.attempts, changed.body.sessionHours]).toEqual([200, 3, 8]);
    const { body, headers } = await get<ShownSignIn>('sign-in');
    expect(body).toEqual(changed.body);
    expect(headers.get('etag')).toBe(changed.headers.get('etag'));
    const wrong = {
      attempts: 1,
      header: { name: 'Remote-User', from: ['everywhere'] },
      openid: { ...openid, issuer: 'login.example', label: { en: 'Company account' } },
    };
    expect(faultsOf(await putSignIn(wrong))?.toSorted()).toEqual([
      'attempts too_small',
      'header.from[0] network',
      'openid.issuer invalid_format',
      'openid.label.de missingLanguage',
    ]);
  });

  test('P5 are for system admins to change, and for admins to see', async () => {
    await api.addLocalAdmin('plain', 'fake-password-of-plain');
    await put('roles', { systemAdmin: ['user:root'], admin: ['user:plain'], helpdesk: [] });
    const plain = await api.signIn('plain', 'fake-password-of-plain');
    expect((await api.call('GET', '/api/admin/sign-in', { token: plain })).status).toBe(200);
    expect((await putSignIn({ attempts: 3 }, plain)).status).toBe(403);
  });
});

describe('D4 the secret of the provider’s client', () => {
  test('is kept encrypted, and no answer and no export shows it', async () => {
    const saved = await putSignIn(typed);
    expect([saved.status, saved.body.openid?.clientSecret]).toEqual([200, { stored: true }]);
    const kept = JSON.stringify(await api.configuration());
    const exported = JSON.stringify((await get('configuration')).body);
    const shown = JSON.stringify((await get('sign-in')).body);
    for (const text of [kept, exported, shown, JSON.stringify(saved.body)]) {
      expect(text).not.toContain('fake-client-secret');
      expect(text).not.toContain(Buffer.from('fake-client-secret').toString('base64').slice(0, 12));
    }
    expect(kept).toContain('"clientSecret":{"encrypted":"v1.');
  });

  test('stays when it is not sent, is asked for again for another provider or client, and goes when it is taken away', async () => {
    await putSignIn(typed);
    const before = await keptSecret();
    for (const secret of [{}, { clientSecret: { stored: true } }]) {
      expect((await putSignIn({ openid: { ...openid, ...secret, scope: 'openid' } })).status).toBe(200);
      expect(await keptSecret()).toEqual(before);
      for (const change of [{ issuer: 'https://evil.example' }, { clientId: 'another' }]) {
        const answer = await putSignIn({ openid: { ...openid, ...change, ...secret } });
        expect([answer.status, faultsOf(answer)]).toEqual([422, ['openid.clientSecret secretAgain']]);
      }
    }
    expect((await putSignIn({ openid: { ...openid, clientSecret: null } })).status).toBe(200);
    expect(await keptSecret()).toBeUndefined();
  });

  test('that was exported cannot be read for another provider', async () => {
    await putSignIn(typed);
    const { body } = await get<{ signIn: { openid: object } }>('configuration');
    const moved = { ...body, signIn: { openid: { ...body.signIn.openid, issuer: 'https://evil.example' } } };
    expect(faultsOf(await put('configuration', moved))).toEqual([
      'signIn.openid.clientSecret.encrypted unreadableSecret',
    ]);
  });

  test('that stands in the environment is not sent elsewhere either, nor is the password of a directory, unless it is known', async () => {
    const hq = { key: 'hq', url: 'ldaps://hq.example', baseDN: 'dc=example', bindDN: 'cn=nameplate' };
    const bindPassword = { env: 'HQ_PASSWORD' };
    const headers = { 'If-Match': '*' };
    await api.call('POST', '/api/admin/directories', { token, body: { ...hq, bindPassword }, headers });
    const stolen = { openid: { ...openid, clientSecret: { env: 'HQ_PASSWORD' } } };
    expect(faultsOf(await putSignIn(stolen))).toEqual(['openid.clientSecret secretAgain']);
    const imported = { ...(await api.configuration()), signIn: stolen };
    expect(faultsOf(await put('configuration', imported))).toEqual(['signIn.openid.clientSecret secretAgain']);
    expect(faultsOf(await putSignIn({ openid: { ...openid, clientSecret: { env: 'UNSET' } } }))).toEqual([
      'openid.clientSecret.env environmentVariable',
    ]);

    expect((await putSignIn({ openid: { ...openid, clientSecret: { env: 'OPENID_SECRET' } } })).status).toBe(200);
    const elsewhere = { ...openid, issuer: 'https://other.example' };
    expect(faultsOf(await putSignIn({ openid: { ...elsewhere, clientSecret: { env: 'OPENID_SECRET' } } }))).toEqual([
      'openid.clientSecret secretAgain',
    ]);
    const known = { env: 'OPENID_SECRET', value: 'fake-client-secret' };
    const { status, body } = await putSignIn({ openid: { ...elsewhere, clientSecret: known } });
    expect([status, body.openid?.clientSecret]).toEqual([200, { env: 'OPENID_SECRET' }]);
  });
});
