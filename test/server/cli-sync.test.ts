import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import type { SyncRunDetails } from '#shared/contract/sync.ts';
import { type OpenLDAP, startOpenLDAP } from '#test/directories/openldap.ts';
import { aFolder } from './configuration/a-configuration-file.ts';
import { runCLI, startCLI } from './run-cli.ts';

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

test('S1 S8 sync brings profiles up to date, or shows what it would do, and ends with 0', async () => {
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
  const people = await store.people.changedAfter(0, 10);
  await store.close();
  expect(people.map(({ username }) => username)).toEqual(['jane', 'juergen', 'yuki']);
  const again = await runCLI(['sync', '--full'], { env });
  expect(again.stderr).toContain('succeeded (full run): 3 read, 0 added, 0 changed');
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
    first.kill('SIGTERM');
    slapd.resume();
    await ended;
    const [run] = (await store.syncRuns.list(1, new Date())).runs;
    await store.close();
    expect(run?.status).toMatch(/cancelled|succeeded/);
  } finally {
    slapd.resume();
  }
});
