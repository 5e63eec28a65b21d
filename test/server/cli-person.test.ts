import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSQLitePeopleIndex, createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import { aSession } from '#test/conformance/store/a-record.ts';
import { aChange, aSave } from '#test/conformance/store/an-edit.ts';
import { type OpenLDAP, startOpenLDAP } from '#test/directories/openldap.ts';
import { aFolder } from './configuration/a-configuration-file.ts';
import { runCLI } from './run-cli.ts';

/** Each start of the command line takes its time on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

let slapd: OpenLDAP;
beforeAll(async () => {
  slapd = await startOpenLDAP();
});
afterAll(() => slapd.stop());

/** Words that stand nowhere else. */
const [nickname, reason, former, picture] = ['Zaunkoenig', 'Quittenbrot', 'Unkenruf', 'Eigelstein'];

async function aWorkplace() {
  const folder = await aFolder();
  const env = { NAMEPLATE_DATA: folder, HQ_PASSWORD: slapd.servicePassword };
  const { url, serviceDN: bindDN, baseDN } = slapd;
  const account = { bindDN, bindPassword: { env: 'HQ_PASSWORD' } };
  const hq = { key: 'hq', url, tls: 'none', ...account, baseDN, userDN: 'ou=people' };
  const source = { kind: 'directory', attribute: 'telephoneNumber', edit: 'writeBack' };
  const fields = [
    { key: 'phone', type: 'phone', source },
    { key: 'nickname', type: 'text', visibleTo: ['admin'] },
  ];
  const file = join(folder, 'nameplate.json');
  await writeFile(file, JSON.stringify({ directories: [hq], fields }));
  await runCLI(['config', 'apply', file], { env });
  await runCLI(['sync'], { env });

  const store = await createSQLiteStore(join(folder, 'nameplate.sqlite'));
  const [jane] = await store.personalData.find('jane');
  const { id, entryId } = jane ?? { id: '', entryId: '' };
  const sha256 = await store.pictures.put(Buffer.from(picture));
  await store.people.changeLocalValues(id, 0, { nickname, portrait: { sha256 } });
  await store.history.append([
    aChange({ personId: id, actorId: id, from: former, exactFrom: [former], reason }),
    aChange({ personId: 'another', actorId: id, reason: 'For another', to: 'Their value' }),
  ]);
  await store.sessions.add('hash', aSession(id));
  await store.outbox.begin(aSave({ personId: id, entry: { directory: 'hq', entryId: entryId ?? '' } }));
  await store.close();
  const index = await createSQLitePeopleIndex(join(folder, 'people-index.sqlite'));
  const words = { everyone: [], self: [], helpdesk: [], admin: [nickname.toLowerCase()] };
  const indexed = { personId: id, sortName: nickname, nameWords: ['jane'], words };
  await index.keep([indexed], [], { plan: 'p', change: 1, isComplete: true });
  await index.close();

  /** Which of the words stand in any file of the store, however they are spelled. */
  async function left(words: readonly string[]): Promise<string[]> {
    const files = (await readdir(folder)).filter((name) => name.includes('.sqlite'));
    const bytes = await Promise.all(
      files.map(async (name) => (await readFile(join(folder, name), 'latin1')).toLowerCase()),
    );
    return words.filter((word) => bytes.some((each) => each.includes(word.toLowerCase())));
  }
  return { env, folder, id, sha256, left };
}

/** The tables of which a row has this word. */
function rowsWith(folder: string, word: string): string[] {
  const client = new SQLite(join(folder, 'nameplate.sqlite'), { readonly: true });
  const tables = client.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[];
  const found = tables.filter((table) => {
    const rows = client.prepare(`select * from "${table}"`).all();
    return JSON.stringify(rows).includes(word);
  });
  client.close();
  return found;
}

test('W8 person export writes all that is kept of a person, and nothing that opens a door', async () => {
  const { env, folder, id, sha256 } = await aWorkplace();
  const { status, stdout, stderr } = await runCLI(['person', 'export', 'JANE'], { env });
  expect([status, stderr]).toEqual([0, '']);
  const document = JSON.parse(stdout);
  expect(document).toMatchObject({
    person: { id, directory: 'hq', username: 'jane' },
    profile: [
      { key: 'phone', value: expect.stringMatching(/^\+?[\d /]+/u) },
      { key: 'nickname', value: nickname },
    ],
    attributes: { telephoneNumber: [expect.any(String)] },
    localValues: { nickname },
    account: null,
    sessions: [{ client: 'A browser' }],
    pendingEdits: [{ field: 'title', from: 'Baker' }],
    history: [{ personId: id, from: former, reason }],
    changesForOthers: [{ personId: 'another', reason: 'For another' }],
    syncRuns: [{ said: { kind: 'added', username: 'jane' } }],
    pictures: [{ sha256, base64: Buffer.from(picture).toString('base64') }],
  });
  expect(stdout).not.toMatch(/Their value|passwordHash|tokenHash|passwordStamp/u);
  const file = join(folder, 'jane.json');
  expect(await runCLI(['person', 'export', id, file], { env })).toEqual({ status: 0, stdout: '', stderr: '' });
  const { exportedAt: _, ...written } = JSON.parse(await readFile(file, 'utf8'));
  expect(document).toMatchObject(written);
  expect(await runCLI(['person', 'export', 'nobody'], { env })).toMatchObject({
    status: 1,
    stderr: 'Nobody has this id or login name.\n',
  });
});

test('W8 person erase leaves nothing in any file, a whole history, and a profile that comes back empty', async () => {
  const { env, folder, id, left } = await aWorkplace();
  const words = [nickname, reason, former, picture];
  expect(await left(words)).toEqual(words);
  const refused = await runCLI(['person', 'erase', 'jane'], { env });
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('one edit of theirs waits')]);
  expect(await left(words)).toEqual(words);

  const { status, stderr } = await runCLI(['person', 'erase', 'jane', '--with-edits'], { env });
  expect(status).toBe(0);
  expect(stderr).toContain(
    `Erased ${id}: the profile, 1 lines of the history, 1 sessions, 1 pending edits and 1 pictures.`,
  );
  expect(stderr).toContain(
    'As long as the directory hq has the entry, the next sync or sign-in makes a profile of it again',
  );
  expect(await left(words)).toEqual([]);
  expect(rowsWith(folder, 'jane')).toEqual([]);
  expect((await runCLI(['doctor'], { env })).stdout).toContain('the history is whole: 3 lines');

  await runCLI(['sync', '--full'], { env });
  const back = JSON.parse((await runCLI(['person', 'export', 'jane'], { env })).stdout);
  expect(back).toMatchObject({ localValues: {}, history: [], sessions: [], pictures: [] });
  expect(back.person.id).not.toBe(id);
});
