import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { formatTimestamp, parseTimestamp } from '#shared/timestamp-pattern.ts';
import { activeDirectoryCompany, type Company, openLDAPCompany } from '#test/api/company.ts';
import { modifyActiveDirectory } from '#test/directories/active-directory.ts';
import type { OpenLDAPOptions } from '#test/directories/openldap.ts';
import { sharedActiveDirectory } from '#test/directories/shared-active-directory.ts';
import { type Controller, startControllers } from '#test/faults/controllers.ts';
import { aSync } from './a-sync.ts';

vi.setConfig({ testTimeout: 120_000 });

const telling = { ldif: '', globalConf: ['moduleload syncprov'], databaseConf: ['overlay syncprov'] };
const companies = {
  'change sequence numbers': () => openLDAPCompany(telling),
  timestamps: () => openLDAPCompany({ ldif: '' }),
  uSNChanged: () => activeDirectoryCompany(),
};

async function begin<C extends Company>(start: () => Promise<C>, members: object = {}, password?: string) {
  const company = await start();
  onTestFinished(() => company.stop());
  const definition = { key: 'hq', ...company.definition, bindPassword: { env: 'TEST_PASSWORD' }, ...members };
  const sync = await aSync({ directories: [definition], attributes: ['title'] });
  return {
    company,
    ...sync,
    async run(mode: 'full' | 'incremental' = 'incremental') {
      const ended = await sync.run(mode, { bindPassword: password ?? company.bindPassword });
      expect(ended).toMatchObject({ status: 'succeeded' });
      return ended.directories[0];
    },
    titleOf: async (username: string) => (await sync.people()).get(username)?.attributes.title,
  };
}

describe('S2 clocks', () => {
  test.each(Object.entries<() => Promise<Company>>(companies))(
    'that differ by hours, and turn between runs, lose no change that is told by %s',
    async (_, start) => {
      const { company, run, titleOf, turnClock } = await begin(start);
      const jane = await company.add({ title: 'Engineer' });
      await run();
      for (const hours of [7, -13, 5]) {
        turnClock(hours);
        await company.replace(jane, 'title', [`${hours} hours`]);
        expect(await run()).toMatchObject({ mode: 'incremental' });
        expect(await titleOf(jane)).toEqual([`${hours} hours`]);
      }
    },
  );

  test.each([
    ['change sequence numbers', 180, 'full'],
    ['change sequence numbers', 8, 'full'],
    ['timestamps', 180, 'incremental'],
    ['timestamps', 8, 'incremental'],
  ] as const)(
    'of a directory that are put right lose no change that is told by %s, after they ran ahead by %i minutes',
    async (kind, minutes, whoChangedLast) => {
      const { company, run, titleOf } = await begin(companies[kind]);
      const last = await company.add({ title: 'Engineer' });
      // So that the backup holds its mark, too, which slapd writes down when it ends.
      await company.slapd.restart();
      await company.slapd.restore(stampedLater(await company.slapd.backUp(), minutes));
      const other = await company.add({ title: 'Engineer' });
      await run();
      async function runAfter(username: string, title: string) {
        await company.replace(username, 'title', [title]);
        const told = await run();
        expect(await titleOf(username)).toEqual([title]);
        return told;
      }
      expect(await runAfter(other, 'Director')).toMatchObject({ mode: 'incremental', changed: 1 });
      expect(await runAfter(last, 'Director')).toMatchObject({ mode: whoChangedLast, changed: 1 });
      expect(await runAfter(other, 'Singer')).toMatchObject({ mode: 'incremental', changed: 1 });
      expect(await runAfter(last, 'Singer')).toMatchObject({ mode: 'incremental', changed: 1 });
    },
  );

  test('of a directory that tells its clock, and stepped back by hours, have everybody read', async () => {
    const { company, run, titleOf, alterState } = await begin(companies.uSNChanged);
    const jane = await company.add({ title: 'Engineer' });
    await run();
    await alterState((state) => ({ ...state, mark: { kind: 'timestamp', at: inHours(3) } }));
    await company.replace(jane, 'title', ['Director']);
    expect(await run()).toMatchObject({ mode: 'full', fullBecause: 'restored', changed: 1 });
    expect(await titleOf(jane)).toEqual(['Director']);
    expect(await run()).toMatchObject({ mode: 'incremental', read: 0 });
  });
});

