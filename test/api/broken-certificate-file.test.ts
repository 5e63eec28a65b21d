import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { type RunningServer, serve } from '#server/main.ts';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import { configuration } from '#shared/contract/configuration.ts';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import { openLDAPCompany } from './company.ts';

type Company = Awaited<ReturnType<typeof openLDAPCompany>>;

let folder: string;
let caFile: string;
let broken: Company;
let sound: Company;
let inBroken: string;
let inSound: string;
let server: RunningServer;

/** The whole server, by its real composition, over two directories of which the first has its certificate file broken. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nameplate-broken-'));
  caFile = join(folder, 'ca.pem');
  [broken, sound] = await Promise.all([openLDAPCompany({ tls: true }), openLDAPCompany()]);
  [inBroken, inSound] = await Promise.all([broken.add(), sound.add()]);
  process.env.TEST_BIND_PASSWORD = sound.bindPassword;
  const config = readConfig({ NAMEPLATE_DATA: folder, NAMEPLATE_LISTEN: '127.0.0.1:0', NAMEPLATE_LOG: 'silent' });
  const store = await createSQLiteStore(config.storeFile);
  const bindPassword = { env: 'TEST_BIND_PASSWORD' };
  const directories = [
    {
      ...broken.definition,
      key: 'broken',
      name: 'Broken Ltd',
      bindPassword,
      url: broken.slapd.ldapsURL,
      tls: 'ldaps',
      caFile,
    },
    { ...sound.definition, key: 'sound', bindPassword },
  ];
  await store.configuration.save(configuration.parse({ directories }), 0);
  await store.close();
  server = await serve(config);
});
afterAll(async () => {
  await server?.stop();
  await Promise.all([broken?.stop(), sound?.stop()]);
  delete process.env.TEST_BIND_PASSWORD;
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function signIn(username: string, password: string) {
  const answer = await fetch(`${server.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  return { status: answer.status, problem: (await answer.json()) as Partial<ProblemDetails> };
}

describe.each([
  ['is missing', () => Promise.resolve(), 'but there is no such file'],
  ['cannot be read', () => mkdir(caFile), 'but it cannot be read (EISDIR)'],
  ['is empty', () => writeFile(caFile, ''), 'which holds no certificate in PEM form'],
  ['is damaged', () => writeFile(caFile, '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----'), 'is damaged'],
])('X5 a directory whose caFile %s', (_, breakFile, reason) => {
  beforeAll(async () => {
    await rm(caFile, { recursive: true, force: true });
    await breakFile();
  });

  test('keeps neither the server nor the directory beside it from working', async () => {
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    expect((await signIn(inSound, sound.password)).status).toBe(201);
  });

  test('is named by its own use, with the file and the mend', async () => {
    const { status, problem } = await signIn(inBroken, broken.password);
    expect([status, problem.kind, problem.rule]).toEqual([500, 'internal', 'caFile']);
    expect(problem.detail).toContain(`"Broken Ltd" names ${caFile}, `);
    expect(problem.detail).toContain(reason);
    expect(problem.detail).toContain('Put the certificate of its authority there, or correct caFile.');
  });

  test('works as soon as the file is put right, without a restart', async () => {
    await rm(caFile, { recursive: true, force: true });
    await copyFile(broken.slapd.caFile, caFile);
    expect((await signIn(inBroken, broken.password)).status).toBe(201);
  });
});
