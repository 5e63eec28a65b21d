import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endpoints } from '#shared/contract/endpoints.ts';
import { createClient } from '../../../extension/background/client.ts';

interface Asked extends Pick<IncomingMessage, 'method' | 'url' | 'headers'> {
  readonly body: string;
}

/** Answers whatever a test wants, which no server of ours would. */
const host = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  asked.push({ method: request.method, url: request.url, headers: request.headers, body });
  answer(response);
});
let asked: Asked[];
let answer: (response: ServerResponse) => void;
let server: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  server = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => host.close(resolve)));
beforeEach(() => {
  asked = [];
});

const client = (deps: Partial<Parameters<typeof createClient>[0]> = {}) =>
  createClient({ server, fetch, language: 'en', ...deps });
function answers(status: number, body: unknown, headers: Record<string, string> = {}): void {
  answer = (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}
const health = { status: 'ok', version: '9.9.9' };

describe('a request follows the contract', () => {
  test('method, path with its parameters escaped, query, token, language and body', async () => {
    answers(200, {});
    await client({ token: 'secret', language: 'de' }).call(endpoints.getProfile, {
      params: { id: 'a/../b?c' },
      query: { refresh: '1' },
    });
    await client().call(endpoints.patchOwnProfile, { body: { changes: { phone: { from: null, to: 'ü' } } } });
    const [shown, saved] = asked;
    expect([shown?.method, shown?.url]).toEqual(['GET', '/api/people/a%2F..%2Fb%3Fc/profile?refresh=1']);
    expect(shown?.headers).toMatchObject({ authorization: 'Bearer secret', 'accept-language': 'de' });
    expect([saved?.method, saved?.url]).toEqual(['PATCH', '/api/me/profile']);
    expect(JSON.parse(saved?.body ?? '')).toEqual({ changes: { phone: { from: null, to: 'ü' } } });
    expect(saved?.headers).not.toHaveProperty('authorization');
    expect(saved?.headers).not.toHaveProperty('cookie');
  });

  test('a redirect is not followed: the token goes nowhere else', async () => {
    answers(307, '', { location: `${server}/elsewhere` });
    const result = await client({ token: 'secret' }).call(endpoints.getHealth, {});
    expect(result).toMatchObject({ ok: false, problem: { kind: 'unavailable' } });
    expect(asked.map(({ url }) => url)).toEqual(['/api/health']);
  });
});

describe('an answer is taken by the contract', () => {
  test('members that this extension does not know are left out', async () => {
    answers(200, { ...health, mood: 'fine', __proto__x: 1 });
    expect(await client().call(endpoints.getHealth, {})).toEqual({ ok: true, value: health });
  });

  test('W8 a file of text keeps the mark at its beginning, by which spreadsheets know UTF-8', async () => {
    answers(200, '\ufeffat,person\r\n', { 'content-type': 'text/csv' });
    const result = await client().call(endpoints.exportHistory, { query: {} });
    expect(result).toEqual({ ok: true, value: '\ufeffat,person\r\n' });
    answers(403, { type: 'urn:x', title: 'No', status: 403, kind: 'forbidden', detail: 'No.' });
    expect(await client().call(endpoints.exportHistory, { query: {} })).toMatchObject({ ok: false });
  });

  test('an answer without a body is one', async () => {
    answers(204, '');
    expect(await client().call(endpoints.signOut, {})).toEqual({ ok: true, value: undefined });
  });

  test.each([
    ['lacks a member', { status: 'ok' }],
    ['has a member of another type', { ...health, version: 9 }],
    ['is no JSON', '<!doctype html><title>Wiki</title>'],
    ['is empty', ''],
  ])('one that %s is a fault, not a value', async (_, body) => {
    answers(200, body);
    expect(await client().call(endpoints.getHealth, {})).toMatchObject({
      ok: false,
      problem: { kind: 'internal', detail: expect.stringMatching(/\w/) },
    });
  });

  test('X1 a problem passes whole, with every fault', async () => {
    const faults = [
      { detail: 'Too long', field: 'title', rule: 'tooLong', params: { max: 80 } },
      { detail: 'No number', field: 'phone', rule: 'phone' },
    ];
    const problem = {
      type: 'urn:x',
      title: 'A value breaks a rule',
      status: 422,
      kind: 'invalid',
      ...faults[0],
      faults,
    };
    answers(422, { ...problem, trace: 'unknown' });
    expect(await client().call(endpoints.getOwnProfile, { query: {} })).toEqual({ ok: false, problem });
  });

  test.each([
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'unavailable'],
    [500, 'internal'],
    [404, 'internal'],
  ])('an error page with %i, from a gateway before the server, is told as %s', async (status, kind) => {
    answers(status, '<h1>nginx</h1>');
    expect(await client().call(endpoints.getHealth, {})).toMatchObject({ ok: false, problem: { kind, status } });
  });
});

describe('no answer is a problem with a sentence in the language of the person', () => {
  test('nobody listens', async () => {
    const result = client({ server: 'http://127.0.0.1:9', language: 'de' }).call(endpoints.getHealth, {});
    expect(await result).toMatchObject({
      ok: false,
      problem: { kind: 'unavailable', status: 503, detail: expect.stringMatching(/nicht/) },
    });
  });

  test('the connection breaks in the midst of an answer', async () => {
    answer = (response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{');
      response.socket?.end();
    };
    expect(await client().call(endpoints.getHealth, {})).toMatchObject({ ok: false, problem: { kind: 'unavailable' } });
  });

  test('it takes too long: said otherwise than that nobody is there', async () => {
    const late: typeof fetch = async () => Promise.reject(new DOMException('late', 'TimeoutError'));
    const [slow, gone] = await Promise.all([
      client({ fetch: late }).call(endpoints.getHealth, {}),
      client({ server: 'http://127.0.0.1:9' }).call(endpoints.getHealth, {}),
    ]);
    expect(slow).toMatchObject({ ok: false, problem: { kind: 'unavailable' } });
    expect(!slow.ok && slow.problem.detail).not.toBe(!gone.ok && gone.problem.detail);
  });
});