describe('S2 a mark that cannot be trusted', () => {
  test.each<[string, Controller, string, string | undefined]>([
    [
      'another domain controller answers, which counts lower',
      { host: 'dc2.corp.example', invocationId: '0f'.repeat(16), behind: 1000 },
      'anotherServer',
      'anotherServer',
    ],
    [
      'it was restored from a backup',
      { invocationId: '0f'.repeat(16), behind: 1000 },
      'anotherServer',
      'anotherServer',
    ],
    ['it was set back to a snapshot, unnoticed', { behind: 1000 }, 'restored', undefined],
  ])(
    'of a domain controller, since %s: everybody is read, and the run says why',
    async (_, other, because, andBack) => {
      const controllers = await startControllers((await sharedActiveDirectory()).address);
      const members = { url: controllers.url, tls: 'none', caFile: undefined };
      const { company, run, titleOf } = await begin(companies.uSNChanged, members);
      const jane = await company.add({ title: 'Engineer' });
      /** Each change is found by the run after it, whoever answers. */
      async function runAfter(title: string) {
        await company.replace(jane, 'title', [title]);
        const told = await run();
        expect(await titleOf(jane)).toEqual([title]);
        return told;
      }
      expect(await run()).toMatchObject({ mode: 'full', fullBecause: 'firstRun' });
      expect(await runAfter('Baker')).toMatchObject({ mode: 'incremental', changed: 1 });
      controllers.answerAs(other);
      expect(await runAfter('Director')).toMatchObject({ mode: 'full', fullBecause: because, changed: 1 });
      expect(await runAfter('Singer')).toMatchObject({ mode: 'incremental', changed: 1 });
      controllers.answerAs({});
      const back = andBack ? { mode: 'full', fullBecause: andBack } : { mode: 'incremental' };
      expect(await runAfter('Cook')).toMatchObject({ ...back, changed: 1 });
      expect(await runAfter('Clerk')).toMatchObject({ mode: 'incremental', changed: 1 });
      expect(await run()).toMatchObject({ mode: 'incremental', read: 0 });
    },
  );

  test.each(['came', 'changed', 'left'] as const)(
    'of OpenLDAP, since it was restored from a backup of before somebody %s: everybody is read, and the run says why',
    async (what) => {
      const { company, run, people, titleOf } = await begin(companies['change sequence numbers']);
      const [jane, john] = [await company.add({ title: 'Engineer' }), await company.add({ title: 'Baker' })];
      await run();
      const backup = await company.slapd.backUp();
      await company.replace(jane, 'title', ['Director']);
      expect(await run()).toMatchObject({ mode: 'incremental', changed: 1 });
      if (what === 'came') await company.add();
      if (what === 'changed') await company.replace(john, 'title', ['Cook']);
      if (what === 'left') await company.slapd.ldapmodify(`dn: ${await company.dnOf(john)}\nchangetype: delete\n`);
      expect(await run()).toMatchObject({ mode: 'incremental' });
      await company.slapd.restore(backup);
      expect(await run()).toMatchObject({ mode: 'full', fullBecause: 'restored' });
      expect(new Set((await people()).keys())).toEqual(new Set([jane, john]));
      expect([await titleOf(jane), await titleOf(john)]).toEqual([['Engineer'], ['Baker']]);
      await company.replace(jane, 'title', ['Singer']);
      expect(await run()).toMatchObject({ mode: 'incremental', changed: 1 });
    },
  );

  test('of OpenLDAP, since a server takes changes that did not before; then each of them is followed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nameplate-providers-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    let company = await openLDAPCompany(optionsOf(1));
    onTestFinished(() => company.stop());
    function optionsOf(server: number): OpenLDAPOptions {
      return { ...telling, folder, globalConf: [`serverID ${server}`, ...telling.globalConf] };
    }
    const definition = { key: 'hq', ...company.definition, bindPassword: { env: 'TEST_PASSWORD' } };
    const sync = await aSync({ directories: [definition], attributes: ['title'] });
    const jane = await company.add({ title: 'Engineer' });
    const john = await company.add({ title: 'Baker' });
    expect((await sync.run()).directories).toMatchObject([{ status: 'succeeded', mode: 'full' }]);

    /** The same data, changed by another of the servers that take changes. */
    async function changeAs(server: number, username: string, title: string) {
      await company.stop();
      company = await openLDAPCompany({ ...optionsOf(server), port: company.slapd.port });
      await company.replace(username, 'title', [title]);
      const { directories } = await sync.run();
      expect((await sync.people()).get(username)?.attributes.title).toEqual([title]);
      return directories[0];
    }
    expect(await changeAs(2, jane, 'Director')).toMatchObject({ mode: 'full', fullBecause: 'anotherServer' });
    expect(await changeAs(1, john, 'Cook')).toMatchObject({ mode: 'incremental', changed: 1 });
    expect(await changeAs(2, jane, 'Singer')).toMatchObject({ mode: 'incremental', changed: 1 });
    expect(await changeAs(2, john, 'Clerk')).toMatchObject({ mode: 'incremental', changed: 1 });
  });
});

describe('S6 tombstones of Active Directory', () => {
  test('hide who left at the next incremental run, where the account may read them', async () => {
    const { directory } = await activeDirectoryCompany();
    const { adminDN, adminPassword } = directory;
    const { company, run, people } = await begin(companies.uSNChanged, { bindDN: adminDN }, adminPassword);
    const [jane, john] = [await company.add(), await company.add()];
    await run();
    await modifyActiveDirectory(directory, `dn: ${await company.dnOf(jane)}\nchangetype: delete\n`);
    expect(await run()).toMatchObject({ mode: 'incremental', hidden: 1 });
    expect([...(await people()).keys()]).toEqual([john]);
    expect([...(await people({ hidden: true })).keys()]).toEqual([jane]);
    expect(await run()).toMatchObject({ mode: 'incremental', hidden: 0 });
  });

  test('are not there for an account that may not read them: a full run notices', async () => {
    const { company, run, people } = await begin(companies.uSNChanged);
    const jane = await company.add();
    await company.add();
    await run();
    await modifyActiveDirectory(company.directory, `dn: ${await company.dnOf(jane)}\nchangetype: delete\n`);
    expect(await run()).toMatchObject({ mode: 'incremental', hidden: 0 });
    expect([...(await people()).keys()]).toContain(jane);
    expect(await run('full')).toMatchObject({ hidden: 1 });
    expect([...(await people({ hidden: true })).keys()]).toEqual([jane]);
  });
});

function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}

/** A backup as it would be had the clock run so far ahead all the time. */
function stampedLater(backup: string, minutes: number): string {
  return backup.replaceAll(/^(\w+(?:CSN|Timestamp): )(\d{14})/gmu, (_, name: string, stamp: string) => {
    const at = parseTimestamp(`${stamp}Z`) ?? new Date(Number.NaN);
    return name + formatTimestamp('yyyyMMddHHmmss', new Date(at.getTime() + minutes * 60_000));
  });
}
