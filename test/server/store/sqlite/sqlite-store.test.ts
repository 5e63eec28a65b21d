import { randomBytes } from 'node:crypto';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { checkNodeAPI } from '#server/store/sqlite/node-api.ts';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import { aRecord } from '#test/conformance/store/a-record.ts';
import { startStoreProcess } from '#test/conformance/store/store-process.ts';
import { aDatabaseFile, anOpenStore } from './a-database-file.ts';

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

test('a missing file and its folders are made, for the own account alone', async () => {
  const file = await aDatabaseFile('a/b/nameplate.sqlite');
  const store = await anOpenStore(file);
  await store.people.keepEntry(aRecord(), true);
  expect(await modeOf(dirname(file))).toBe('700');
  for (const each of await readdir(dirname(file))) expect(await modeOf(join(dirname(file), each))).toBe('600');
});

test('a file that others may read, such as a restored backup, is closed to them', async () => {
  const file = await aDatabaseFile();
  await (await createSQLiteStore(file)).close();
  await chmod(file, 0o644);
  await anOpenStore(file);
  expect(await modeOf(file)).toBe('600');
});

test('processes that open a new file at once all get the same store', async () => {
  const file = await aDatabaseFile();
  const processes = await Promise.all(Array.from({ length: 4 }, () => startStoreProcess('sqlite', file)));
  for (const { kill } of processes) onTestFinished(kill);
  const kept = await Promise.all(processes.map(({ people }) => people.keepEntry(aRecord({ entryId: 'one' }), true)));
  expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
});

test('a file that is no database is refused and left as it is', async () => {
  const file = await aDatabaseFile();
  const content = randomBytes(8192);
  await writeFile(file, content);
  await expect(createSQLiteStore(file)).rejects.toThrow(`The store ${file} is no database. Restore it`);
  expect(await readFile(file)).toEqual(content);
});

test("another program's database is refused and left as it is", async () => {
  const file = await aDatabaseFile();
  const other = new SQLite(file);
  other.exec('create table people (name text)');
  other.close();
  const content = await readFile(file);
  await expect(createSQLiteStore(file)).rejects.toThrow('is the database of another program');
  expect(await readFile(file)).toEqual(content);
});

test('a store of a newer version is refused and left as it is', async () => {
  const file = await aDatabaseFile();
  await (await createSQLiteStore(file)).close();
  const newer = new SQLite(file);
  newer.pragma('user_version = 1000');
  newer.close();
  const content = await readFile(file);
  await expect(createSQLiteStore(file)).rejects.toThrow('was written by a newer version of Nameplate');
  expect(await readFile(file)).toEqual(content);
});

test('a folder where the file should be, and a file where its folder should be, are told', async () => {
  const file = await aDatabaseFile();
  await expect(createSQLiteStore(dirname(file))).rejects.toThrow('cannot be opened');
  await writeFile(file, '');
  await expect(createSQLiteStore(join(file, 'nameplate.sqlite'))).rejects.toThrow('below something that is no folder');
});

test.each([undefined, '8', '9'])('Node-API %s is refused with a sentence instead of a crash', (version) => {
  expect(() => checkNodeAPI(version)).toThrow('Run Nameplate with Node 22.14 or newer');
});

test('Node-API 10 is enough', () => {
  expect(() => checkNodeAPI('10')).not.toThrow();
});
