import { expect, onTestFinished, test, vi } from 'vitest';
import { startOpenLDAP } from '#test/directories/openldap.ts';
import { aPerson } from '#test/directories/people.ts';
import { aSync, directoryOf } from './a-sync.ts';

vi.setConfig({ testTimeout: 60_000 });

test('S3 a date that an admin sets is no sign of a restored server, however long nothing has changed there', async () => {
  const databaseConf = ['overlay syncprov'];
  const slapd = await startOpenLDAP({ globalConf: ['moduleload syncprov'], databaseConf });
  onTestFinished(() => slapd.stop());
  const sync = await aSync({ directories: [directoryOf(slapd)] });
  await sync.run();
  const { revision } = await sync.store.syncStates.load('hq');
  const setByHand = new Date(Date.now() + 60_000).toISOString();
  await sync.store.syncStates.save('hq', { ...(await sync.state()), setByHand }, revision);
  const [run] = (await sync.run()).directories;
  expect(run).toMatchObject({ status: 'succeeded', mode: 'incremental', read: 0 });
});

test('S2 timestamps of the future, which a clock that ran ahead has left, hide no change', async () => {
  const future = aPerson({ uid: 'future', modifyTimestamp: '20980101000000Z' });
  const slapd = await startOpenLDAP({ ldif: [aPerson({ uid: 'jane', title: 'Baker' }), future] });
  onTestFinished(() => slapd.stop());
  const sync = await aSync({ directories: [directoryOf(slapd)] });
  const rename = (title: string) =>
    slapd.ldapmodify(`dn: uid=jane,${slapd.peopleDN}\nchangetype: modify\nreplace: title\ntitle: ${title}\n`);
  await sync.run();
  await rename('Chef');
  expect((await sync.run()).directories).toMatchObject([{ mode: 'incremental', changed: 1 }]);

  // As it was kept where such timestamps counted.
  const { revision } = await sync.store.syncStates.load('hq');
  const mark = { kind: 'timestamp', at: '2098-01-01T00:00:00.000Z' };
  await sync.store.syncStates.save('hq', { ...(await sync.state()), mark }, revision);
  await rename('Boss');
  expect((await sync.run()).directories).toMatchObject([{ mode: 'full', fullBecause: 'restored', changed: 1 }]);
  await rename('Owner');
  expect((await sync.run()).directories).toMatchObject([{ mode: 'incremental', changed: 1 }]);
});
