import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoints } from '#shared/contract/endpoints.ts';
import { examples } from '#shared/fields/examples.ts';
import { type Company, openLDAPCompany } from './company.ts';
import { type API, startAPI } from './start-api.ts';

let company: Company;
let api: API;
let username: string;
let token: string;
let root: string;

beforeAll(async () => {
  company = await openLDAPCompany();
  const fields = Object.entries(examples).map(([type, { context }]) => ({
    key: type,
    type,
    ...context.settings,
    source: type === 'text' ? { kind: 'directory', attribute: 'title', edit: 'writeBack' } : { kind: 'local' },
  }));
  api = await startAPI({ companies: { hq: company }, fields });
  username = await company.add({ title: 'Baker' });
  token = await api.signIn(username, company.password);
  await api.addLocalAdmin('root', 'fake-password-of-root');
  root = await api.signIn('root', 'fake-password-of-root');
});
afterAll(async () => {
  await api?.stop();
  await company?.stop();
});

const patch = (body: unknown, headers = {}) => api.call('PATCH', '/api/me/profile', { token, body, headers });
const nested = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`;

describe('X1 a malformed request is a 4xx problem', () => {
  test.each([
    ['no JSON', '{"changes":', 400, 'json'],
    ['nothing', '""', 400, 'invalid_type'],
    ['an unknown member', '{"changes":{"text":{"from":"Baker","to":"x"}},"force":true}', 400, 'unknownField'],
    ['an unknown member further down', '{"changes":{"text":{"from":"Baker","to":"x","force":1}}}', 400, 'unknownField'],
    ['an unknown field', '{"changes":{"nonsense":{"from":null,"to":"x"}}}', 400, 'unknownField'],
    ['__proto__ as a member', '{"__proto__":{},"changes":{"text":{"from":"Baker","to":"x"}}}', 400, 'unknownField'],
    ['__proto__ as a field', '{"changes":{"__proto__":{"from":null,"to":"x"}}}', 400, 'unknownField'],
    ['constructor as a field', '{"changes":{"constructor":{"from":null,"to":"x"}}}', 400, 'unknownField'],
    ['a change of the wrong type', '{"changes":{"text":"x"}}', 400, 'invalid_type'],
    ['no changes', '{"changes":{}}', 400, 'custom'],
    ['a list of changes', '{"changes":[]}', 400, 'invalid_type'],
    ['nesting of 5,000 levels', `{"changes":{"text":{"from":null,"to":${nested(5000)}}}}`, 400, 'tooDeep'],
    ['nesting of 100,000 levels', nested(100_000), 400, 'tooDeep'],
    ['a value of 7 MiB', `{"changes":{"text":{"from":null,"to":"${'x'.repeat(7 * 2 ** 20)}"}}}`, 413, 'tooLarge'],
    ['a value of 100 KiB', `{"changes":{"text":{"from":"Baker","to":"${'x'.repeat(100_000)}"}}}`, 422, 'tooLong'],
    ['half a character', '{"changes":{"text":{"from":"Baker","to":"\\ud83d"}}}', 422, 'malformedText'],
  ])('%s', async (_name, body, status, rule) => {
    const answer = await patch(body);
    expect([answer.status, answer.body.rule]).toEqual([status, rule]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status, title: expect.any(String), detail: expect.stringMatching(/\w+ \w+/u) });
    expect(await company.values(username, 'title')).toEqual(['Baker']);
  });

  test('text in another encoding than UTF-8, which would be saved as replacement characters', async () => {
    const body = Buffer.from('{"changes":{"text":{"from":"Baker","to":"M\u00fcller"}}}', 'latin1');
    const answer = await api.app.request('/api/me/profile', {
      method: 'PATCH',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body,
    });
    expect([answer.status, await answer.json()]).toMatchObject([400, { rule: 'json' }]);
    expect(await company.values(username, 'title')).toEqual(['Baker']);
  });

  test('the sentence says what is expected', async () => {
    const { body } = await patch('{"changes":{"text":{"from":"Baker"}}}');
    expect(body).toMatchObject({
      status: 400,
      field: 'changes.text.to',
      rule: 'required',
      detail: 'changes.text.to: is missing; it must be a value or null.',
    });
    expect(await company.values(username, 'title')).toEqual(['Baker']);
  });

  test.each([
    ['/api/people?q=a&limit=51', 'limit: must be at most 50, and is 51.'],
    ['/api/people?q=a&limit=x', 'limit: must be a number, and is a text.'],
    [`/api/people?q=${'x'.repeat(101)}`, 'q: must have at most 100 characters.'],
    ['/api/me/profile?refresh=yes', 'refresh: must be one of 0, 1; "yes" is none of them.'],
  ])('%s gets a sentence of our own', async (path, detail) => {
    expect((await api.call('GET', path, { token })).body).toMatchObject({ status: 400, detail });
  });

  test('another media type', async () => {
    const answer = await patch('{}', { 'Content-Type': 'text/plain' });
    expect([answer.status, answer.body.field]).toEqual([400, 'Content-Type']);
  });

  test('an address that does not exist', async () => {
    expect((await api.call('GET', '/api/nothing')).status).toBe(404);
    expect((await api.call('GET', '/../etc/passwd')).status).toBe(404);
  });

  test('a query that does not exist', async () => {
    expect((await api.call('GET', '/api/me/profile?refesh=1', { token })).body).toMatchObject({
      status: 400,
      field: 'refesh',
    });
    expect((await api.call('GET', '/api/me/profile?refresh=yes', { token })).body).toMatchObject({
      status: 400,
      field: 'refresh',
    });
  });
});

describe('S3 X1 a last sync date that is none is refused, and changes nothing', () => {
  const path = '/api/admin/directories/hq/last-sync';
  test.each([
    [{}, ['date required', 'time required', 'timeZone required']],
    [{ date: '23-05-2016', time: '15:30:00' }, ['timeZone required']],
    [{ date: '2016-05-23', time: '15:30:00', timeZone: 'UTC' }, ['date invalid_format']],
    [{ date: 5 }, ['date invalid_type', 'time required', 'timeZone required']],
    [{ date: null, timeZone: 'UTC' }, ['timeZone unknownField']],
    [null, ['request invalid_type']],
  ])('%j: each field and rule is named', async (body, faults) => {
    const answer = await api.call('PUT', path, { token: root, body });
    expect(answer.status).toBe(400);
    expect(answer.body.faults?.map(({ field, rule }) => `${field} ${rule}`)).toEqual(faults);
    expect((await api.call('GET', path, { token: root })).body).toMatchObject({ date: null, isSetByHand: false });
  });
});

describe('X1 every field type refuses what breaks it, naming field and rule', () => {
  /** Over HTTP they mean that the field is cleared, which is no fault. */
  const isNothing = (input: unknown) => input === '' || input === null || (Array.isArray(input) && input.length === 0);
  const refused = Object.entries(examples).flatMap(([type, { refused }]) =>
    refused
      .filter(({ context, input }) => !context && !isNothing(input))
      .map(({ input, rule }) => [type, rule, input] as const),
  );
  test.each(refused)('%s: %s', async (type, rule, input) => {
    const { status, body } = await patch({ changes: { [type]: { from: null, to: input } } });
    expect([status, body.field, body.rule]).toEqual([422, type, rule]);
  });
});

test('one bad value keeps the good ones from being saved too', async () => {
  const { status } = await patch({
    changes: { text: { from: 'Baker', to: 'Chef' }, phone: { from: null, to: 'call me' } },
  });
  expect(status).toBe(422);
  expect(await company.values(username, 'title')).toEqual(['Baker']);
});

test('no JSON whatsoever makes the server stumble', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('POST /api/session', 'PATCH /api/me/profile'),
      fc.json({ maxDepth: 4 }),
      async (call, json) => {
        const [method = '', path = ''] = call.split(' ');
        const { status } = await api.call(method, path, { token, body: json });
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      },
    ),
    { numRuns: 200 },
  );
});

test('every call that needs a session says so without one, or with a wrong one', async () => {
  for (const { method, path, access } of Object.values(endpoints)) {
    if (access === 'anybody') continue;
    for (const wrong of ['', 'x'.repeat(43)]) {
      const { status, body } = await api.call(method, path.replace(':id', 'x'), {
        token: wrong,
        body: method === 'PATCH' ? {} : undefined,
      });
      expect([path, status, body.kind]).toEqual([path, 401, 'unauthenticated']);
    }
  }
});
