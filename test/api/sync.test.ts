import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SyncRunDetails } from '#shared/contract/sync.ts';
import { activeDirectoryCompany, type Company, openLDAPCompany } from './company.ts';
import { type API, fieldOf, startAPI } from './start-api.ts';

const companies = {
  'OpenLDAP that tells change sequence numbers': () =>
    openLDAPCompany({ globalConf: ['moduleload syncprov'], databaseConf: ['overlay syncprov'] }),
  'OpenLDAP that tells timestamps alone': () => openLDAPCompany(),
  'Active Directory': () => activeDirectoryCompany(),
};

describe.each(Object.entries(companies))('the sync of %s', (_, start) => {
  let company: Company;
  let api: API;
  let admin: string;

  beforeAll(async () => {
    company = await start();
    api = await startAPI({ companies: { hq: company } });
    await api.addLocalAdmin('root', 'fake-password');
    admin = await api.signIn('root', 'fake-password');
  });
  afterAll(async () => {
    await api.stop();
    await company.stop();
  });

  async function sync(body: object = { mode: 'incremental' }): Promise<SyncRunDetails> {
    const { status, body: answer } = await api.call<{ id: string }>('POST', '/api/admin/sync/runs', {
      token: admin,
      body,
    });
    expect(answer).toEqual({ id: expect.any(String) });
    expect(status).toBe(202);
    await api.ended();
    return (await api.call<SyncRunDetails>('GET', `/api/admin/sync/runs/${answer.id}`, { token: admin })).body;
  }

  test('S1 S2 the first run reads everybody, the next one what changed since', async () => {
    const jane = await company.add({ title: 'Engineer' });
    await company.add({ title: 'Baker' });
    const first = await sync();
    expect(first).toMatchObject({
      status: 'succeeded',
      directories: [{ mode: 'full', fullBecause: 'firstRun', failed: 0 }],
    });
    await company.replace(jane, 'title', ['Engineer of all']);
    const second = await sync();
    expect(second).toMatchObject({ status: 'succeeded', directories: [{ mode: 'incremental', changed: 1 }] });
    const token = await api.signIn(jane, company.password);
    expect(fieldOf(await api.show(token, false), 'title').value).toBe('Engineer of all');
  });
});
