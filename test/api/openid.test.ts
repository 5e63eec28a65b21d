import { hash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { session as sessionSchema, signInWays } from '#shared/contract/session.ts';
import { type OpenIDProvider, startOpenIDProvider } from '#test/directories/openid-provider.ts';
import { type Company, openLDAPCompany } from './company.ts';
import { type API, startAPI } from './start-api.ts';

const serverUrl = 'https://nameplate.example';
const extensionId = 'abcdefghijklmnopabcdefghijklmnop';
const returnTo = `https://${extensionId}.chromiumapp.org/`;

let company: Company;
let provider: OpenIDProvider;
let api: API;
let username: string;
let time = new Date();
beforeAll(async () => {
  company = await openLDAPCompany();
  username = await company.add({ displayName: 'Jane Doe' });
  provider = await startOpenIDProvider(`${serverUrl}/api/sign-in/openid/callback`);
  const { issuer, clientId, clientSecret } = provider;
  api = await startAPI({ companies: { hq: company }, secret: Buffer.alloc(32, 7), now: () => time });
  await api.addLocalAdmin('root', 'local-password');
  const body = {
    openid: {
      issuer,
      clientId,
      clientSecret: { value: clientSecret },
      serverUrl,
      label: { en: 'Company account', de: 'Firmenkonto' },
    },
    password: false,
    extensionIds: [extensionId],
    header: { name: 'Remote-User', from: ['127.0.0.8'] },
  };
  const token = await api.signIn('root', 'local-password');
  const { status } = await api.call('PUT', '/api/admin/sign-in', { token, body, headers: { 'If-Match': '*' } });
  expect(status).toBe(200);
});
afterAll(async () => {
  await api?.stop();
  await provider?.stop();
  await company?.stop();
});

/** As a browser: keeps cookies, follows redirects, fills in the provider's forms, until somebody else's address comes. */
async function walk(url: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let [next, init]: [string, RequestInit] = [url, {}];
  for (let step = 0; step < 12; step++) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(next, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location) {
      const to = new URL(location, next);
      if (to.origin !== provider.issuer) return to;
      [next, init] = [to.href, {}];
      continue;
    }
    const page = await answer.text();
    const [, action = '', prompt = ''] = /action="([^"]+)"[\s\S]*?name="prompt" value="([^"]+)"/u.exec(page) ?? [];
    const body = new URLSearchParams(prompt === 'login' ? { prompt, login, password: 'any' } : { prompt });
    [next, init] = [new URL(action, next).href, { method: 'POST', body }];
  }
  throw new Error('The provider goes round in circles');
}

const newVerifier = () => randomBytes(32).toString('base64url');
const challengeOf = (verifier: string) => hash('sha256', verifier, 'base64url');

async function begin(verifier: string, to = returnTo): Promise<string> {
  const body = { returnTo: to, challenge: challengeOf(verifier) };
  return (await api.call<{ url: string }>('POST', '/api/sign-in/openid', { body })).body.url;
}
/** The browser arrives at the server, which sends it on. */
async function arrive(callback: URL): Promise<URL> {
  const { headers } = await api.call('GET', `${callback.pathname}${callback.search}`);
  return new URL(headers.get('location') ?? 'about:blank');
}
const redeem = (code: string | null, verifier: string) =>
  api.call('POST', '/api/session/openid', { body: { code, verifier } });

