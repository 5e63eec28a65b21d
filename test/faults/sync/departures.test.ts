import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { aSync, type SyncUnderTest } from './a-sync.ts';
import { directories, type Grounds, type Unit } from './grounds.ts';

vi.setConfig({ testTimeout: 60_000 });

const names = async (sync: SyncUnderTest, unit: Unit, hidden = false) => {
  const usernames = new Set((await sync.people({ hidden })).keys());
  return numbers.filter((person) => usernames.has(unit.username(person)));
};
const numbers = Array.from({ length: 10 }, (_, number) => number);

describe.each(directories)('%s', (_, start) => {
  let grounds: Grounds;
  // The first to ask for a domain controller waits until it is there.
  beforeAll(async () => {
    grounds = await start();
  }, 120_000);
  afterAll(() => grounds.stop());

  /** So many people of the test's own, and a sync that has read them to the end. */
  async function aUnit(count: number, settings: object = {}) {
    const unit = await grounds.newUnit(count);
    const bindPassword = grounds.bindPassword();
    const sync = await aSync({ directories: [unit.definition], settings, bindPassword });
    expect(await sync.run()).toMatchObject({ status: 'succeeded', directories: [{ mode: 'full', added: count }] });
    return {
      unit,
      sync,
      who: async (person: number) => (await sync.people()).get(unit.username(person)),
      shown: () => names(sync, unit),
      hidden: () => names(sync, unit, true),
    };
  }

  describe('S6 who left', () => {
    test('is hidden by a full run, and is back with all local values when the entry is', async () => {
      const { unit, sync, who, hidden } = await aUnit(3);
      const before = await who(1);
      await sync.store.people.changeLocalValues(before?.id ?? '', 0, { nickname: 'Pia' });
      await unit.moveAway(1);
      expect((await sync.run()).directories).toMatchObject([{ mode: 'incremental', hidden: 0 }]);
      expect((await sync.run('full')).directories).toMatchObject([{ hidden: 1, missing: 0 }]);
      expect(await hidden()).toEqual([1]);
      await unit.moveBack(1);
      expect((await sync.run()).directories).toMatchObject([{ mode: 'incremental', returned: 1 }]);
      expect(await who(1)).toMatchObject({ id: before?.id, localValues: { nickname: 'Pia' }, hiddenAt: null });
    });

    // Tombstones, by which Active Directory tells at once where the account may see them, are in clocks-and-servers.test.ts;
    // OpenLDAP keeps none.
    test('is noticed by a scheduled run once the last complete one is too long ago', async () => {
      const { unit, sync, hidden } = await aUnit(3, { sync: { fullEveryHours: 1 } });
      await unit.delete(1);
      const soon = await sync.run('incremental', { isScheduled: true });
      expect(soon.directories).toMatchObject([{ mode: 'incremental', hidden: 0 }]);
      sync.turnClock(1);
      const run = await sync.run('incremental', { isScheduled: true });
      expect(run.directories).toMatchObject([{ mode: 'full', fullBecause: 'due', hidden: 1 }]);
      expect(await hidden()).toEqual([1]);
    });

    test.each<[string, (unit: Unit, person: number) => Promise<void>]>([
      ['deleted', (unit, person) => unit.delete(person)],
      ['moved out of the base', (unit, person) => unit.moveAway(person)],
      ['concealed from the service account', (unit, person) => unit.conceal(person, 'entry')],
    ])('is more than the limit (%s): then nobody is hidden, and the run says so', async (__, remove) => {
      const { unit, sync, shown } = await aUnit(5, { removalLimit: { percent: 20, atLeast: 0 } });
      for (const person of [1, 2]) await remove(unit, person);
      const before = await sync.state();
      const run = await sync.run('full');
      expect(run.status).toBe('failed');
      expect(run.directories).toMatchObject([
        { status: 'failed', hidden: 0, problem: { rule: 'removalLimit', params: { leaving: 2, people: 5 } } },
      ]);
      expect(await shown()).toEqual([0, 1, 2, 3, 4]);
      expect(await sync.state()).toEqual(before);
      sync.configure({ settings: { removalLimit: { percent: 40, atLeast: 0 } } });
      expect((await sync.run('full')).directories).toMatchObject([{ hidden: 2 }]);
      expect(await shown()).toEqual([0, 3, 4]);
    });

    test.each<[string, (unit: Unit, person: number) => Promise<void>]>([
      ['was deleted', (unit, person) => unit.delete(person)],
      ['is concealed from the service account', (unit, person) => unit.conceal(person, 'entry')],
    ])('is not everybody who %s: an empty answer stops the run, however few they are', async (__, remove) => {
      const { unit, sync, shown } = await aUnit(2);
      for (const person of [0, 1]) await remove(unit, person);
      expect((await sync.run('full')).directories).toMatchObject([
        { status: 'failed', read: 0, hidden: 0, problem: { rule: 'emptyAnswer' } },
      ]);
      expect(await shown()).toEqual([0, 1]);
    });

    test('is not whom a wrong filter does not find, nor anybody below a base that is not there', async () => {
      const { unit, sync, shown } = await aUnit(2);
      sync.configure({ directories: [{ ...unit.definition, userFilter: '(description=nobody)' }] });
      expect((await sync.run('full')).directories).toMatchObject([{ problem: { rule: 'emptyAnswer' }, hidden: 0 }]);
      sync.configure({ directories: [{ ...unit.definition, userDN: 'ou=nowhere' }] });
      expect((await sync.run('full')).directories).toMatchObject([{ problem: { rule: 'noSuchBase' }, hidden: 0 }]);
      expect(await shown()).toEqual([0, 1]);
    });

    test('is not who is not looked for any more: after another filter they are missing, and hidden by the next run', async () => {
      const { unit, sync, shown } = await aUnit(4);
      sync.configure({ directories: [{ ...unit.definition, userFilter: unit.filterWithout(3) }] });
      const run = await sync.run();
      expect(run.directories).toMatchObject([
        { mode: 'full', fullBecause: 'definitionChanged', hidden: 0, missing: 1, status: 'succeeded' },
      ]);
      expect(run.changes).toMatchObject([{ kind: 'missing', username: unit.username(3) }]);
      expect(await shown()).toEqual([0, 1, 2, 3]);
      expect((await sync.run('full')).directories).toMatchObject([{ hidden: 1, missing: 0 }]);
    });

    test('S7 is not whose entry hides its id: it fails alone, and nobody is hidden for it', async () => {
      const { unit, sync, shown } = await aUnit(3);
      await unit.conceal(1, 'id');
      const run = await sync.run('full');
      expect(run.directories).toMatchObject([{ status: 'succeeded', unchanged: 2, failed: 1, hidden: 0, missing: 1 }]);
      expect(run.failures).toMatchObject([
        { dn: expect.stringContaining(unit.username(1)), problem: { rule: 'noId' } },
      ]);
      expect(await shown()).toEqual([0, 1, 2]);
    });

    test('is not who was moved with the whole unit, nor who got another name', async () => {
      const { unit, sync, shown } = await aUnit(3);
      const ids = [...(await sync.people()).values()].map(({ id }) => id).toSorted();
      await unit.rename(0, 7);
      sync.configure({ directories: [await unit.renameUnit()] });
      expect((await sync.run('full')).directories).toMatchObject([{ hidden: 0, added: 0, changed: 1 }]);
      expect([...(await sync.people()).values()].map(({ id }) => id).toSorted()).toEqual(ids);
      expect(await shown()).toEqual([1, 2, 7]);
    });

    test('and whose name came back with another entry is another person: no local value is inherited', async () => {
      const { unit, sync, who } = await aUnit(3);
      const before = await who(1);
      await sync.store.people.changeLocalValues(before?.id ?? '', 0, { nickname: 'Pia' });
      await unit.delete(1);
      await unit.add(1);
      expect((await sync.run('full')).directories).toMatchObject([{ added: 1, hidden: 1 }]);
      const after = await who(1);
      expect(after).toMatchObject({ localValues: {}, hiddenAt: null });
      expect(after?.id).not.toBe(before?.id);
      expect((await sync.people({ hidden: true })).get(unit.username(1))).toMatchObject({ id: before?.id });
    });

    test('two who swap their names stay who they are', async () => {
      const { unit, sync, who } = await aUnit(3);
      const before = [await who(0), await who(1)].map((person) => person?.id);
      await unit.rename(0, 9);
      await unit.rename(1, 0);
      await unit.rename(9, 1);
      expect((await sync.run()).directories).toMatchObject([{ mode: 'incremental', changed: 2, added: 0 }]);
      expect([await who(1), await who(0)].map((person) => person?.id)).toEqual(before);
    });
  });

  describe('D2 several directories', () => {
    test('the same name in two of them is two people, and one that is switched off loses nothing', async () => {
      const { unit, sync } = await aUnit(2);
      const branch = { ...unit.definition, key: 'branch' };
      sync.configure({ directories: [unit.definition, branch] });
      expect((await sync.run('full')).directories).toMatchObject([{ unchanged: 2 }, { added: 2 }]);
      expect(await sync.store.sweeps.duplicates(['hq', 'branch'])).toHaveLength(4);
      sync.configure({ directories: [unit.definition, { ...branch, enabled: false }] });
      const run = await sync.run('full');
      expect(run.directories.map(({ directory }) => directory)).toEqual(['hq']);
      const [first] = await sync.store.sweeps.duplicates(['hq', 'branch']);
      expect(first?.hiddenAt).toBeNull();
    });

    test('one that cannot be read keeps the others from nothing', async () => {
      const { unit, sync } = await aUnit(2);
      const dead = { ...unit.definition, key: 'dead', tls: 'none', url: 'ldap://127.0.0.1:9' };
      sync.configure({ directories: [dead, unit.definition] });
      const run = await sync.run('full');
      expect(run.status).toBe('failed');
      expect(run.directories).toMatchObject([
        { status: 'failed', problem: { kind: 'unavailable' } },
        { status: 'succeeded' },
      ]);
    });
  });
});
