import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { verifyHistory } from '#server/history/verify-history.ts';
import { serve } from '#server/main.ts';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import { configuration } from '#shared/contract/configuration.ts';
import { aChange } from '#test/conformance/store/an-edit.ts';

test('W8 a server lets go of what is older than its settings say, and the chain holds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nameplate-retention-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const config = readConfig({ NAMEPLATE_DATA: folder, NAMEPLATE_LISTEN: '127.0.0.1:0', NAMEPLATE_LOG: 'silent' });
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  const before = await createSQLiteStore(config.storeFile);
  await before.configuration.save(configuration.parse({ settings: { historyDays: 30 } }), 0);
  await before.history.append([40, 32, 28, 0].map((days) => aChange({ at: daysAgo(days), to: days })));
  await before.close();
  // It ends only after it has looked for what is old.
  await (await serve(config)).stop();
  await (await serve(config)).stop();

  const store = await createSQLiteStore(config.storeFile);
  onTestFinished(() => store.close());
  expect((await store.history.list({ limit: 9 })).map(({ to }) => to)).toEqual([0, 28]);
  expect(await verifyHistory(store.history)).toEqual({ lines: 3, faults: [] });
});
