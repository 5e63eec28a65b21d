import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import SQLite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { operations } from '#server/directory/answer.ts';
import { controlTypes } from '#server/directory/controls.ts';
import { configuration } from '#shared/contract/configuration.ts';
import { type OpenLDAP, startOpenLDAP } from '#test/directories/openldap.ts';
import { aPerson } from '#test/directories/people.ts';
import {
  entry,
  message,
  pagedResultsValue,
  person,
  type Request,
  result,
  startHostileDirectory,
} from '#test/faults/hostile-server.ts';
import { startProxy } from '#test/faults/proxy.ts';
import { cli, startCLI } from '#test/server/run-cli.ts';
import { aSync, directoryOf } from './a-sync.ts';
import { directories, type Grounds } from './grounds.ts';

vi.setConfig({ testTimeout: 60_000 });

const titles = (people: ReadonlyMap<string, { attributes: Readonly<Record<string, unknown>> }>) =>
  [...people.values()].map(({ attributes }) => attributes.title);

async function aCompany(count: number): Promise<OpenLDAP> {
  const ldif = Array.from({ length: count }, (_, number) => aPerson({ uid: `p${number}`, title: `Title ${number}` }));
  const slapd = await startOpenLDAP({ ldif, globalConf: ['moduleload syncprov'], databaseConf: ['overlay syncprov'] });
  onTestFinished(() => slapd.stop());
  return slapd;
}

/** A paged search that would find more than so many ends with an error, whatever the size of its pages. */
const sizelimit = 20;

describe.each(directories)('a directory that goes away: %s', (name, start) => {
  let grounds: Grounds;
  // The first to ask for a domain controller waits until it is there.
  beforeAll(async () => {
    grounds = await start({ sizelimit });
  }, 120_000);
  afterAll(() => grounds.stop());

  async function aUnit(people: number) {
    const unit = await grounds.newUnit(people);
    return { unit, sync: await aSync({ directories: [unit.definition], bindPassword: grounds.bindPassword() }) };
  }

  test.each<[string, () => unknown]>([
    ['with the connection cut', () => grounds.proxy.end('RST')],
    ['because it stops', () => grounds.goAway()],
  ])('%s after page 2: nobody is lost, the next run does it all', async (_, goAway) => {
    // More pages than are read ahead of the one that is written.
    const everybody = Array.from({ length: 18 }, (_, person) => person);
    const { unit, sync } = await aUnit(everybody.length);
    let pages = 0;
    const cut = await sync.run('full', { afterPage: () => (++pages === 2 ? goAway() : undefined) });
    expect(cut).toMatchObject({ status: 'failed', directories: [{ problem: { kind: 'unavailable' }, hidden: 0 }] });
    const kept = (await sync.people()).size;
    expect(kept).toBeGreaterThanOrEqual(4);
    expect(kept).toBeLessThan(everybody.length);
    expect(await sync.state()).toMatchObject({ mark: null, lastFull: null });
    await grounds.comeBack();
    expect(await sync.run()).toMatchObject({ status: 'succeeded', directories: [{ mode: 'full', read: 18 }] });
    const before = await sync.state();
    // Then each page is kept, whichever is the first.
    await Promise.all(everybody.map((person) => unit.change(person, 'New')));
    const again = await sync.run('full', { afterPage: goAway });
    expect(again).toMatchObject({ status: 'failed', directories: [{ hidden: 0 }] });
    expect((await sync.people()).size).toBe(everybody.length);
    expect(await sync.state()).toEqual(before);
    await grounds.comeBack();
    expect(await sync.run()).toMatchObject({ status: 'succeeded', directories: [{ mode: 'incremental', hidden: 0 }] });
    expect(titles(await sync.people())).toEqual(everybody.map(() => ['New']));
  });

  test('and is back: the run failed, the next one reads what changed meanwhile', async () => {
    const { unit, sync } = await aUnit(3);
    await sync.run();
    await grounds.goAway();
    expect(await sync.run()).toMatchObject({ status: 'failed', directories: [{ problem: { kind: 'unavailable' } }] });
    await grounds.comeBack();
    await unit.change(1, 'New');
    expect(await sync.run()).toMatchObject({ status: 'succeeded', directories: [{ mode: 'incremental', changed: 1 }] });
  });

  test('for the service account, whose password is another one: one attempt, and everybody is kept', async () => {
    const { sync } = await aUnit(3);
    await sync.run();
    await grounds.changePassword();
    const connections = grounds.proxy.connections();
    const run = await sync.run('full');
    expect(run).toMatchObject({ status: 'failed', directories: [{ problem: { rule: 'serviceAccount' }, hidden: 0 }] });
    expect(grounds.proxy.connections() - connections).toBe(1);
    expect((await sync.people()).size).toBe(3);
    const bindPassword = grounds.bindPassword();
    expect(await sync.run('full', { bindPassword })).toMatchObject({ directories: [{ unchanged: 3, hidden: 0 }] });
  });

  // A domain controller limits each page, not how many of them there are (MS-ADTS 3.1.1.3.4.6, MaxPageSize).
  if (name === 'Active Directory') return;
  test('beyond a size limit: that is an error and no departure', async () => {
    const { unit, sync } = await aUnit(2);
    await sync.run();
    for (let person = 2; person <= sizelimit; person++) await unit.add(person);
    expect(await sync.run('full')).toMatchObject({
      status: 'failed',
      directories: [{ status: 'failed', problem: { rule: 'sizeLimit' }, hidden: 0 }],
    });
    expect([...(await sync.people()).keys()]).toEqual(expect.arrayContaining([0, 1].map(unit.username)));
  });
});

