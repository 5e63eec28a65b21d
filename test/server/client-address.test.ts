import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { createClientOf } from '#server/routes/client.ts';

async function addressOf(trusted: readonly string[], peer: string, forwarded?: string): Promise<string> {
  const app = new Hono();
  const clientOf = createClientOf(trusted);
  app.get('/', (c) => c.text(clientOf(c).address));
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded };
  return (await app.request('/', { headers }, { incoming: { socket: { remoteAddress: peer } } })).text();
}

test.each([
  ['nobody is trusted', [], '10.0.0.5', '192.0.2.1', '10.0.0.5'],
  ['another one is trusted', ['10.0.0.6'], '10.0.0.5', '192.0.2.1', '10.0.0.5'],
  ['a trusted one tells', ['10.0.0.5'], '10.0.0.5', '192.0.2.1', '192.0.2.1'],
  ['a trusted one, over IPv6', ['10.0.0.5'], '::ffff:10.0.0.5', '192.0.2.1', '192.0.2.1'],
  ['a chain of trusted ones', ['10.0.0.0/8'], '10.0.0.5', '192.0.2.1, 10.9.9.9', '192.0.2.1'],
  [
    'what the person forged before the first proxy',
    ['10.0.0.0/8'],
    '10.0.0.5',
    '203.0.113.9, 192.0.2.1, 10.9.9.9',
    '192.0.2.1',
  ],
  ['what is no address', ['10.0.0.5'], '10.0.0.5', 'unknown', '10.0.0.5'],
  ['what is no address behind a proxy', ['10.0.0.5'], '10.0.0.5', '192.0.2.1, <script>', '10.0.0.5'],
  ['nothing told', ['10.0.0.5'], '10.0.0.5', undefined, '10.0.0.5'],
  ['an IPv6 network', ['2001:db8::/32'], '2001:db8::5', '2001:db9::1', '2001:db9::1'],
])('X4 %s', async (_, trusted, peer, forwarded, address) => {
  expect(await addressOf(trusted, peer, forwarded)).toBe(address);
});
