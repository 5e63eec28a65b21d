import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { toLocalTime } from '#server/sync/local-time.ts';
import type { LastSync, SyncPreview, SyncRun, SyncRunDetails } from '#shared/contract/sync.ts';
import { activeDirectoryCompany, type Company, openLDAPCompany } from './company.ts';
import { type API, type APIOptions, fieldOf, startAPI } from './start-api.ts';

vi.setConfig({ testTimeout: 60_000 });

const companies = {
  'OpenLDAP that tells change sequence numbers': () =>
    openLDAPCompany({ ldif: '', globalConf: ['moduleload syncprov'], databaseConf: ['overlay syncprov'] }),
  'OpenLDAP that tells timestamps alone': () => openLDAPCompany({ ldif: '' }),
  'Active Directory': () => activeDirectoryCompany(),
};

describe.each(Object.entries(companies))('the sync of %s', (name, start) => {
  let company: Company;
  let api: API;
  let admin: string;

  // The first to ask for a domain controller waits until it is there.
  beforeAll(async () => (await start()).stop(), 120_000);
  afterEach(async () => {
    await api.stop();
    await company.stop();
  });

  async function begin(options: APIOptions = {}): Promise<void> {
    company = await start();
    api = await startAPI({ companies: { hq: company }, ...options });
    await api.addLocalAdmin('root', 'fake-password');
    admin = await api.signIn('root', 'fake-password');
  }

  async function sync(mode: 'full' | 'incremental' = 'incremental', members: object = {}): Promise<SyncRunDetails> {
    const body = { mode, ...members };
    const { status, body: answer } = await api.call<{ id: string }>('POST', '/api/admin/sync/runs', {
      token: admin,
      body,
    });
    expect(status).toBe(202);
    await api.ended();
    return (await api.call<SyncRunDetails>('GET', `/api/admin/sync/runs/${answer.id}`, { token: admin })).body;
  }

  const lastSync = async () =>
    (await api.call<LastSync>('GET', '/api/admin/directories/hq/last-sync', { token: admin })).body;
  const setLastSync = (body: object) => api.call('PUT', '/api/admin/directories/hq/last-sync', { token: admin, body });

  /** What is kept of everybody of the directory, by name. */
  async function kept() {
    const people = await api.store.people.changedAfter(0, 1000);
    const theirs = people.filter(({ directory }) => directory === 'hq');
    return new Map(theirs.map((person) => [person.username, person]));
  }

  test('S1 S2 S10 the first run reads everybody, the next one what changed since, and what did not costs no write', async () => {
    await begin();
    const names = await Promise.all([1, 2, 3].map((number) => company.add({ title: `Engineer ${number}` })));
    const first = await sync();
    expect(first).toMatchObject({ status: 'succeeded', startedBy: { kind: 'person', name: 'root' } });
    expect(first.directories).toMatchObject([{ mode: 'full', fullBecause: 'firstRun', read: 3, added: 3, failed: 0 }]);
    const number = await api.store.sweeps.changeNumber();
    expect((await sync('full')).directories).toMatchObject([{ mode: 'full', read: 3, unchanged: 3, changed: 0 }]);
    expect(await api.store.sweeps.changeNumber()).toBe(number);

    await company.replace(names[0] ?? '', 'title', ['Engineer of all']);
    const second = await sync();
    expect(second.directories).toMatchObject([{ mode: 'incremental', changed: 1, added: 0 }]);
    expect(second.changes).toMatchObject([{ kind: 'changed', username: names[0], attributes: ['title'] }]);
    expect((await kept()).get(names[0] ?? '')?.attributes.title).toEqual(['Engineer of all']);
    expect((await sync()).directories).toMatchObject([{ mode: 'incremental', changed: 0 }]);
    const token = await api.signIn(names[0] ?? '', company.password);
    expect(fieldOf(await api.show(token, false), 'title').value).toBe('Engineer of all');
  });

  test('S9 S10 what was read between two runs counts as changed since the last one, until the next accepts it', async () => {
    await begin();
    const jane = await company.add({ title: 'Engineer' });
    await sync();
    const token = await api.signIn(jane, company.password);
    await company.replace(jane, 'title', ['Director']);
    expect(fieldOf(await api.show(token), 'title')).toMatchObject({ value: 'Director', changedSinceSync: true });
    await company.replace(jane, 'title', ['Engineer']);
    await sync('full');
    expect((await kept()).get(jane)).toMatchObject({ attributes: { title: ['Engineer'] }, syncedAttributes: {} });
    await company.replace(jane, 'title', ['Director']);
    await api.show(token);
    await sync();
    expect(fieldOf(await api.show(token, false), 'title').changedSinceSync).toBeUndefined();
  });

  test('S3 the last sync date is shown in a time zone, and set by hand the next run takes what changed since then', async () => {
    await begin({ settings: { sync: { timeZone: 'Europe/Berlin' } } });
    const jane = await company.add();
    expect(await lastSync()).toMatchObject({ date: null, time: null, timeZone: 'Europe/Berlin', mark: null });
    await sync();
    const after = await lastSync();
    expect(after).toMatchObject({ date: expect.stringMatching(/^\d\d-\d\d-\d{4}$/), isSetByHand: false });

    expect((await setLastSync({ date: '23-05-2016', time: '15:30:00', timeZone: 'Europe/Berlin' })).status).toBe(200);
    expect(await lastSync()).toMatchObject({ date: '23-05-2016', time: '15:30:00', isSetByHand: true });
    const [run] = (await sync()).directories;
    expect(run).toMatchObject({ mode: 'incremental', read: 1, unchanged: 1 });
    expect(run?.filter).toMatch(/(modifyTimestamp|whenChanged)>=20160523133000/);
    expect(await lastSync()).toMatchObject({ isSetByHand: false, mark: after.mark });

    expect((await setLastSync({ date: null })).status).toBe(200);
    expect((await sync()).directories).toMatchObject([{ mode: 'full', fullBecause: 'emptied' }]);
    await company.replace(jane, 'title', ['Director']);
    expect((await sync()).directories).toMatchObject([{ mode: 'incremental', changed: 1 }]);
  });

  test('S2 S3 a date by hand that is later than the last sync loses nothing that came before it', async () => {
    await begin({ now: () => new Date(Date.now() + 3_600_000) });
    const [jane, erika] = [await company.add(), await company.add()];
    const soon = toLocalTime(new Date(Date.now() + 1_800_000), 'UTC');
    // Before any sync nobody was read, and afterwards everybody still is to be.
    expect((await setLastSync({ ...soon, timeZone: 'UTC' })).status).toBe(200);
    expect((await sync()).directories).toMatchObject([{ mode: 'incremental', read: 0 }]);
    expect((await sync()).directories).toMatchObject([{ mode: 'full', fullBecause: 'firstRun', added: 2 }]);

    await company.replace(jane, 'title', ['Director']);
    expect((await setLastSync({ ...soon, timeZone: 'UTC' })).status).toBe(200);
    expect((await sync()).directories).toMatchObject([{ mode: 'incremental', read: 0 }]);
    expect(await lastSync()).toMatchObject({ isSetByHand: false });
    await company.replace(erika, 'title', ['Baker']);
    const { directories, changes } = await sync();
    expect(directories).toMatchObject([{ mode: 'incremental', changed: 2 }]);
    expect(changes.map(({ username }) => username).toSorted()).toEqual([jane, erika].toSorted());
  });

  test('S3 X1 a date that there is not, or when no sync can have been, is refused with its rule, and changes nothing', async () => {
    await begin();
    const tomorrow = toLocalTime(new Date(Date.now() + 86_400_000), 'Asia/Tokyo');
    const refused = [
      [400, 'date', '2016-05-23', '15:30:00', 'UTC'],
      [422, 'date', '31-02-2016', '15:30:00', 'UTC'],
      [422, 'date', '29-03-2026', '02:30:00', 'Europe/Berlin'],
      [422, 'date', '23-05-2016', '25:30:00', 'UTC'],
      [422, 'timeZone', '23-05-2016', '15:30:00', 'Europe/Atlantis'],
      [422, 'date', '00-00-0000', '00:00:00', 'UTC'],
      [422, 'date', '01-01-0001', '00:00:00', 'Europe/Berlin'],
      [422, 'date', '31-12-1969', '23:59:59', 'UTC'],
      [422, 'date', tomorrow.date, tomorrow.time, 'Asia/Tokyo'],
      [422, 'date', '31-12-9999', '23:59:59', 'America/New_York'],
      [422, 'date', '31-12-9999', '23:59:59', 'Pacific/Kiritimati'],
    ] as const;
    for (const [status, field, date, time, timeZone] of refused) {
      const answer = await setLastSync({ date, time, timeZone });
      // The form of the members is the contract's to judge, which names its own rules.
      const body = status === 422 ? { field } : {};
      expect({ date, timeZone, ...answer }).toMatchObject({ status, body });
    }
    expect(await lastSync()).toMatchObject({ date: null, isSetByHand: false });
  });

  test('S4 the pattern is detected, the preview shows what will be sent, and one that does not fit stops the run', async () => {
    await begin();
    await company.add();
    await sync();
    const preview = async () =>
      (await api.call<SyncPreview>('GET', '/api/admin/directories/hq/sync-preview', { token: admin })).body;
    const isAD = name === 'Active Directory';
    const detectedPattern = isAD ? 'yyyyMMddHHmmss.0Z' : 'yyyyMMddHHmmssZ';
    expect(await preview()).toMatchObject({
      mode: 'incremental',
      timestamp: { detectedPattern, configuredPattern: null },
    });
    const shown = (await preview()).filter;
    expect((await sync()).directories[0]?.filter).toBe(shown);

    const before = await lastSync();
    const { directories, ...rest } = await api.configuration();
    const configure = (timestampPattern: string) =>
      api.configure({ ...rest, directories: directories.map((each) => ({ ...each, timestampPattern })) });
    await configure(isAD ? 'yyyyMMddHHmmss.Z' : 'yyyyMMddHHmmssZ');
    await setLastSync({ date: '23-05-2016', time: '15:30:00', timeZone: 'UTC' });
    expect(await sync()).toMatchObject({ status: 'succeeded' });

    await configure('yyyy-MM-dd HH:mm:ss');
    await setLastSync({ date: '23-05-2016', time: '15:30:00', timeZone: 'UTC' });
    expect((await preview()).timestamp.problem).toMatchObject({ rule: 'timestampPattern' });
    const run = await sync();
    expect(run.status).toBe('failed');
    expect(run.directories).toMatchObject([{ status: 'failed', read: 0, problem: { rule: 'timestampPattern' } }]);
    expect(await lastSync()).toMatchObject({ date: '23-05-2016', isSetByHand: true });
    expect(before.isSetByHand).toBe(false);
  });

  test('S5 a field that is mapped anew is filled by the next run, by reading just what is missing', async () => {
    await begin();
    const jane = await company.add({ title: 'Engineer', roomNumber: undefined, description: 'Writes' });
    await sync();
    const { fields, ...rest } = await api.configuration();
    const street = { key: 'mail', type: 'text', source: { kind: 'directory', attribute: 'mail' } };
    await company.replace(jane, 'mail', ['jane@example.org']);
    await sync();
    await api.configure({ ...rest, fields: [...fields, street] });
    // What changed besides is not lost over it.
    await company.replace(jane, 'title', ['Director']);
    const run = await sync();
    expect(run.directories).toMatchObject([{ mode: 'incremental' }]);
    expect((await kept()).get(jane)?.attributes).toMatchObject({ mail: ['jane@example.org'], title: ['Director'] });
    const number = await api.store.sweeps.changeNumber();
    await sync();
    await sync('full');
    await sync('full');
    expect(await api.store.sweeps.changeNumber()).toBe(number);
  });

  test('S8 a dry run shows what a run would change, and changes nothing', async () => {
    await begin();
    const jane = await company.add({ title: 'Engineer' });
    const dry = await sync('full', { dryRun: true });
    expect(dry).toMatchObject({
      dryRun: true,
      directories: [{ added: 1 }],
      changes: [{ kind: 'added', username: jane }],
    });
    expect(await kept()).toEqual(new Map());
    expect(await lastSync()).toMatchObject({ date: null });
    await sync();
    await company.replace(jane, 'title', ['Director']);
    const next = await sync('incremental', { dryRun: true });
    expect(next.changes).toMatchObject([{ kind: 'changed', attributes: ['title'] }]);
    expect((await kept()).get(jane)?.attributes.title).toEqual(['Engineer']);
    expect((await sync()).directories).toMatchObject([{ changed: 1 }]);
  });

  test('S7 the history tells who started a run; only admins see it, and an unknown run or directory is told', async () => {
    await begin();
    const jane = await company.add();
    const { id } = await sync();
    const { body } = await api.call<{ runs: SyncRun[] }>('GET', '/api/admin/sync/runs', { token: admin });
    expect(body.runs).toMatchObject([{ id, status: 'succeeded', startedBy: { kind: 'person', name: 'root' } }]);
    const events = await api.call<string>('GET', `/api/admin/sync/runs/${id}/events`, { token: admin });
    expect(events.headers.get('content-type')).toBe('text/event-stream');
    expect(JSON.parse(events.body.replace(/^data: /u, ''))).toEqual(body.runs[0]);
    const token = await api.signIn(jane, company.password);
    expect((await api.call('GET', '/api/admin/sync/runs', { token })).status).toBe(403);
    expect((await api.call('GET', '/api/admin/sync/runs/nobody', { token: admin })).status).toBe(404);
    expect((await api.call('DELETE', `/api/admin/sync/runs/${id}`, { token: admin })).status).toBe(409);
    const elsewhere = { mode: 'full', directory: 'branch' };
    expect((await api.call('POST', '/api/admin/sync/runs', { token: admin, body: elsewhere })).status).toBe(404);
  });
});