/** None of this can a real directory be made to send; of one entry that hides what it is, departures.test.ts tells. */
describe('a directory that is hostile', () => {
  interface Page {
    readonly bytes: (id: number) => Buffer;
    readonly cookie?: string;
  }

  async function aHostileSync(pages: (index: number) => Page) {
    let asked = 0;
    const server = await startHostileDirectory(({ id }: Request) => {
      const { bytes, cookie = '' } = pages(asked++);
      const controls = { [controlTypes.pagedResults]: pagedResultsValue(cookie) };
      return Buffer.concat([bytes(id), result(id, operations.search, 0, controls)]);
    });
    const definition = { key: 'hq', url: server.url, tls: 'none', baseDN: 'dc=example,dc=org' };
    return aSync({ directories: [{ ...definition, connectTimeoutSeconds: 5, operationTimeoutSeconds: 5 }] });
  }

  const twoPeople = (id: number) => Buffer.concat([person(id, 'jane'), person(id, 'john')]);
  const malformed = (id: number) =>
    message(id, operations.searchEntry, (writer) => writer.writeBuffer(Buffer.from([0x30, 0x7f, 0x01]), 0x04));

  test('S7 one malformed entry among thousands fails alone, and nobody is hidden for it', async () => {
    let isMalformed = false;
    const sync = await aHostileSync(() => ({
      bytes: (id) => {
        const others = Array.from({ length: 2000 }, (_, number) => person(id, `p${number}`));
        return Buffer.concat([...others, isMalformed ? malformed(id) : person(id, 'jane')]);
      },
    }));
    expect((await sync.run('full')).directories).toMatchObject([{ added: 2001, failed: 0 }]);
    isMalformed = true;
    const run = await sync.run('full');
    expect(run.directories).toMatchObject([{ status: 'succeeded', unchanged: 2000, failed: 1, hidden: 0, missing: 1 }]);
    expect(run.failures).toMatchObject([{ problem: { rule: 'malformedEntry' } }]);
    expect((await sync.people()).size).toBe(2001);
  });

  test('S7 an entry that shows no id fails alone', async () => {
    const sync = await aHostileSync(() => ({
      bytes: (id) => Buffer.concat([twoPeople(id), entry(id, 'uid=max,dc=example,dc=org', { uid: 'max' })]),
    }));
    const run = await sync.run('full');
    expect(run.directories).toMatchObject([{ added: 2, failed: 1 }]);
    expect(run.failures).toMatchObject([{ dn: 'uid=max,dc=example,dc=org', problem: { rule: 'noId' } }]);
  });

  test.each<[string, (index: number) => Page, string]>([
    ['pages without an end', (index) => ({ bytes: (id) => person(id, `p${index % 3}`), cookie: 'more' }), 'paging'],
    ['empty pages without an end', () => ({ bytes: () => Buffer.alloc(0), cookie: 'more' }), 'paging'],
    ['a length of 2 GiB', () => ({ bytes: () => Buffer.from([0x30, 0x84, 0x7f, 0xff, 0xff, 0xff]) }), 'protocol'],
    ['no LDAP at all', () => ({ bytes: () => Buffer.from('HTTP/1.1 200 OK\r\n') }), 'protocol'],
  ])('%s: the run fails with a reason, and everybody is kept', async (_, pages, rule) => {
    let isHostile = false;
    const sync = await aHostileSync((index) => (isHostile ? pages(index) : { bytes: twoPeople }));
    await sync.run('full');
    const before = await sync.state();
    isHostile = true;
    const run = await sync.run('full');
    expect(run).toMatchObject({ status: 'failed', directories: [{ status: 'failed', hidden: 0 }] });
    expect(run.directories[0]?.problem?.rule).toMatch(new RegExp(rule, 'u'));
    expect([...(await sync.people()).keys()]).toEqual(expect.arrayContaining(['jane', 'john']));
    expect(await sync.state()).toEqual(before);
  });
});

