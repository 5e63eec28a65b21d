import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bindPasswordOf, placeOf } from '#server/configuration/bind-password.ts';
import { createCipher } from '#server/secrets/cipher.ts';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import { configuration } from '#shared/contract/configuration.ts';
import { aDirectory, aFolder } from './configuration/a-configuration-file.ts';
import { runCLI } from './run-cli.ts';

test('D4 keys rotate encrypts what is kept by the new secret, and says what it lacks', {
  timeout: 60_000,
}, async () => {
  const folder = await aFolder();
  const [before, after] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const file = join(folder, 'nameplate.sqlite');
  const parsed = configuration.parse({
    directories: [aDirectory({ bindDN: 'cn=n', bindPassword: { env: 'SET' } })],
  });
  const [directory] = parsed.directories;
  if (!directory) throw new Error('there is one');
  const encrypted = createCipher(before).seal('fake-password', placeOf(directory));
  const store = await createSQLiteStore(file);
  await store.configuration.save({ ...parsed, directories: [{ ...directory, bindPassword: { encrypted } }] }, 0);

  const NAMEPLATE_SECRET = after.toString('base64');
  const without = await runCLI(['keys', 'rotate'], { env: { NAMEPLATE_DATA: folder, NAMEPLATE_SECRET } });
  expect(without.status).toBe(1);
  expect(without.stderr).toContain('directories[0].bindPassword: was encrypted by another NAMEPLATE_SECRET');
  const env = { NAMEPLATE_DATA: folder, NAMEPLATE_SECRET, NAMEPLATE_SECRET_PREVIOUS: before.toString('base64') };
  const { status, stdout } = await runCLI(['keys', 'rotate', '--json'], { env });
  expect([status, JSON.parse(stdout)]).toEqual([0, { ok: true, rotated: 1 }]);

  const kept = (await store.configuration.load())?.configuration.directories[0];
  expect(kept && bindPasswordOf(kept, { environment: {}, cipher: createCipher(after) })).toEqual({
    password: 'fake-password',
  });
  await store.close();
});
