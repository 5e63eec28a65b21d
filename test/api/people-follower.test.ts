import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Config, readConfig } from '#server/config.ts';
import { hashPassword } from '#server/identity/passwords.ts';
import { type RunningServer, serve } from '#server/main.ts';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import { type FoundPeople, foundPeople } from '#shared/contract/people.ts';

let folder: string;
let config: Config;
let server: RunningServer | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nameplate-follower-'));
  config = readConfig({ NAMEPLATE_DATA: folder, NAMEPLATE_LISTEN: '127.0.0.1:0', NAMEPLATE_LOG: 'silent' });
  await inStore(async (store) => {
    const passwordHash = await hashPassword('local-password');
    await store.localAccounts.add({ username: 'desk', displayName: 'Desk', passwordHash, role: 'admin' });
  });
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Another process, such as a sync from the command line, writes people. */
async function inStore(
  work: (store: Awaited<ReturnType<typeof createSQLiteStore>>) => Promise<unknown>,
): Promise<void> {
  const store = await createSQLiteStore(config.storeFile);
  await work(store).finally(store.close);
}
const keep = (entryId: string, displayName: string) =>
  inStore(({ people }) =>
    people.keepEntry({ directory: 'hq', entryId, username: entryId, displayName, attributes: {} }, true),
  );

async function namesOf(q: string): Promise<string[]> {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ username: 'desk', password: 'local-password' });
  const { token } = (await (await fetch(`${server?.url}/api/session`, { method: 'POST', headers, body })).json()) as {
    token: string;
  };
  const answer = await fetch(`${server?.url}/api/people?q=${q}`, { headers: { Authorization: `Bearer ${token}` } });
  const { people }: FoundPeople = foundPeople.parse(await answer.json());
  return people.map(({ displayName }) => displayName);
}

test('P2 whoever writes people, the running server finds them soon; after a restart, those of meanwhile too', async () => {
  await keep('one', 'Anna One');
  server = await serve(config);
  await expect.poll(() => namesOf('anna')).toEqual(['Anna One']);
  await keep('two', 'Anna Two');
  await expect.poll(() => namesOf('anna')).toEqual(['Anna One', 'Anna Two']);
  await server.stop();
  await keep('three', 'Anna Three');
  server = await serve(config);
  await expect.poll(() => namesOf('anna three')).toEqual(['Anna Three']);
  expect(await namesOf('anna')).toHaveLength(3);
});
