import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import type { DoctorReport } from '#shared/contract/diagnosis.ts';
import { aChange, after } from '#test/conformance/store/an-edit.ts';
import { type OpenLDAP, startOpenLDAP } from '#test/directories/openldap.ts';
import { aFolder } from './configuration/a-configuration-file.ts';
import { runCLI } from './run-cli.ts';

/** Each start of the command line takes its time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

let slapd: OpenLDAP;
beforeAll(async () => {
  slapd = await startOpenLDAP();
});
afterAll(() => slapd.stop());

async function aWorkplace(attribute: string) {
  const folder = await aFolder();
  const env = { NAMEPLATE_DATA: folder, HQ_PASSWORD: slapd.servicePassword };
  const file = join(folder, 'nameplate.json');
  const { url, serviceDN: bindDN, baseDN } = slapd;
  const account = { bindDN, bindPassword: { env: 'HQ_PASSWORD' } };
  const hq = { key: 'hq', name: 'Headquarters', url, tls: 'none', ...account, baseDN, userDN: 'ou=people' };
  const source = { kind: 'directory', attribute, edit: 'writeBack' };
  const document = {
    directories: [hq],
    fields: [{ key: 'title', type: 'text', source }],
    settings: { writeEnabled: true },
  };
  await writeFile(file, JSON.stringify(document));
  await runCLI(['config', 'apply', file], { env });
  return env;
}

test('W2 doctor ends with 0 where all is sound, each step on a line', async () => {
  const env = await aWorkplace('title');
  const { status, stdout, stderr } = await runCLI(['doctor', '--username', 'jane'], { env });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Headquarters \(hq\): sound\n {2}ok {4}definition/u);
  expect(stdout).toContain('ok    attribute.write   title (field title): a real write to uid=jane');
  expect(stdout).toMatch(/Nothing is wrong\.\n$/u);
});

test('W2 doctor ends with 1 where something is wrong, as JSON too', async () => {
  const env = await aWorkplace('titel');
  const { status, stdout, stderr } = await runCLI(['doctor', '--json'], { env });
  expect([status, stderr]).toEqual([1, '']);
  const report = JSON.parse(stdout) as DoctorReport;
  expect(report.ok).toBe(false);
  expect(report.directories[0]?.steps.at(-1)).toMatchObject({
    step: 'attribute.schema',
    ok: false,
    field: 'title',
    cause: 'The schema of the directory has no attribute titel.',
    fix: 'Did you mean title?',
  });
  const lines = await runCLI(['doctor'], { env });
  expect(lines.status).toBe(1);
  expect(lines.stdout).toContain('mend:  Did you mean title?');
});

test('W2 doctor ends with 2 for a directory that is not set up', async () => {
  const env = await aWorkplace('title');
  expect(await runCLI(['doctor', '--directory', 'none'], { env })).toMatchObject({
    status: 2,
    stderr: 'There is no directory none.\n',
  });
});

test('W8 doctor names the lines of the history that were edited or removed by hand, and none where retention and erasure were at work', async () => {
  const env = await aWorkplace('title');
  const file = join(env.NAMEPLATE_DATA, 'nameplate.sqlite');
  const store = await createSQLiteStore(file);
  const people = ['jane', 'max', 'jane', 'max', 'max', 'max', 'max'];
  await store.history.append(people.map((personId, at) => aChange({ personId, at: after(at) })));
  await store.history.trim(after(1), after(10));
  await store.history.erase('jane', after(11));
  await store.close();
  expect((await runCLI(['doctor'], { env })).stdout).toContain('ok    history           the history is whole: 8 lines');

  const client = new SQLite(file);
  client.exec(`update history set "to" = '"Boss"' where id = 4; delete from history where id in (6, 7)`);
  client.close();
  const { status, stdout } = await runCLI(['doctor'], { env });
  expect(status).toBe(1);
  expect(stdout).toContain('FAIL  history           line 4 was edited, lines 6 to 7 were removed\n          cause: ');
});

test('D4 doctor says that a password is not at hand, and never what it is', async () => {
  const { HQ_PASSWORD: _, ...env } = await aWorkplace('title');
  const { status, stdout } = await runCLI(['doctor'], { env });
  expect(status).toBe(1);
  expect(stdout).toContain(
    'FAIL  definition        bindPassword names the environment variable HQ_PASSWORD, which is not set',
  );
  expect(stdout).not.toContain(slapd.servicePassword);
});
