import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '#test/directories/command.ts';
import { freePort, isOpen } from '#test/directories/free-port.ts';

const root = join(import.meta.dirname, '../..');
let temporary: string;
let running: ChildProcess | undefined;

beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'nameplate-demo-test-'));
});
afterEach(async () => {
  if (running?.exitCode === null && running.signalCode === null) {
    running.kill();
    await once(running, 'exit');
  }
  await rm(temporary, { recursive: true, force: true });
});

interface Ports {
  readonly directory: number;
  readonly server: number;
  readonly intranet: number;
}

const somePorts = async (): Promise<Ports> => ({
  directory: await freePort(),
  server: await freePort(),
  intranet: await freePort(),
});

function startDemo(ports: Ports, ...options: string[]) {
  const args = Object.entries(ports).flatMap(([part, port]) => [`--${part}-port`, String(port)]);
  const child = spawn('npm', ['run', '--silent', 'demo', '--', '--no-browser', ...args, ...options], {
    cwd: root,
    env: { ...process.env, TMPDIR: temporary, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  const demo = { child, said: '', ended: once(child, 'exit') };
  const isReady = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        demo.said += text;
        if (demo.said.includes('Ctrl+C')) resolve();
      });
    }
    child.once('exit', () => reject(new Error(`The demo ended:\n${demo.said}`)));
  });
  isReady.catch(() => undefined);
  return Object.assign(demo, { isReady });
}

const openPorts = async (ports: Ports) => {
  const open = await Promise.all(Object.values(ports).map((port) => isOpen(port)));
  return open.filter(Boolean).length;
};

/** What Node and the build keep there for their own speed does not count. */
const foldersOfOurs = async () => (await readdir(temporary)).filter((name) => name.startsWith('nameplate-'));

test('npm run demo: somebody signs in, sees their profile and saves; ldapsearch shows it; SIGTERM leaves nothing', async () => {
  const ports = await somePorts();
  const demo = startDemo(ports);
  await demo.isReady;

  const api = (path: string, method: string, token: string, body?: unknown) =>
    fetch(`http://127.0.0.1:${ports.server}/api${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).then((answer) => answer.json());
  const { token, user } = await api('/session', 'POST', '', { username: 'lena', password: 'demo' });
  expect(user).toMatchObject({ username: 'lena', displayName: 'Lena Größner', role: 'employee' });
  const profile = await api('/me/profile?refresh=1', 'GET', token);
  const seen = profile.fields.find(({ key }: { key: string }) => key === 'phone');
  expect(seen).toMatchObject({ value: '+49 611 7654312', editable: true });
  const { outcomes } = await api('/me/profile', 'PATCH', token, {
    revision: profile.revision,
    changes: { phone: { from: seen.value, to: '0611 7654321' }, location: { from: 'Wiesbaden', to: 'Köln' } },
  });
  expect(outcomes).toMatchObject({
    phone: { status: 'saved', value: '+49 611 7654321' },
    location: { status: 'saved' },
  });

  const [, command = ''] = /^ +(ldapsearch .*)$/m.exec(demo.said) ?? [];
  expect(await run('sh', ['-c', command])).toContain('telephoneNumber: +49 611 7654321\n');
  for (const [username, role] of [
    ['omar', 'helpdesk'],
    ['ida', 'systemAdmin'],
  ]) {
    const session = await api('/session', 'POST', '', { username, password: 'demo' });
    expect(session.user).toMatchObject({ username, role });
  }
  const manifest = /"Load unpacked": (.+)/.exec(demo.said)?.[1] ?? '';
  expect(await readdir(manifest)).toContain('manifest.json');
  expect((await fetch(`http://127.0.0.1:${ports.intranet}/`)).status).toBe(200);

  demo.child.kill('SIGTERM');
  await demo.ended;
  await expect.poll(() => openPorts(ports)).toBe(0);
  await expect.poll(foldersOfOurs).toEqual([]);
}, 120_000);

test('a port that is taken is left alone: the demo takes the next one', async () => {
  const ports = await somePorts();
  const obstacle = createServer().listen(ports.intranet, '127.0.0.1');
  await once(obstacle, 'listening');
  try {
    const demo = startDemo(ports, '--no-build');
    await demo.isReady;
    const [, intranet] = /Intranet +http:\/\/127\.0\.0\.1:(\d+)/.exec(demo.said) ?? [];
    expect(Number(intranet)).toBeGreaterThan(ports.intranet);
    demo.child.kill('SIGINT');
    await demo.ended;
  } finally {
    obstacle.close();
  }
}, 120_000);

test('a demo that is ended while it starts leaves nothing', async () => {
  const ports = await somePorts();
  const demo = startDemo(ports, '--no-build');
  await expect.poll(() => demo.said).toContain('Starting the server');
  demo.child.kill('SIGTERM');
  await demo.ended;
  await expect.poll(() => openPorts(ports)).toBe(0);
  await expect.poll(foldersOfOurs).toEqual([]);
}, 120_000);

test('wrong arguments are named, with the usage, and nothing is started', async () => {
  const demo = startDemo({ directory: 70_000, server: 8787, intranet: 8080 });
  expect((await demo.ended)[0]).toBe(2);
  expect(demo.said).toMatch(/70000 is no port\nusage: npm run demo/);
});
