import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startPeopleFollower } from '#server/start-people-follower.ts';
import { createSQLitePeopleIndex, createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import { aRecord } from '#test/conformance/store/a-record.ts';
import { beginSweep } from '#test/conformance/store/a-sweep.ts';

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

test('P2 a search that is told to stop amid very many people lets go at once, and goes on where it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nameplate-follower-'));
  const config = { storeFile: join(folder, 'nameplate.db'), peopleIndexFile: join(folder, 'people-index.db') };
  const store = await createSQLiteStore(config.storeFile);
  await (await beginSweep(store)).keep(Array.from({ length: 2000 }, () => aRecord()));
  const index = await createSQLitePeopleIndex(config.peopleIndexFile);
  const follow = (isAsked: () => void) =>
    startPeopleFollower(
      config,
      () => {
        isAsked();
        return false;
      },
      (error) => {
        throw error;
      },
    );
  let stopped: Promise<void> | undefined;
  try {
    // Right after it was told to catch up.
    await new Promise<void>((resolve) => {
      const follower = follow(() =>
        queueMicrotask(() => {
          stopped ??= follower.stop();
          resolve();
        }),
      );
    });
    await stopped;
    expect(await index.state()).toMatchObject({ isComplete: false });

    const next = follow(() => undefined);
    await expect.poll(async () => (await index.state()).isComplete).toBe(true);
    await next.stop();
    expect((await index.state()).change).toBe(2000);
  } finally {
    await index.close();
    await store.close();
    await rm(folder, { recursive: true });
  }
});
