import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { Problem } from '#server/problem.ts';
import { asStoreProblem } from '#server/store/sqlite/store-problem.ts';
import { aRecord } from '#test/conformance/store/a-record.ts';
import { aDatabaseFile, anOpenStore } from './a-database-file.ts';

function connect(file: string): SQLite.Database {
  const client = new SQLite(file);
  onTestFinished(() => void client.close());
  return client;
}

test('S10: an unchanged person costs no write, accepted or not, and whatever the order of the attributes', async () => {
  const file = await aDatabaseFile();
  const { people } = await anOpenStore(file);
  const client = connect(file);
  const record = aRecord({ attributes: { title: ['Engineer'], mobile: [{ base64: '/w==' }] } });
  await people.keepEntry(record, true);
  // https://www.sqlite.org/pragma.html#pragma_data_version: rises when another connection has committed a change.
  const version = () => client.pragma('data_version', { simple: true });
  const before = version();
  await people.keepEntry(record, true);
  await people.keepEntry({ ...record, attributes: { mobile: [{ base64: '/w==' }], title: ['Engineer'] } }, false);
  await people.keepEntry({ ...record, attributes: { title: ['Engineer'] } }, true);
  expect(version()).toBe(before);
  await people.keepEntry({ ...record, displayName: 'Jane Roe' }, true);
  expect(version()).not.toBe(before);
});

test('what is acknowledged is on the disk: WAL, synced at each commit', async () => {
  const file = await aDatabaseFile();
  const { openDatabase } = await import('#server/store/sqlite/database.ts');
  await (await anOpenStore(file)).configuration.revision();
  const database = openDatabase(file, { busyTimeoutMilliseconds: 0, isForMany: false });
  onTestFinished(database.close);
  const pragma = (name: string) => database.read((queries) => queries.get<Record<string, unknown>>(`pragma ${name}`));
  expect(Object.values(await pragma('journal_mode'))).toEqual(['wal']);
  expect(Object.values(await pragma('synchronous'))).toEqual([2]);
  expect(Object.values(await pragma('foreign_keys'))).toEqual([1]);
});

test('a file that another program holds locked is a problem that says so, and nothing is changed', async () => {
  const file = await aDatabaseFile();
  const { people } = await anOpenStore(file, { busyTimeoutMilliseconds: 10 });
  const person = await people.keepEntry(aRecord(), true);
  const other = connect(file);
  other.exec('begin immediate');
  const saved = people.changeLocalValues(person.id, 0, { nickname: 'Janey' });
  await expect(saved).rejects.toThrow(Problem);
  await expect(saved).rejects.toThrow('is in use by another program');
  other.exec('rollback');
  expect(await people.byId(person.id)).toEqual(person);
});

test('a transaction that fails halfway keeps nothing, and the store goes on', async () => {
  const file = await aDatabaseFile();
  const { localAccounts } = await anOpenStore(file);
  const other = connect(file);
  other.exec(`create trigger full before insert on local_accounts begin select raise(abort, 'no more'); end`);
  const account = { username: 'root', displayName: 'Root', passwordHash: 'hash', role: 'admin' };
  await expect(localAccounts.add(account)).rejects.toThrow('no more');
  expect(other.prepare('select count(*) from people').pluck().get()).toBe(0);
  other.exec('drop trigger full');
  expect(await localAccounts.add(account)).toBe(true);
});

test('a disk that takes no more is a problem that says so; what was acknowledged before is kept', async () => {
  const file = await aDatabaseFile();
  const { people } = await anOpenStore(file);
  const main = fileURLToPath(new URL('./fill-the-disk.ts', import.meta.url));
  const command = 'ulimit -f 512 && exec "$0" "$1" "$2"';
  const { stdout } = await promisify(execFile)('bash', ['-c', command, process.execPath, main, file]);
  const { ids, problem } = JSON.parse(stdout) as { ids: string[]; problem: string };
  expect(problem).toMatch(/^Problem: The store .* (?:cannot be read or written|does not fit on the disk)/);
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) expect(await people.byId(id)).toMatchObject({ id });
  const rows = connect(file).prepare('select count(*) from people').pluck().get();
  expect(rows).toBe(ids.length);
});

test('a full disk is told as such', async () => {
  const client = connect(await aDatabaseFile());
  client.exec('create table t (a blob); pragma max_page_count = 3');
  let full: unknown;
  try {
    client.exec('insert into t values (zeroblob(1000000))');
  } catch (error) {
    full = error;
  }
  expect(asStoreProblem(full, 'x')).toMatchObject({ message: expect.stringContaining('does not fit on the disk') });
});

test('an error that the store does not know stays what it is', () => {
  const error = new TypeError('?');
  expect(asStoreProblem(error, 'x')).toBe(error);
});
