import { once } from 'node:events';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { kinds } from '#shared/fields/kinds.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { aDirectory, aFolder, writeCertificate } from './configuration/a-configuration-file.ts';
import { runCLI, startServer } from './run-cli.ts';

const types = Object.keys(kinds).join(', ');

const small = { directories: [aDirectory({ userDN: 'ou=people' })], fields: [{ key: 'phone', type: 'phone' }] };
const faulty = '{\n  "fields": [{ "key": "a" }],\n  "oles": {}\n}';

async function aWorkplace() {
  const folder = await aFolder();
  const env = { NAMEPLATE_DATA: join(folder, 'data'), NAMEPLATE_LISTEN: '127.0.0.1:0' };
  const write = async (name: string, content: string) => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
  return { folder, env, write };
}

test('--help and --version answer on standard output and end with 0', async () => {
  expect(await runCLI(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('config apply FILE') });
  expect(await runCLI(['--version'])).toEqual({ status: 0, stdout: `${packageJson.version}\n`, stderr: '' });
});

test('wrong usage ends with 2 and a sentence, as JSON too', async () => {
  const sentence = 'There is no command serv. nameplate --help says what there is.';
  expect(await runCLI(['serv'])).toEqual({ status: 2, stdout: '', stderr: `${sentence}\n` });
  const { status, stdout } = await runCLI(['serv', '--json']);
  expect(status).toBe(2);
  expect(JSON.parse(stdout)).toEqual({ ok: false, message: sentence, faults: [] });
  const { status: since, stderr } = await runCLI(['sync', '--since', '2026-02-31']);
  expect([since, stderr]).toEqual([2, expect.stringMatching(/^--since 2026-02-31 is no time such as /)]);
});

test('a faulty environment ends with 2 and names each variable', async () => {
  const env = { NAMEPLATE_LISTEN: 'x', NAMEPLATE_SECRET: 'hunter2' };
  const { status, stderr, stdout } = await runCLI(['serve', '--json'], { env });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^NAMEPLATE_LISTEN: .*\nNAMEPLATE_SECRET: .*\n/);
  expect(JSON.parse(stdout).faults.map(({ path }: { path: string }) => path)).toEqual([
    'NAMEPLATE_LISTEN',
    'NAMEPLATE_SECRET',
  ]);
  expect(stderr + stdout).not.toContain('hunter2');
});

test('a faulty configuration ends with 2, lists all faults at their places, and touches nothing', async () => {
  const { env, write } = await aWorkplace();
  const file = await write('nameplate.json', faulty);
  const { status, stdout, stderr } = await runCLI(['config', 'apply', file, '--json'], { env });
  expect(status).toBe(2);
  const message = `is missing; it must be one of ${types}`;
  expect(stderr.split('\n')).toEqual([
    `${file}:2:14 fields[0].type: ${message}`,
    `${file}:3:3 oles: is not known; did you mean roles?`,
    `The configuration in ${file} has faults. Nothing was applied.`,
    '',
  ]);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    faults: [
      { path: 'fields[0].type', line: 2, column: 14, message },
      { path: 'oles', line: 3, column: 3 },
    ],
  });
  await expect(access(env.NAMEPLATE_DATA)).rejects.toThrow('ENOENT');
});

test('a configuration is applied, exported, and applied again without a change', async () => {
  const { env, folder, write } = await aWorkplace();
  const file = await write('nameplate.json', JSON.stringify(small));
  const applied = await runCLI(['config', 'apply', file, '--json'], { env });
  expect(applied.status).toBe(0);
  expect(JSON.parse(applied.stdout)).toEqual({ ok: true, outcome: 'applied', faults: [] });

  const exported = await runCLI(['config', 'export'], { env });
  expect(exported).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(exported.stdout)).toEqual({ ...small, settings: {}, roles: {}, signIn: {} });

  const again = await runCLI(['config', 'apply', '-', '--json'], { env, input: exported.stdout });
  expect(JSON.parse(again.stdout)).toEqual({ ok: true, outcome: 'unchanged', faults: [] });

  const copy = join(folder, 'copy.json');
  expect(await runCLI(['config', 'export', copy], { env })).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(await readFile(copy, 'utf8')).toBe(exported.stdout);
});

