import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startPeopleFollower } from '#server/start-people-follower.ts';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';

test('P2 a search whose thread could not go on is told, ends nothing, and goes on when its cause is gone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nameplate-follower-'));
  const [storeFile, peopleIndexFile] = [join(folder, 'nameplate.db'), join(folder, 'people-index.db')];
  const store = await createSQLiteStore(storeFile);
  await mkdir(peopleIndexFile);
  const troubles: unknown[] = [];
  const config = { storeFile, peopleIndexFile };
  const follower = startPeopleFollower(
    config,
    () => false,
    (error) => void troubles.push(error),
  );
  try {
    await expect.poll(() => troubles.length).toBeGreaterThan(0);
    await rm(peopleIndexFile, { recursive: true });
    await expect.poll(() => existsSync(peopleIndexFile)).toBe(true);
  } finally {
    await follower.stop();
    await store.close();
    await rm(folder, { recursive: true });
  }
});
