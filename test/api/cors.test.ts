import { afterAll, beforeAll, expect, test } from 'vitest';
import { type API, startAPI } from './start-api.ts';

const id = 'abcdefghijklmnopabcdefghijklmnop';
const firefoxId = '5e0a1e5c-8f0e-4c8e-9d56-0c3f4f2f5a11';
let api: API;
beforeAll(async () => {
  api = await startAPI({ signIn: { extensionIds: [id, firefoxId] } });
});
afterAll(() => api?.stop());

const allowedFor = async (origin: string, method = 'GET') => {
  const headers = {
    Origin: origin,
    'Access-Control-Request-Method': 'PATCH',
    'Access-Control-Request-Headers': 'authorization',
  };
  return (await api.call(method, '/api/health', { headers })).headers;
};

test('X3 the extensions that the company lists may ask and read, and nobody else', async () => {
  for (const origin of [`chrome-extension://${id}`, `moz-extension://${firefoxId}`]) {
    expect((await allowedFor(origin)).get('access-control-allow-origin')).toBe(origin);
    const preflight = await allowedFor(origin, 'OPTIONS');
    expect(preflight.get('access-control-allow-methods')).toContain('PATCH');
    expect(preflight.get('access-control-allow-headers')).toContain('Authorization');
    expect(preflight.get('access-control-allow-credentials')).toBeNull();
    expect(preflight.get('vary')).toContain('Origin');
  }
  for (const origin of [
    'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba',
    `https://${id}`,
    `https://intranet.example.com`,
    `chrome-extension://${id}.evil.example`,
    'null',
    '*',
  ]) {
    for (const method of ['GET', 'OPTIONS']) {
      expect([origin, (await allowedFor(origin, method)).get('access-control-allow-origin')]).toEqual([origin, null]);
    }
  }
});

test('X3 where the company lists none, no origin is allowed', async () => {
  const { signIn: _, ...rest } = await api.configuration();
  await api.configure(rest);
  expect((await allowedFor(`chrome-extension://${id}`)).get('access-control-allow-origin')).toBeNull();
});