test('a certificate file is looked for beside the configuration file, wherever the command is called', async () => {
  const { env, folder, write } = await aWorkplace();
  await writeCertificate(join(folder, 'ca.pem'));
  const file = await write('nameplate.json', JSON.stringify({ directories: [aDirectory({ caFile: 'ca.pem' })] }));
  expect(await runCLI(['config', 'apply', file], { env, cwd: '/' })).toMatchObject({ status: 0 });
  const { stdout } = await runCLI(['config', 'export'], { env });
  expect(JSON.parse(stdout).directories[0].caFile).toBe(join(folder, 'ca.pem'));
});

test('a configuration file that is not there ends with 2', async () => {
  const { env } = await aWorkplace();
  const { status, stderr } = await runCLI(['config', 'apply', 'gone.json'], { env });
  expect(status).toBe(2);
  expect(stderr).toBe('The configuration file gone.json: There is no such file.\n');
});

test('to export where there is no store, or no configuration, ends with 1 and makes none', async () => {
  const { env } = await aWorkplace();
  const { status, stderr } = await runCLI(['config', 'export'], { env });
  expect(status).toBe(1);
  expect(stderr).toContain('There is no store');
  await expect(access(env.NAMEPLATE_DATA)).rejects.toThrow('ENOENT');
});

test('a store that cannot be opened ends with 1 and says cause and mend, for every command', async () => {
  const { env, write } = await aWorkplace();
  const file = await write('nameplate.json', '{}');
  await mkdir(env.NAMEPLATE_DATA);
  await writeFile(join(env.NAMEPLATE_DATA, 'nameplate.sqlite'), 'x'.repeat(5000));
  for (const args of [['serve'], ['config', 'apply', file], ['config', 'export']]) {
    const { status, stderr } = await runCLI(args, { env });
    expect(status).toBe(1);
    expect(stderr).toMatch(/is no database\. Restore it from a backup.*\n$/);
  }
});

test('serve answers until it is told to stop, and then ends with 0', async () => {
  const { env, write } = await aWorkplace();
  const file = await write('nameplate.json', JSON.stringify({ fields: small.fields }));
  const started = { ...env, NAMEPLATE_CONFIG: file };
  const tooShort = await runCLI(['serve'], { env: { ...started, NAMEPLATE_ADMIN: 'root:1234567' } });
  expect(tooShort).toMatchObject({ status: 2, stderr: expect.stringMatching(/^NAMEPLATE_ADMIN: .*8 characters/mu) });
  expect(tooShort.stderr).not.toContain('1234567');
  const server = await startServer({ env: { ...started, NAMEPLATE_ADMIN: 'root:password' } });
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  const { status, stdout, stderr } = await server.stop();
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(stderr).not.toContain('password');
  // It counts at the first start alone, so that afterwards it keeps nothing from running.
  const later = await runCLI(['config', 'export'], { env: { ...env, NAMEPLATE_ADMIN: 'admin:secret' } });
  expect(JSON.parse(later.stdout).fields).toEqual(small.fields);
  const again = await startServer({ env: { ...env, NAMEPLATE_ADMIN: 'admin:secret' } });
  expect((await fetch(`${again.url}/api/health`)).status).toBe(200);
});

test('serve with a faulty configuration for an empty store ends with 2 and lists the faults', async () => {
  const { env, write } = await aWorkplace();
  const file = await write('nameplate.json', faulty);
  const { status, stderr } = await runCLI(['serve'], { env: { ...env, NAMEPLATE_CONFIG: file } });
  expect(status).toBe(2);
  expect(stderr).toContain(`${file}:3:3 oles: is not known; did you mean roles?`);
});

test('serve on an address that is taken ends with 1 and names it', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { env } = await aWorkplace();
  const { status, stderr } = await runCLI(['serve'], { env: { ...env, NAMEPLATE_LISTEN: `127.0.0.1:${port}` } });
  expect(status).toBe(1);
  expect(stderr).toBe(`listen EADDRINUSE: address already in use 127.0.0.1:${port}\n`);
});
