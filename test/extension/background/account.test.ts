import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endpoints } from '#shared/contract/endpoints.ts';
import { type API, startAPI } from '#test/api/start-api.ts';
import { createAccount, type KeptSession } from '../../../extension/background/account.ts';
import type { Status } from '../../../extension/messages.ts';
import type { Settings, Stored } from '../../../extension/settings.ts';
import { inMemory } from './in-memory.ts';

const server = 'https://nameplate.example.com';
const password = 'fake-password-of-ada';
let api: API;
let settings: Settings;
let session: Stored<KeptSession>;
let asked: string[];
let told: Status[];
let isSilent: boolean;

beforeAll(async () => {
  api = await startAPI();
  await api.addLocalAdmin('ada', password);
});
afterAll(() => api?.stop());
beforeEach(() => {
  settings = { server: inMemory(), language: inMemory() };
  session = inMemory();
  asked = [];
  told = [];
  isSilent = false;
});

/** An account at a real server, which stands at `server` and nowhere else. */
function account({ stamped = false, now = Date.now() } = {}) {
  return createAccount({
    settings,
    session,
    stamp: { server: stamped ? server : undefined, intranet: [] },
    fetch: async (url, init) => {
      asked.push(`${init?.method} ${url}`);
      if (new URL(String(url)).origin !== server) throw new TypeError('Failed to fetch');
      return isSilent ? new Promise(() => undefined) : api.app.request(String(url), init);
    },
    webAuth: {
      getRedirectURL: () => 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/',
      launchWebAuthFlow: async () => undefined,
    },
    browserLanguage: 'en-GB',
    now: () => now,
    onChange: (status) => told.push(status),
  });
}
const profileOf = ({ call }: ReturnType<typeof account>) => call(endpoints.getOwnProfile, { query: {} });

