import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type OpenLDAP, startOpenLDAP } from '#test/directories/openldap.ts';
import { aPerson } from '#test/directories/people.ts';
import { aSync, directoryOf, type SyncUnderTest } from './a-sync.ts';

vi.setConfig({ testTimeout: 60_000 });

let slapd: OpenLDAP;
beforeAll(async () => {
  const globalConf = ['moduleload syncprov'];
  slapd = await startOpenLDAP({ ldif: '', globalConf, databaseConf: ['overlay syncprov'] });
});
afterAll(() => slapd.stop());

let tests = 0;

/** An organizational unit of the test's own with so many people, and a sync that has read it to the end. */
async function aUnit(count: number, settings: object = {}) {
  const ou = `unit${++tests}`;
  const parent = `ou=${ou},${slapd.baseDN}`;
  await slapd.ldapmodify(`dn: ${parent}\nchangetype: add\nobjectClass: organizationalUnit\nou: ${ou}\n`);
  const add = (uid: string, attributes: object = {}) =>
    slapd.ldapmodify(aPerson({ uid, parent, ...attributes }).replace('\n', '\nchangetype: add\n'));
  for (let number = 0; number < count; number++) await add(`p${number}`);
  const remove = (uid: string) => slapd.ldapmodify(`dn: uid=${uid},${parent}\nchangetype: delete\n`);
  const rename = (uid: string, newUid: string) =>
    slapd.ldapmodify(`dn: uid=${uid},${parent}\nchangetype: modrdn\nnewrdn: uid=${newUid}\ndeleteoldrdn: 1\n`);
  const sync = await aSync({ directories: [directoryOf(slapd, { userDN: `ou=${ou}` })], settings });
  await sync.run();
  return { parent, ou, add, remove, rename, sync };
}

const names = async (sync: SyncUnderTest, hidden = false) => [...(await sync.people({ hidden })).keys()].toSorted();

