import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { applyConfiguration } from '#server/configuration/apply-configuration.ts';
import { exportConfiguration } from '#server/configuration/export-configuration.ts';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import { configuration } from '#shared/contract/configuration.ts';
import { aDirectory, aFolder, readText } from './a-configuration-file.ts';

async function anEmptyStore(file?: string) {
  const store = await createSQLiteStore(file ?? join(await aFolder(), 'nameplate.sqlite'));
  onTestFinished(store.close);
  return store.configuration;
}

const change = { by: 'nameplate config apply', at: new Date('2026-05-23T12:00:00Z') };
const withKey = (key: string) => configuration.parse({ directories: [aDirectory({ key })] });

test('a configuration takes the place of the kept one, whole', async () => {
  const store = await anEmptyStore();
  expect(await applyConfiguration(store, withKey('one'), change)).toBe('applied');
  expect(await applyConfiguration(store, withKey('two'), change)).toBe('applied');
  expect(await store.load()).toEqual({ configuration: withKey('two'), revision: 2 });
});

test('who is told of a conflict reads that a file was applied, when, and what it changed', async () => {
  const store = await anEmptyStore();
  await applyConfiguration(store, withKey('one'), change);
  await applyConfiguration(store, withKey('two'), change);
  expect(await store.changesAfter(1)).toEqual([
    { revision: 2, ...change, places: ['directories.one', 'directories.two'] },
  ]);
});

test('what is exported and applied again changes nothing', async () => {
  const store = await anEmptyStore();
  await applyConfiguration(store, withKey('one'), change);
  const kept = await store.load();
  const outcome = await readText(exportConfiguration(kept?.configuration ?? configuration.parse({})));
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults));
  expect(await applyConfiguration(store, outcome.configuration, change)).toBe('unchanged');
  expect(await store.load()).toEqual(kept);
});

test('of 20 who apply at once, each is applied whole or told of the conflict', async () => {
  const store = await anEmptyStore();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) => applyConfiguration(store, withKey(`d${n}`), change)),
  );
  const applied = outcomes.filter(({ status }) => status === 'fulfilled');
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  expect((await store.load())?.revision).toBe(applied.length);
  for (const problem of refused) expect(problem).toMatchObject({ kind: 'conflict' });
});

test('somebody who comes in between is a conflict, and theirs stays', async () => {
  const store = await anEmptyStore();
  const load = async () => {
    const before = await store.load();
    await store.save(withKey('theirs'), 0);
    return before;
  };
  await expect(applyConfiguration({ ...store, load }, withKey('mine'), change)).rejects.toMatchObject({
    kind: 'conflict',
  });
  expect((await store.load())?.configuration).toEqual(withKey('theirs'));
});

test('a kept configuration that this version cannot read is a problem, until another one is applied', async () => {
  const file = join(await aFolder(), 'nameplate.sqlite');
  const store = await anEmptyStore(file);
  await applyConfiguration(store, withKey('one'), change);
  const client = new SQLite(file);
  onTestFinished(() => void client.close());
  client.exec(`update configuration set document = '{"directories":{}}'`);
  await expect(store.load()).rejects.toThrow('does not fit this version of Nameplate. Apply a configuration file.');
  expect(await applyConfiguration(store, withKey('two'), change)).toBe('applied');
  expect(await store.load()).toEqual({ configuration: withKey('two'), revision: 2 });
});