describe('P6 OpenID Connect', () => {
  test('a person of the directory comes in by the provider, and the session is that of their entry', async () => {
    const verifier = newVerifier();
    const back = await arrive(await walk(await begin(verifier), username));
    expect(back.origin + back.pathname).toBe(returnTo);
    const { status, body } = await redeem(back.searchParams.get('code'), verifier);
    expect(status).toBe(201);
    expect(sessionSchema.parse(body).user).toMatchObject({ username, displayName: 'Jane Doe', directory: 'hq' });
  });

  test('a code is good once, for whoever began alone, and for a minute', async () => {
    const verifier = newVerifier();
    const codeNow = async () => (await arrive(await walk(await begin(verifier), username))).searchParams.get('code');
    const stolen = await codeNow();
    expect((await redeem(stolen, newVerifier())).status).toBe(401);
    expect((await redeem(stolen, verifier)).status).toBe(401);
    const late = await codeNow();
    time = new Date(time.getTime() + 61_000);
    expect((await redeem(late, verifier)).status).toBe(401);
    const used = await codeNow();
    expect((await redeem(used, verifier)).status).toBe(201);
    expect((await redeem(used, verifier)).status).toBe(401);
  });

  test('what comes back must have been begun here, once, and within ten minutes', async () => {
    const callback = await walk(await begin(newVerifier()), username);
    const forged = new URL(callback);
    forged.searchParams.set('state', newVerifier());
    expect((await api.call('GET', `${forged.pathname}${forged.search}`)).status).toBe(403);
    const tampered = new URL(callback);
    tampered.searchParams.set('code', 'another');
    expect((await arrive(tampered)).searchParams.get('error')).toBe('openidDenied');
    expect((await api.call('GET', `${callback.pathname}${callback.search}`)).status).toBe(403);
    const slow = await walk(await begin(newVerifier()), username);
    time = new Date(time.getTime() + 601_000);
    expect((await api.call('GET', `${slow.pathname}${slow.search}`)).status).toBe(403);
  });

  test('whom no directory knows, or the directory has no more, does not come in', async () => {
    const back = await arrive(await walk(await begin(newVerifier()), 'somebody-else'));
    expect([back.searchParams.get('error'), back.searchParams.get('code')]).toEqual(['unknownPerson', null]);
  });

  test.each([
    'https://evil.example/',
    'https://ponmlkjihgfedcbaponmlkjihgfedcba.chromiumapp.org/',
    `${returnTo}x`,
    'http://127.0.0.1/',
  ])('nobody is sent on to %s', async (to) => {
    const { status } = await api.call('POST', '/api/sign-in/openid', {
      body: { returnTo: to, challenge: challengeOf('x') },
    });
    expect([400, 403]).toContain(status);
  });

  test('with passwords switched off, directories are not asked for them; local accounts come in still', async () => {
    const attempt = async (name: string, password: string) =>
      (await api.call('POST', '/api/session', { body: { username: name, password } })).status;
    expect(await attempt(username, company.password)).toBe(401);
    expect(await attempt('root', 'local-password')).toBe(201);
  });
});

describe('P6 a proxy that tells who it is', () => {
  const byHeader = (from: string, headers: Record<string, string>) =>
    api.call('POST', '/api/session/header', { from, headers });
  const waysFrom = async (from: string, headers: Record<string, string> = {}) =>
    signInWays.parse((await api.call('GET', '/api/sign-in', { from, headers })).body).ways.map(({ kind }) => kind);

  test('is believed from the listed addresses alone, whatever else is told', async () => {
    expect((await byHeader('127.0.0.8', { 'Remote-User': username })).status).toBe(201);
    expect((await byHeader('127.0.0.7', { 'Remote-User': username })).status).toBe(403);
    expect((await byHeader('127.0.0.7', { 'Remote-User': username, 'X-Forwarded-For': '127.0.0.8' })).status).toBe(403);
    expect((await byHeader('127.0.0.8', {})).status).toBe(403);
    expect((await byHeader('127.0.0.8', { 'Remote-User': 'somebody-else' })).body.rule).toBe('unknownPerson');
    expect((await byHeader('127.0.0.8', { 'Remote-User': 'root' })).status).toBe(403);
  });

  test('the ways that are offered are those that are open to whoever asks', async () => {
    expect(await waysFrom('127.0.0.7')).toEqual(['openid', 'localPassword']);
    expect(await waysFrom('127.0.0.8')).toEqual(['header', 'openid', 'localPassword']);
  });

  test('is off by default', async () => {
    const { signIn: _, ...rest } = await api.configuration();
    const before = await api.configuration();
    await api.configure(rest);
    expect((await byHeader('127.0.0.8', { 'Remote-User': username })).status).toBe(403);
    expect(await waysFrom('127.0.0.8', { 'Remote-User': username })).toEqual(['password']);
    expect(
      (await api.call('POST', '/api/sign-in/openid', { body: { returnTo, challenge: challengeOf('x') } })).status,
    ).toBe(404);
    await api.configure(before);
  });
});