describe('S6 who left', () => {
  test('is hidden by a full run alone, and is back with all local values when the entry is', async () => {
    const { parent, sync } = await aUnit(3);
    const before = (await sync.people()).get('p1');
    await sync.store.people.changeLocalValues(before?.id ?? '', 0, { nickname: 'Pia' });
    const elsewhere = `ou=people,${slapd.baseDN}`;
    const move = (from: string, to: string) =>
      slapd.ldapmodify(`dn: uid=p1,${from}\nchangetype: modrdn\nnewrdn: uid=p1\ndeleteoldrdn: 0\nnewsuperior: ${to}\n`);
    await move(parent, elsewhere);
    expect((await sync.run()).directories).toMatchObject([{ mode: 'incremental', hidden: 0 }]);
    expect((await sync.run('full')).directories).toMatchObject([{ hidden: 1, missing: 0 }]);
    expect(await names(sync, true)).toEqual(['p1']);
    await move(elsewhere, parent);
    expect((await sync.run()).directories).toMatchObject([{ mode: 'incremental', returned: 1 }]);
    const after = (await sync.people()).get('p1');
    expect(after).toMatchObject({ id: before?.id, localValues: { nickname: 'Pia' }, hiddenAt: null });
    await slapd.ldapmodify(`dn: uid=p1,${parent}\nchangetype: delete\n`);
  });

  test('is noticed by a scheduled run once the last complete one is too long ago', async () => {
    const { remove, sync } = await aUnit(3, { sync: { fullEveryHours: 1 } });
    await remove('p1');
    expect((await sync.run('incremental', { isScheduled: true })).directories).toMatchObject([{ mode: 'incremental' }]);
    for (let passed = 0; passed < 3_600_000; passed += 20_000) sync.outlastLease();
    const run = await sync.run('incremental', { isScheduled: true });
    expect(run.directories).toMatchObject([{ mode: 'full', fullBecause: 'due', hidden: 1 }]);
  });

  test('is more than the limit: then nobody is hidden, and the run says so', async () => {
    const { remove, sync } = await aUnit(5, { removalLimit: { percent: 20, atLeast: 0 } });
    for (const uid of ['p1', 'p2']) await remove(uid);
    const before = await sync.state();
    const run = await sync.run('full');
    expect(run.status).toBe('failed');
    expect(run.directories).toMatchObject([
      { status: 'failed', hidden: 0, problem: { rule: 'removalLimit', params: { leaving: 2, people: 5 } } },
    ]);
    expect(await names(sync)).toHaveLength(5);
    expect(await sync.state()).toEqual(before);
    sync.configure({ settings: { removalLimit: { percent: 40, atLeast: 0 } } });
    expect((await sync.run('full')).directories).toMatchObject([{ hidden: 2 }]);
    expect(await names(sync)).toHaveLength(3);
  });

  test('is not everybody: an empty answer stops the run, however few they are', async () => {
    const { remove, sync } = await aUnit(2);
    for (const uid of ['p0', 'p1']) await remove(uid);
    expect((await sync.run('full')).directories).toMatchObject([
      { status: 'failed', hidden: 0, problem: { rule: 'emptyAnswer' } },
    ]);
    expect(await names(sync)).toEqual(['p0', 'p1']);
  });

  test('is not who is not looked for any more: after another filter they are missing, and hidden by the next run', async () => {
    const { ou, sync } = await aUnit(4);
    const narrow = directoryOf(slapd, { userDN: `ou=${ou}`, userFilter: '(&(objectClass=person)(!(uid=p3)))' });
    sync.configure({ directories: [narrow] });
    const run = await sync.run();
    expect(run.directories).toMatchObject([
      { mode: 'full', fullBecause: 'definitionChanged', hidden: 0, missing: 1, status: 'succeeded' },
    ]);
    expect(run.changes).toMatchObject([{ kind: 'missing', username: 'p3' }]);
    expect(await names(sync)).toHaveLength(4);
    expect((await sync.run('full')).directories).toMatchObject([{ hidden: 1, missing: 0 }]);
  });

  test('is not who was moved with the whole unit, nor who got another name', async () => {
    const { parent, ou, rename, sync } = await aUnit(3);
    const ids = [...(await sync.people()).values()].map(({ id }) => id).toSorted();
    await rename('p0', 'q0');
    await slapd.ldapmodify(`dn: ${parent}\nchangetype: modrdn\nnewrdn: ou=${ou}-moved\ndeleteoldrdn: 1\n`);
    sync.configure({ directories: [directoryOf(slapd, { userDN: `ou=${ou}-moved` })] });
    expect((await sync.run('full')).directories).toMatchObject([{ hidden: 0, added: 0, changed: 1 }]);
    const after = await sync.people();
    expect([...after.values()].map(({ id }) => id).toSorted()).toEqual(ids);
    expect([...after.keys()].toSorted()).toEqual(['p1', 'p2', 'q0']);
  });

  test('and whose name came back with another entry is another person: no local value is inherited', async () => {
    const { add, remove, sync } = await aUnit(3);
    const before = (await sync.people()).get('p1');
    await sync.store.people.changeLocalValues(before?.id ?? '', 0, { nickname: 'Pia' });
    await remove('p1');
    await add('p1');
    const run = await sync.run('full');
    expect(run.directories).toMatchObject([{ added: 1, hidden: 1 }]);
    const after = (await sync.people()).get('p1');
    expect(after).toMatchObject({ localValues: {}, hiddenAt: null });
    expect(after?.id).not.toBe(before?.id);
    expect((await sync.people({ hidden: true })).get('p1')).toMatchObject({ id: before?.id });
  });

  test('two who swap their names stay who they are', async () => {
    const { rename, sync } = await aUnit(3);
    const before = await sync.people();
    await rename('p0', 'between');
    await rename('p1', 'p0');
    await rename('between', 'p1');
    expect((await sync.run()).directories).toMatchObject([{ changed: 2, added: 0 }]);
    const after = await sync.people();
    expect(after.get('p0')?.id).toBe(before.get('p1')?.id);
    expect(after.get('p1')?.id).toBe(before.get('p0')?.id);
  });
});

describe('D2 several directories', () => {
  test('the same name in two of them is two people, and one that is switched off loses nothing', async () => {
    const { ou, sync } = await aUnit(2);
    const both = [
      directoryOf(slapd, { userDN: `ou=${ou}` }),
      directoryOf(slapd, { key: 'branch', userDN: `ou=${ou}` }),
    ];
    sync.configure({ directories: both });
    expect((await sync.run('full')).directories).toMatchObject([{ unchanged: 2 }, { added: 2 }]);
    expect(await sync.store.sweeps.duplicates(['hq', 'branch'])).toHaveLength(4);
    sync.configure({ directories: [both[0], { ...both[1], enabled: false }] });
    const run = await sync.run('full');
    expect(run.directories.map(({ directory }) => directory)).toEqual(['hq']);
    const [first] = await sync.store.sweeps.duplicates(['hq', 'branch']);
    expect(first?.hiddenAt).toBeNull();
  });

  test('one that cannot be read keeps the others from nothing', async () => {
    const { ou, sync } = await aUnit(2);
    const dead = { ...directoryOf(slapd, { key: 'dead', url: 'ldap://127.0.0.1:9' }) };
    sync.configure({ directories: [dead, directoryOf(slapd, { userDN: `ou=${ou}` })] });
    const run = await sync.run('full');
    expect(run.status).toBe('failed');
    expect(run.directories).toMatchObject([
      { status: 'failed', problem: { kind: 'unavailable' } },
      { status: 'succeeded' },
    ]);
  });
});
