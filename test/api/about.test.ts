import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Endpoint } from '#shared/contract/endpoint.ts';
import { endpoints } from '#shared/contract/endpoints.ts';
import { type API, startAPI } from './start-api.ts';

let api: API;
beforeAll(async () => {
  api = await startAPI();
});
afterAll(() => api?.stop());

interface Described {
  readonly operationId: string;
  readonly parameters: readonly { readonly in: string; readonly name: string; readonly required: boolean }[];
  readonly requestBody?: { readonly required: boolean };
  readonly responses: Record<string, { readonly headers?: Record<string, unknown> }>;
}

interface OpenAPI {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Described>>;
}

test('the OpenAPI document describes every call of the contract, from the same table', async () => {
  const { body } = await api.call<OpenAPI>('GET', '/api/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  const described = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`),
  );
  const wanted = Object.entries(endpoints).map(
    ([name, { method, path }]) => `${name} ${method} ${path.replaceAll(/:(\w+)/gu, '{$1}')}`,
  );
  expect(described.toSorted()).toEqual(wanted.toSorted());
  expect(body.paths['/api/me/profile']?.patch?.requestBody).toMatchObject({
    content: { 'application/json': { schema: { additionalProperties: false, required: ['changes'] } } },
  });
});

test('the OpenAPI document says of each call whether it takes If-Match, tells an ETag, and needs a body', async () => {
  const { body } = await api.call<OpenAPI>('GET', '/api/openapi.json');
  const described = Object.values(body.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId, parameters, requestBody, responses }) => {
      const [answer] = Object.entries(responses).flatMap(([status, each]) => (status === 'default' ? [] : [each]));
      const headers = parameters.filter((each) => each.in === 'header');
      return [
        operationId,
        headers.map(({ name, required }) => [name, required]),
        Object.keys(answer?.headers ?? {}),
        requestBody?.required,
      ];
    }),
  );
  const wanted = Object.entries<Endpoint>(endpoints).map(
    ([name, { revision, cacheSeconds, body: sent, bodyIsOptional = false }]) => [
      name,
      revision === 'expected' ? [['If-Match', false]] : [],
      revision !== undefined || cacheSeconds !== undefined ? ['ETag'] : [],
      sent && !bodyIsOptional,
    ],
  );
  expect(described).toEqual(expect.arrayContaining(wanted));
  expect(described).toContainEqual(['putSettings', [['If-Match', false]], ['ETag'], true]);
  expect(described).toContainEqual(['testDirectory', [], [], false]);
  expect(described).toContainEqual(['undoChange', [], [], false]);
});

test('health says that it works, metrics count what was answered', async () => {
  expect((await api.call('GET', '/api/health')).body).toEqual({ status: 'ok', version: '0.0.0' });
  const { body, headers } = await api.call<string>('GET', '/api/metrics');
  expect(headers.get('content-type')).toContain('text/plain');
  expect(body).toMatch(
    /nameplate_http_request_duration_seconds_count\{method="GET",route="\/api\/health",status="200"\} \d/u,
  );
});

test.each([
  ['/api/health', 200],
  ['/api/me/profile', 401],
  ['/api/nothing', 404],
])('every answer forbids caching, sniffing and framing, and has a request id: %s', async (path, expected) => {
  const { headers, status } = await api.call('GET', path);
  expect(status).toBe(expected);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  expect(headers.get('x-request-id')).toMatch(/^[\w-]{8,}$/u);
  expect(headers.get('access-control-allow-origin')).toBeNull();
});
