import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readConfig } from '#server/config.ts';
import { hashPassword } from '#server/identity/passwords.ts';
import { type RunningServer, serve } from '#server/main.ts';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import { configuration } from '#shared/contract/configuration.ts';
import { type Company, openLDAPCompany } from '#test/api/company.ts';
import { aPerson } from '#test/directories/people.ts';

const people = 200;
let company: Company;
let folder: string;
let server: RunningServer;
beforeAll(async () => {
  company = await openLDAPCompany({ ldif: Array.from({ length: people }, (_, n) => aPerson({ uid: `flooded-${n}` })) });
  folder = await mkdtemp(join(tmpdir(), 'nameplate-flood-'));
  process.env.FLOOD_PASSWORD = company.bindPassword;
  const config = readConfig({ NAMEPLATE_DATA: folder, NAMEPLATE_LISTEN: '127.0.0.1:0', NAMEPLATE_LOG: 'silent' });
  const store = await createSQLiteStore(config.storeFile);
  const directory = { ...company.definition, key: 'hq', bindPassword: { env: 'FLOOD_PASSWORD' } };
  await store.configuration.save(configuration.parse({ directories: [directory] }), 0);
  const passwordHash = await hashPassword('local-password');
  await store.localAccounts.add({ username: 'root', displayName: 'Root', passwordHash, role: 'admin' });
  await store.close();
  server = await serve(config);
});
afterAll(async () => {
  await server?.stop();
  await company?.stop();
  delete process.env.FLOOD_PASSWORD;
  await rm(folder, { recursive: true, force: true });
});

async function call<Body>(method: string, path: string, { token, body }: { token?: string; body?: object } = {}) {
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Body };
}

test('S7 in a flood of requests a sync still finishes, and whoever is signed in is answered', async () => {
  const { body } = await call<{ token: string }>('POST', '/api/session', {
    body: { username: 'root', password: 'local-password' },
  });
  const { token } = body;
  let isFlooding = true;
  const statuses = new Map<number, number>();
  async function flood(n: number): Promise<void> {
    while (isFlooding) {
      const calls = [
        () => call('POST', '/api/session', { body: { username: `stranger-${n}`, password: 'wrong' } }),
        () => call('GET', '/api/people?q=a'),
        () => call('GET', '/api/me/profile', { token: 'forged' }),
      ];
      const { status } = await (calls[n % 3] as () => Promise<{ status: number }>)();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  }
  const flooding = Array.from({ length: 15 }, (_, n) => flood(n));
  try {
    const started = await call<{ id: string }>('POST', '/api/admin/sync/runs', { token, body: { mode: 'full' } });
    expect(started.status).toBe(202);
    await vi.waitFor(
      async () => {
        const run = await call<{ status: string }>('GET', `/api/admin/sync/runs/${started.body.id}`, { token });
        expect(run.body).toMatchObject({ status: 'succeeded', directories: [{ added: people }] });
      },
      { timeout: 90_000, interval: 200 },
    );
  } finally {
    isFlooding = false;
    await Promise.all(flooding);
  }
  expect([...statuses.keys()].filter((status) => ![401, 429].includes(status))).toEqual([]);
}, 120_000);

test('clients that send their request by drops are let go, and keep nobody from being answered', async () => {
  const { hostname, port } = new URL(server.url);
  const sockets = await Promise.all(
    Array.from({ length: 200 }, async (): Promise<Socket> => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.write('POST /api/session HTTP/1.1\r\nHost: x\r\nX-Slow: ');
      return socket;
    }),
  );
  const closed = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
  const dripping = setInterval(() => {
    for (const socket of sockets) if (!socket.destroyed) socket.write('x');
  }, 500);
  try {
    expect((await call('GET', '/api/health')).status).toBe(200);
    await Promise.all(closed);
  } finally {
    clearInterval(dripping);
  }
}, 60_000);
