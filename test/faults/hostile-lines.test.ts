import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { operations } from '#server/directory/answer.ts';
import { aFolder } from '#test/server/configuration/a-configuration-file.ts';
import { runCLI, startServer } from '#test/server/run-cli.ts';
import { entry, message, type Request, requested, result, startHostileServer } from './hostile-server.ts';

/** Each start of the command line takes its time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

/** A line of its own, a terminal that is wiped, and letters that run backwards. */
const diagnostic = 'denied\r\nNothing is wrong.\n{"level":30,"msg":"forged"}\u001b[2J\u009b2J\u202Edlog';

/** Denies every bind for a reason that means harm. */
function answer({ id, operation, dn }: Request): Buffer | undefined {
  if (operation === requested.search && dn === '')
    return Buffer.concat([entry(id, '', { supportedControl: [] }), result(id, operations.search)]);
  return message(id, operations.bind, (writer) => {
    writer.writeEnumeration(53);
    writer.writeString('');
    writer.writeString(diagnostic);
  });
}

async function aWorkplace() {
  const directory = await startHostileServer(answer);
  const folder = await aFolder();
  const account = { bindDN: 'cn=x,dc=example,dc=org', bindPassword: { env: 'HQ_PASSWORD' } };
  const hq = {
    key: 'hq',
    name: 'Headquarters',
    url: directory.url,
    tls: 'none',
    ...account,
    baseDN: 'dc=example,dc=org',
  };
  const file = join(folder, 'nameplate.json');
  await writeFile(file, JSON.stringify({ directories: [hq] }));
  const env = {
    NAMEPLATE_DATA: join(folder, 'data'),
    NAMEPLATE_LISTEN: '127.0.0.1:0',
    NAMEPLATE_LOG: 'trace',
    HQ_PASSWORD: 'fake-secret',
  };
  await runCLI(['config', 'apply', file], { env });
  return env;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const harmful = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

test('X6 what a directory says of itself makes no lines and no commands of the terminal', async () => {
  const env = await aWorkplace();
  const [doctor, sync] = [await runCLI(['doctor'], { env }), await runCLI(['sync'], { env })];
  expect([doctor.status, sync.status]).toEqual([1, 1]);
  expect(doctor.stdout).toContain('denied\\u{d}\\u{a}Nothing is wrong.');
  expect(doctor.stdout + doctor.stderr + sync.stderr).not.toMatch(harmful);
});

test('X1 what a configuration file has in it makes none either', async () => {
  const file = join(await aFolder(), 'nameplate.json');
  await writeFile(file, JSON.stringify({ '\u001b[2J\r\nNothing is wrong.': 1 }));
  const { status, stderr } = await runCLI(['config', 'apply', file]);
  expect([status, stderr]).toEqual([2, expect.stringContaining('Nothing is wrong.')]);
  expect(stderr).not.toMatch(harmful);
});

test('X6 a line of the log is one JSON document, whatever was asked for and answered, at the most verbose level', async () => {
  const { url, stop } = await startServer({ env: await aWorkplace() });
  const username = `Eve\r\n{"level":30,"msg":"forged"}`;
  const session = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: 'x' }),
  };
  expect((await fetch(`${url}/api/session`, session)).status).toBe(500);
  expect((await fetch(`${url}/api/people/%0d%0a%7b%22level%22%3a30%7d/profile`)).status).toBe(401);
  const { stderr } = await stop();
  const lines = stderr.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), msg: expect.not.stringMatching('^forged$') });
  expect(stderr).not.toContain('Eve');
});
