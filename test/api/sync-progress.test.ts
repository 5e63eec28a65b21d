import { expect, onTestFinished, test, vi } from 'vitest';
import type { SyncRun, SyncRunDetails } from '#shared/contract/sync.ts';
import { openLDAPCompany } from './company.ts';
import { startAPI } from './start-api.ts';

vi.setConfig({ testTimeout: 60_000 });

test('S7 a run tells how far it is, how fast, and when it will be done; cancelled it ends at once, hides nobody, and the next one begins where it did', async () => {
  // Two pages may be on their way when the directory falls silent.
  const [expected, first, second] = [12, 2, 5];
  const company = await openLDAPCompany({
    ldif: '',
    globalConf: ['moduleload syncprov'],
    databaseConf: ['overlay syncprov'],
  });
  onTestFinished(() => company.stop());
  const definition = { ...company.definition, pageSize: 1, operationTimeoutSeconds: 100 };
  const api = await startAPI({ companies: { hq: { ...company, definition } } });
  onTestFinished(() => api.stop());
  await api.addLocalAdmin('root', 'fake-password');
  const token = await api.signIn('root', 'fake-password');

  async function begin(mode: 'full' | 'incremental'): Promise<string> {
    const { body } = await api.call<{ id: string }>('POST', '/api/admin/sync/runs', { token, body: { mode } });
    return `/api/admin/sync/runs/${body.id}`;
  }
  async function sync(mode: 'full' | 'incremental'): Promise<SyncRunDetails> {
    const run = await begin(mode);
    await api.ended();
    return (await api.call<SyncRunDetails>('GET', run, { token })).body;
  }
  /** As a browser hears them. */
  async function* eventsOf(run: string): AsyncGenerator<SyncRun> {
    const socket = { remoteAddress: '127.0.0.1' };
    const headers = { Authorization: `Bearer ${token}` };
    const { body } = await api.app.request(`${run}/events`, { headers }, { incoming: { socket } });
    let heard = '';
    for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const events = `${heard}${text}`.split('\n\n');
      heard = events.pop() ?? '';
      for (const event of events) yield JSON.parse(event.replace(/^data: /u, ''));
    }
  }
  const everybody = async () =>
    (await api.store.people.changedAfter(0, 100)).filter(({ directory }) => directory === 'hq');
  const titles = async () => (await everybody()).flatMap(({ attributes }) => attributes.title);

  const names = await Promise.all(Array.from({ length: expected }, () => company.add({ title: 'Baker' })));
  expect(await sync('full')).toMatchObject({ directories: [{ added: expected }] });
  const before = await api.store.syncStates.load('hq');
  const [gone = '', ...others] = names;
  await company.slapd.ldapmodify(`dn: ${await company.dnOf(gone)}\nchangetype: delete\n`);
  await Promise.all(others.map((name) => company.replace(name, 'title', ['Director'])));

  // The directory falls silent twice.
  const { keep } = api.store.sweeps;
  let [pages, stops] = [0, 0];
  Object.assign(api.store.sweeps, {
    async keep(...page: Parameters<typeof keep>) {
      const kept = await keep(...page);
      if ([first, second].includes(++pages)) {
        company.slapd.pause();
        stops += 1;
      }
      return kept;
    },
  });
  const run = await begin('full');
  const told: SyncRun[] = [];
  let cancelled: number | undefined;
  for await (const event of eventsOf(run)) {
    told.push(event);
    const { read = 0 } = event.directories[0] ?? {};
    // What is told may be of a moment before.
    if (stops === 1 && read >= first) company.slapd.resume();
    if (stops === 2 && read >= second) cancelled ??= (await api.call('DELETE', run, { token })).status;
  }
  company.slapd.resume();
  Object.assign(api.store.sweeps, { keep });

  expect(cancelled).toBe(204);
  const last = told.at(-1);
  expect(last).toMatchObject({ status: 'cancelled', directories: [{ status: 'cancelled', hidden: 0 }] });
  const underWay = told.filter(({ status, directories: [of] }) => status === 'running' && of && of.read > 0);
  const read = underWay.map(({ directories: [of] }) => of?.read ?? 0);
  expect(new Set(read).size).toBeGreaterThanOrEqual(2);
  expect(read).toEqual(read.toSorted((one, other) => one - other));
  for (const {
    perSecond = 0,
    endsAt = '',
    directories: [of],
  } of underWay) {
    expect(perSecond).toBeGreaterThan(0);
    const seconds = (Date.parse(endsAt) - Date.parse(of?.startedAt ?? '')) / 1000;
    expect(seconds * perSecond, 'whom it would have read by then').toBeCloseTo(expected, 0);
  }

  expect(await api.store.syncStates.load('hq')).toEqual(before);
  expect((await everybody()).filter(({ hiddenAt }) => hiddenAt !== null)).toEqual([]);
  expect(await titles()).toEqual(expect.arrayContaining(['Baker', 'Director']));
  expect(await sync('incremental')).toMatchObject({ status: 'succeeded', directories: [{ mode: 'incremental' }] });
  expect((await titles()).filter((title) => title === 'Director')).toHaveLength(others.length);
  await sync('full');
  expect((await everybody()).filter(({ hiddenAt }) => hiddenAt !== null)).toMatchObject([{ username: gone }]);
});