describe('P6 a session', () => {
  beforeEach(() => settings.server.write(server));

  test('begins with a sign-in, of which everybody is told, and is good for calls', async () => {
    const ada = account();
    const result = await ada.signIn(' ada ', password);
    expect(result).toMatchObject({ ok: true, value: { server, user: { username: 'ada' } } });
    expect(told).toMatchObject([{ user: { username: 'ada' } }]);
    expect(await profileOf(ada)).toMatchObject({ ok: true, value: { person: { username: 'ada' } } });
  });

  test('does not begin with a wrong password', async () => {
    const result = await account().signIn('ada', 'wrong');
    expect(result).toMatchObject({ ok: false, problem: { kind: 'unauthenticated' } });
    expect([await session.read(), told]).toEqual([undefined, []]);
  });

  test('P5 has the role of today, of which everybody is told who looks', async () => {
    const ada = account();
    await ada.signIn('ada', password);
    const kept = await session.read();
    if (!kept) throw new Error('Nobody is signed in');
    await session.write({ ...kept, user: { ...kept.user, role: 'employee' } });
    told = [];
    await Promise.all([ada.look(), ada.look()]);
    expect(told.at(-1)).toMatchObject({ user: { username: 'ada', role: 'systemAdmin' } });
    told = [];
    await ada.look();
    expect(told).toEqual([]);
    expect(await session.read()).toEqual(kept);
  });

  test('is one of several, which end one by one, or all at once', async () => {
    const here = account();
    await here.signIn('ada', password);
    const elsewhere = await api.signIn('ada', password);
    const again = await api.signIn('ada', password);
    const listed = await here.sessions();
    const [latest] = listed.ok ? listed.value : [];
    expect(latest).toMatchObject({ current: false });
    await here.closeSession(latest?.id ?? '');
    const statusOf = async (token: string) => (await api.call('GET', '/api/session', { token })).status;
    expect([await statusOf(again), await statusOf(elsewhere)]).toEqual([401, 200]);
    expect(await here.signOutEverywhere()).toMatchObject({ ok: true, value: { user: undefined } });
    expect([await statusOf(elsewhere), await session.read()]).toEqual([401, undefined]);
  });

  test('is over when its time is, without asking the server', async () => {
    await account().signIn('ada', password);
    asked = [];
    const later = account({ now: Date.now() + 366 * 86_400_000 });
    expect((await later.status()).user).toBeUndefined();
    expect(await profileOf(later)).toMatchObject({ ok: false, problem: { kind: 'unauthenticated' } });
    expect([asked, await session.read()]).toEqual([[], undefined]);
    expect(told.slice(1)).toMatchObject([{ user: undefined }]);
  });

  test('is over here when it is over at the server', async () => {
    const ada = account();
    await ada.signIn('ada', password);
    await api.call('DELETE', '/api/session', { token: (await session.read())?.token ?? '' });
    expect(await profileOf(ada)).toMatchObject({ ok: false, problem: { kind: 'unauthenticated' } });
    expect(await session.read()).toBeUndefined();
    expect(told.at(-1)?.user).toBeUndefined();
  });

  test('is over at the server, too, when somebody signs out', async () => {
    const ada = account();
    await ada.signIn('ada', password);
    const { token = '' } = (await session.read()) ?? {};
    expect((await ada.signOut()).user).toBeUndefined();
    await expect.poll(async () => (await api.call('GET', '/api/session', { token })).status).toBe(401);
  });

  test('is over here at once, also when the server does not answer', async () => {
    await account().signIn('ada', password);
    isSilent = true;
    expect((await account().signOut()).user).toBeUndefined();
    expect(await session.read()).toBeUndefined();
  });

  test('belongs to its person: what was meant in the name of another is not even asked', async () => {
    const ada = account();
    await ada.signIn('ada', password);
    const { id = '' } = (await session.read())?.user ?? {};
    expect(await ada.call(endpoints.getOwnProfile, { query: {} }, id)).toMatchObject({ ok: true });
    asked = [];
    expect(await ada.call(endpoints.getOwnProfile, { query: {} }, `${id}x`)).toMatchObject({
      ok: false,
      problem: { kind: 'unauthenticated' },
    });
    expect([asked, (await session.read())?.user.id]).toEqual([[], id]);
  });

  test('belongs to its server: no other one gets its token', async () => {
    const ada = account();
    await ada.signIn('ada', password);
    await settings.server.write('https://elsewhere.example.com');
    asked = [];
    expect(await profileOf(ada)).toMatchObject({ ok: false, problem: { kind: 'unauthenticated' } });
    expect(asked).toEqual([]);
  });
});

describe('the address of the server', () => {
  test('without one, nothing is asked', async () => {
    const nobody = account();
    expect(await nobody.signIn('ada', password)).toMatchObject({ ok: false, problem: { kind: 'unavailable' } });
    expect(await profileOf(nobody)).toMatchObject({ ok: false, problem: { kind: 'unavailable' } });
    expect(asked).toEqual([]);
  });

  test('is kept once a Nameplate server has answered there', async () => {
    expect(await account().setServer('nameplate.example.com')).toMatchObject({ ok: true, value: { server } });
    expect([await settings.server.read(), asked]).toEqual([server, [`GET ${server}/api/health`]]);
  });

  test.each(['https://elsewhere.example.com', 'http://nameplate.example.com', 'ftp://nameplate.example.com', ''])(
    '%j is refused with a sentence, and the old one stays',
    async (address) => {
      await settings.server.write(server);
      const result = await account().setServer(address);
      expect(result).toMatchObject({ ok: false, problem: { detail: expect.stringMatching(/\w/) } });
      expect([await settings.server.read(), told]).toEqual([server, []]);
    },
  );

  test("of a company's build is that of its stamp", async () => {
    const stamped = account({ stamped: true });
    expect(await stamped.status()).toMatchObject({ server, serverIsFixed: true });
    expect(await stamped.setServer('https://elsewhere.example.com')).toMatchObject({
      ok: false,
      problem: { kind: 'forbidden' },
    });
  });
});

test('P8 the language is the one that was chosen, else the one of the browser', async () => {
  expect((await account().status()).language).toBe('en');
  expect(await account().setLanguage('de')).toMatchObject({ language: 'de' });
  expect(told).toMatchObject([{ language: 'de' }]);
});
