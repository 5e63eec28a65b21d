import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '#shared/contract/endpoint.ts';
import { endpoints } from '#shared/contract/endpoints.ts';
import { hasRole, type Role, roles } from '#shared/contract/roles.ts';
import { type API, startAPI } from '../start-api.ts';
import { createSessionOpener } from './open-session.ts';

let api: API;
let openSession: ReturnType<typeof createSessionOpener>;
beforeAll(async () => {
  api = await startAPI();
  openSession = createSessionOpener(api);
});
afterAll(() => api?.stop());

/** Calls an endpoint with nothing that makes sense, so that whoever is let in changes nothing. */
async function attempt({ method, path, body }: Endpoint, token: string | undefined) {
  const somewhere = path.replaceAll(/:\w+/gu, 'no-such-thing');
  return api.call(method, somewhere, { token, ...(body && { body: { nonsense: true } }) });
}

const callers: readonly (Role | 'nobody' | 'a forged token')[] = ['nobody', 'a forged token', ...roles];

/** Every endpoint of the table, so that a new one cannot be forgotten. */
describe.each(Object.entries<Endpoint>(endpoints))('P5 %s', (_, endpoint) => {
  test.each(callers)(`is refused to %s, or not, as its access (${endpoint.access}) says`, async (caller) => {
    const isSignedIn = caller !== 'nobody' && caller !== 'a forged token';
    const token = isSignedIn ? await openSession(caller) : caller === 'nobody' ? undefined : 'A'.repeat(43);
    const { status, headers, body } = await attempt(endpoint, token);
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(status).toBeLessThan(500);
    if (endpoint.access === 'anybody') {
      expect(body).not.toMatchObject({ rule: 'session' });
      expect(body).not.toMatchObject({ rule: 'role' });
    } else if (!isSignedIn) {
      expect([status, body.rule]).toEqual([401, 'session']);
    } else if (!hasRole(caller, endpoint.access)) {
      expect([status, body.rule]).toEqual([403, 'role']);
    } else {
      expect(status).not.toBe(401);
      expect(body).not.toMatchObject({ rule: 'role', params: { role: endpoint.access } });
    }
  });
});

test('a session is known by its token alone, in its own header alone', async () => {
  const token = await openSession('systemAdmin');
  const statusWith = async (headers: Record<string, string>, query = '') =>
    (await api.call('GET', `/api/session${query}`, { headers })).status;
  expect(await statusWith({ Authorization: `Bearer ${token}` })).toBe(200);
  for (const headers of [
    { Authorization: token },
    { Authorization: `Basic ${token}` },
    { Authorization: `Bearer ${token.toLowerCase()}` },
    { Authorization: `Bearer ${token}x` },
    { Authorization: `Bearer ${token} ${token}` },
    { Cookie: `session=${token}; token=${token}` },
    { 'X-Authorization': `Bearer ${token}` },
  ]) {
    expect([headers, await statusWith(headers as unknown as Record<string, string>)]).toEqual([headers, 401]);
  }
  expect(await statusWith({}, `?token=${token}&access_token=${token}`)).toBe(401);
});
