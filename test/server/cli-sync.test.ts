import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import type { SyncRun, SyncRunDetails } from '#shared/contract/sync.ts';
import { type OpenLDAP, startOpenLDAP } from '#test/directories/openldap.ts';
import { startProxy } from '#test/faults/proxy.ts';
import { aFolder } from './configuration/a-configuration-file.ts';
import { runCLI, startCLI, startServer } from './run-cli.ts';

/** Each start of the command line takes its time on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

let slapd: OpenLDAP;
beforeAll(async () => {
  slapd = await startOpenLDAP();
});
afterAll(() => slapd.stop());

async function aWorkplace(members: object = {}) {
  const folder = await aFolder();
  const env = { NAMEPLATE_DATA: folder, HQ_PASSWORD: slapd.servicePassword };
  const file = join(folder, 'nameplate.json');
  const { url, serviceDN: bindDN, baseDN } = slapd;
  const hq = {
    key: 'hq',
    name: 'Headquarters',
    url,
    tls: 'none',
    bindDN,
    bindPassword: { env: 'HQ_PASSWORD' },
    baseDN,
    userDN: 'ou=people',
  };
  const fields = [{ key: 'title', type: 'text', source: { kind: 'directory', attribute: 'title' } }];
  await writeFile(file, JSON.stringify({ directories: [{ ...hq, ...members }], fields }));
  await runCLI(['config', 'apply', file], { env });
  return { env, storeFile: join(folder, 'nameplate.sqlite') };
}

test('S1 S8 F10 sync brings profiles up to date, or shows what it would do, and ends with 0', async () => {
  const { env, storeFile } = await aWorkplace();
  const dry = await runCLI(['sync', '--dry-run'], { env });
  expect(dry).toEqual({
    status: 0,
    stdout: '',
    stderr: 'Headquarters: succeeded (full run, dry): 3 read, 3 added, 0 changed, 0 back, 0 hidden, 0 failed\n',
  });
  const { status, stdout } = await runCLI(['sync', '--json'], { env });
  expect(status).toBe(0);
  const { ok, run } = JSON.parse(stdout) as { ok: boolean; run: SyncRunDetails };
  expect(ok).toBe(true);
  expect(run).toMatchObject({ startedBy: { kind: 'commandLine' }, directories: [{ read: 3, added: 3 }] });
  const store = await createSQLiteStore(storeFile);
  onTestFinished(() => store.close());
  const people = await store.people.changedAfter(0, 10);
  expect(people.map(({ username }) => username)).toEqual(['jane', 'juergen', 'yuki']);

  const [forgotten, recent] = [await store.pictures.put(Buffer.from('1')), await store.pictures.put(Buffer.from('2'))];
  await store.pictures.removeUnnamed(new Date(Date.now() - 2 * 86_400_000));
  await store.pictures.put(Buffer.from('2'));
  const again = await runCLI(['sync', '--full'], { env });
  expect(again.stderr).toContain('succeeded (full run): 3 read, 0 added, 0 changed');
  // F10: a full run removes the pictures that nothing has named for a day.
  expect(await store.pictures.get(forgotten)).toBeUndefined();
  expect(await store.pictures.get(recent)).toBeDefined();
});

test('a directory that cannot be read ends it with 1 and the reason', async () => {
  const { env } = await aWorkplace({ bindDN: 'cn=nobody,dc=example,dc=org' });
  const { status, stderr } = await runCLI(['sync'], { env });
  expect(status).toBe(1);
  expect(stderr).toContain('Headquarters: failed (no run)');
  expect(stderr).toContain('does not accept the service account');
});

test('there is no run of a directory that there is not', async () => {
  const { env } = await aWorkplace();
  const { status, stderr } = await runCLI(['sync', '--directory', 'branch'], { env });
  expect([status, stderr]).toEqual([2, 'There is no directory branch, or it is switched off.\n']);
});

test('S7 one run at a time across processes: a second one is refused, and SIGTERM cancels the first', async () => {
  const { env } = await aWorkplace({ operationTimeoutSeconds: 100 });
  slapd.pause();
  try {
    const first = startCLI(['sync', '--json'], { env });
    const ended = once(first, 'exit');
    const store = await createSQLiteStore(join(env.NAMEPLATE_DATA, 'nameplate.sqlite'));
    const underWay = async () => (await store.syncRuns.list(1, new Date())).runs[0]?.status === 'running';
    while (first.exitCode === null && !(await underWay())) await pause(20);
    const second = await runCLI(['sync'], { env });
    expect(second).toMatchObject({ status: 1, stderr: expect.stringContaining('A run is under way already') });
    // Whatever the directory does, and though it may take longer than a test does.
    first.kill('SIGTERM');
    expect(await ended).toEqual([1, null]);
    const { runs } = await store.syncRuns.list(2, new Date());
    await store.close();
    expect(runs).toMatchObject([{ status: 'cancelled', directories: [{ status: 'cancelled' }] }]);
  } finally {
    slapd.resume();
  }
});

test('S7 a server that is told to stop amid a run cancels it and tells whoever watches; the next one does it all', async () => {
  const proxy = await startProxy(slapd.port);
  onTestFinished(() => proxy.close());
  const through = { url: `ldap://127.0.0.1:${proxy.port}`, pageSize: 1, operationTimeoutSeconds: 100 };
  const { env, storeFile } = await aWorkplace(through);
  const begin = async () => {
    const server = await startServer({ env: { ...env, NAMEPLATE_ADMIN: 'root:fake-password' } });
    const call = async (path: string, body: object, headers: object = {}) => {
      const sent = { 'content-type': 'application/json', ...headers };
      return fetch(server.url + path, { method: 'POST', headers: sent, body: JSON.stringify(body) });
    };
    const session = await call('/api/session', { username: 'root', password: 'fake-password' });
    const { token } = (await session.json()) as { token: string };
    const authorization = `Bearer ${token}`;
    const runs = '/api/admin/sync/runs';
    const { id } = (await (await call(runs, { mode: 'incremental' }, { authorization })).json()) as { id: string };
    const watched = await fetch(`${server.url}${runs}/${id}/events`, { headers: { authorization } });
    return { server, events: watched.body?.pipeThrough(new TextDecoderStream()) ?? [] };
  };
  /** What was told of the run last, once nothing more is. */
  async function watch(events: AsyncIterable<string> | Iterable<string>, onEvent = (_: string): void => undefined) {
    let told = '';
    for await (const event of events) {
      told += event;
      onEvent(told);
    }
    return JSON.parse(told.split('data: ').at(-1) ?? '') as SyncRun;
  }

  proxy.fallSilentAfter(2);
  const first = await begin();
  let stopped: ReturnType<typeof first.server.stop> | undefined;
  const cancelled = await watch(first.events, (told) => {
    if (/"read":[1-9]/u.test(told)) stopped ??= first.server.stop();
  });
  expect(cancelled).toMatchObject({ status: 'cancelled', directories: [{ status: 'cancelled', hidden: 0 }] });
  expect(await stopped).toMatchObject({ status: 0, stdout: '' });
  const store = await createSQLiteStore(storeFile);
  onTestFinished(() => store.close());
  const kept = async () => (await store.people.changedAfter(0, 10)).filter(({ directory }) => directory === 'hq');
  expect(cancelled.directories[0]?.read).toBeLessThan(3);
  expect(await kept()).toHaveLength(cancelled.directories[0]?.read ?? 0);

  proxy.be('open');
  const second = await begin();
  expect(await watch(second.events)).toMatchObject({ status: 'succeeded', directories: [{ mode: 'full', read: 3 }] });
  expect(await kept()).toHaveLength(3);
  expect(await second.server.stop()).toMatchObject({ status: 0 });
});