/** Which directory it is does not matter to what is ours. */
describe('a process or a disk that fails', () => {
  /** A folder for the command line, and a sync of the same store in this process. */
  async function aWorkplace(slapd: OpenLDAP, members: object = {}) {
    const folder = await mkdtemp(join(tmpdir(), 'nameplate-bad-day-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const directories = [directoryOf(slapd, members)];
    const sync = await aSync({ directories, attributes: ['title'], storeFile: join(folder, 'nameplate.sqlite') });
    const fields = [{ key: 'title', type: 'text', source: { kind: 'directory', attribute: 'title' } }];
    await sync.store.configuration.save(configuration.parse({ directories, fields }), 0);
    const env = { NAMEPLATE_DATA: folder, TEST_PASSWORD: slapd.servicePassword };
    return { env, sync };
  }

  test('S7 kill -9 between two pages: what was kept stays, and the next run begins where this one did', async () => {
    const slapd = await aCompany(40);
    const proxy = await startProxy(slapd.port);
    onTestFinished(() => proxy.close());
    const { env, sync } = await aWorkplace(slapd, { url: `ldap://127.0.0.1:${proxy.port}`, pageSize: 1 });
    // Each page takes a turn of the loop that looks how far it is.
    proxy.delay(20);
    const child = startCLI(['sync'], { env });
    const exited = once(child, 'exit');
    while ((await sync.people()).size < 3 && child.exitCode === null) await pause(1);
    proxy.be('silent');
    child.kill('SIGKILL');
    await exited;
    proxy.be('open');
    proxy.delay(0);
    expect((await sync.people()).size).toBeLessThan(40);
    expect((await sync.state()).mark).toBeNull();
    await expect(sync.run()).rejects.toMatchObject({ options: { rule: 'syncUnderWay' } });
    sync.outlastLease();
    expect(await sync.run()).toMatchObject({ status: 'succeeded' });
    const expected = Array.from({ length: 40 }, (_, number) => [`Title ${number}`]);
    expect(titles(await sync.people())).toEqual(expect.arrayContaining(expected));
    const { runs } = await sync.store.syncRuns.list(2, new Date());
    expect(runs[1]?.status).toBe('interrupted');
  });

  /** What a run writes last of all: it never gets beyond, since a trigger there counts without an end. */
  const lastWords = {
    'between the last page and the watermark': 'update on sync_states',
    'between the watermark and the end of the run': 'update of lease_until on sync_runs when new.lease_until is null',
  };

  test.each([
    ['between the last page and the watermark', { changed: 2, hidden: 0, isMarked: false }],
    ['between the watermark and the end of the run', { changed: 4, hidden: 1, isMarked: true }],
  ] as const)(
    'S6 S7 kill -9 %s: both are kept or neither is, and the next run loses nobody',
    async (when, expected) => {
      const slapd = await aCompany(5);
      const { env, sync } = await aWorkplace(slapd, { pageSize: 2 });
      expect(await sync.run()).toMatchObject({ directories: [{ added: 5 }] });
      const before = await sync.state();
      const dn = (number: number) => `dn: uid=p${number},${slapd.peopleDN}\nchangetype:`;
      const others = [0, 2, 3, 4].map((number) => `${dn(number)} modify\nreplace: title\ntitle: New\n`);
      await slapd.ldapmodify([`${dn(1)} delete\n`, ...others].join('\n'));
      const changed = async () => titles(await sync.people()).filter((title) => String(title) === 'New').length;

      const other = new SQLite(sync.file, { timeout: 300 });
      onTestFinished(() => void other.close());
      other.exec(`create view endless as with recursive n(i) as (select 1 union all select i + 1 from n) select i from n;
      create trigger stall before ${lastWords[when]} begin select count(*) from endless; end`);
      const child = startCLI(['sync', '--full'], { env });
      const exited = once(child, 'exit');
      while ((await changed()) < expected.changed || !isLocked(other)) {
        expect(child.exitCode).toBeNull();
        await pause(20);
      }
      child.kill('SIGKILL');
      await exited;
      other.exec('drop trigger stall; drop view endless');

      expect([await changed(), (await sync.people({ hidden: true })).size]).toEqual([
        expected.changed,
        expected.hidden,
      ]);
      if (expected.isMarked) expect((await sync.state()).mark).not.toEqual(before.mark);
      else expect(await sync.state()).toEqual(before);
      sync.outlastLease();
      expect(await sync.run()).toMatchObject({ directories: [{ mode: 'incremental', changed: 4 - expected.changed }] });
      expect(await changed()).toBe(4);
      await sync.run('full');
      expect([...(await sync.people({ hidden: true })).keys()]).toEqual(['p1']);
    },
  );

  test('a disk that is full: the run fails, and the next one does it all once there is room', async () => {
    const slapd = await aCompany(900);
    const { env, sync } = await aWorkplace(slapd, { pageSize: 50 });
    const command = 'ulimit -f 700 && exec "$0" "$@"';
    const full = execFile('bash', ['-c', command, process.execPath, cli, 'sync'], { env: { ...process.env, ...env } });
    const [status] = await once(full, 'exit');
    expect(status).not.toBe(0);
    expect((await sync.state()).mark).toBeNull();
    sync.outlastLease();
    expect(await sync.run()).toMatchObject({ status: 'succeeded', directories: [{ read: 900 }] });
    expect((await sync.people()).size).toBe(900);
  });
});

/** For longer than anybody takes to write. */
function isLocked(client: SQLite.Database): boolean {
  try {
    client.exec('begin immediate; rollback');
    return false;
  } catch (error) {
    if (error instanceof SQLite.SqliteError && error.code === 'SQLITE_BUSY') return true;
    throw error;
  }
}
