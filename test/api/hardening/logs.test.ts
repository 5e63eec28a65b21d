import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Company, openLDAPCompany } from '../company.ts';

const root = join(import.meta.dirname, '../../..');

let company: Company;
let folder: string;
let username: string;
let url: string;
let stopServer: () => Promise<void>;
const logged: string[] = [];

/** The real server as a process, at its most verbose. */
beforeAll(async () => {
  company = await openLDAPCompany();
  username = await company.add({ displayName: 'Qzw Displayname', title: 'Qzw-Secret-Title' });
  folder = await mkdtemp(join(tmpdir(), 'nameplate-logs-'));
  const file = join(folder, 'nameplate.json');
  const writeBack = { kind: 'directory', attribute: 'title', edit: 'writeBack' };
  await writeFile(
    file,
    JSON.stringify({
      directories: [{ ...company.definition, key: 'hq', bindPassword: { env: 'HQ_PASSWORD' } }],
      fields: [
        { key: 'title', type: 'text', source: writeBack },
        { key: 'nickname', type: 'text' },
      ],
      settings: { writeEnabled: true },
    }),
  );
  const server = spawn(process.execPath, [join(root, 'server/cli.ts'), 'serve'], {
    env: {
      PATH: process.env.PATH,
      HQ_PASSWORD: company.bindPassword,
      NAMEPLATE_LISTEN: '127.0.0.1:0',
      NAMEPLATE_DATA: join(folder, 'data'),
      NAMEPLATE_CONFIG: file,
      NAMEPLATE_ADMIN: 'root:fake-admin-password',
      NAMEPLATE_LOG: 'trace',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(server, 'exit');
  stopServer = async () => {
    server.kill('SIGTERM');
    await ended;
  };
  url = await new Promise((resolve) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (chunk) => {
        logged.push(String(chunk));
        const found = /"url":"([^"]+)"/u.exec(logged.join(''))?.[1];
        if (found) resolve(found);
      });
    }
  });
});
afterAll(async () => {
  await stopServer?.();
  await company?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function call(method: string, path: string, token?: string, body?: unknown) {
  const headers = {
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
  };
  const answer = await fetch(`${url}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Record<string, unknown> };
}

test('X6 the log at its most verbose holds no password, no token, no name and no value of a profile', async () => {
  const signIn = (password: string) => call('POST', '/api/session', undefined, { username, password });
  const { body } = await signIn(company.password);
  const token = String(body.token);
  await signIn('fake-wrong-password');
  await call('GET', '/api/me/profile?refresh=1', token);
  const changes = {
    title: { from: 'Qzw-Secret-Title', to: 'Qzw-Secret-New-Title' },
    nickname: { from: null, to: 'Qzw-Secret-Nickname' },
  };
  expect((await call('PATCH', '/api/me/profile', token, { changes })).status).toBe(200);
  await call('PATCH', '/api/me/profile', token, {
    changes: { title: { from: 'x', to: 'Qzw-Secret-Conflict\r\n"forged":1' } },
  });
  await call('PATCH', '/api/me/profile', token, { changes: { title: 'Qzw-Secret-Malformed' } });
  await call('GET', '/api/people?q=Qzw-Secret-Search', token);
  await call('GET', '/api/people/Qzw-Secret-Id/profile', token);
  await call('GET', '/api/Qzw-Secret-Path?x=Qzw-Secret-Query', token);
  await call('GET', '/api/session', 'Qzw-Secret-Token');
  await company.stop();
  await signIn(company.password);
  await call('GET', '/api/me/profile?refresh=1', token);
  await stopServer();
  const text = logged.join('');
  expect(text.split('\n').length).toBeGreaterThan(10);
  const secrets = [
    company.password,
    company.bindPassword,
    token,
    username,
    'Qzw',
    'fake-wrong-password',
    'fake-admin-password',
  ];
  expect(secrets.filter((each) => text.includes(each))).toEqual([]);
  for (const line of text.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();

  // What is kept on the disk is for the own account alone, and holds neither the token nor a password.
  for (const name of await readdir(join(folder, 'data'))) {
    const file = join(folder, 'data', name);
    expect([name, (await stat(file)).mode & 0o077]).toEqual([name, 0]);
    const bytes = (await readFile(file)).toString('latin1');
    const found = [token, company.password, company.bindPassword, 'fake-admin-password'].filter((each) =>
      bytes.includes(each),
    );
    expect([name, found]).toEqual([name, []]);
  }
  expect((await stat(join(folder, 'data'))).mode & 0o077).toBe(0);
});
