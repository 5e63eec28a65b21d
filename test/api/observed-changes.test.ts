import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyHistory } from '#server/history/verify-history.ts';
import type { Change, History } from '#shared/contract/history.ts';
import type { SyncMode } from '#shared/contract/sync.ts';
import { aLease, anEdit, aSave } from '#test/conformance/store/an-edit.ts';
import { openLDAPCompany } from './company.ts';
import { type API, startAPI, usualFields } from './start-api.ts';

describe('W8 what other systems change in a directory stands in the history', () => {
  let company: Awaited<ReturnType<typeof openLDAPCompany>>;
  let api: API;
  let admin: string;
  let username: string;
  let token: string;
  let personId: string;
  beforeAll(async () => {
    company = await openLDAPCompany({
      ldif: '',
      globalConf: ['moduleload syncprov'],
      databaseConf: ['overlay syncprov'],
    });
    api = await startAPI({ companies: { hq: company } });
    await api.addLocalAdmin('root', 'fake-password-of-root');
    admin = await api.signIn('root', 'fake-password-of-root');
  });
  beforeEach(async () => {
    username = await company.add({ title: 'Baker', telephoneNumber: '0611/1234567' });
    token = await api.signIn(username, company.password);
    personId = (await api.show(token)).person.id;
  });
  afterAll(async () => {
    expect((await verifyHistory(api.store.history)).faults).toEqual([]);
    await api?.stop();
    await company?.stop();
  });

  async function sync(mode: SyncMode = 'incremental'): Promise<void> {
    await api.call('POST', '/api/admin/sync/runs', { token: admin, body: { mode } });
    expect((await api.ended()).at(-1)?.status).toBe('succeeded');
  }
  const changes = async (): Promise<Change[]> =>
    (await api.call<History>('GET', `/api/people/${personId}/history`, { token })).body.changes;
  const inShort = async () => (await changes()).map(({ source, field, from, to }) => [source, field, from, to]);
  const replace = (attribute: string, ...values: string[]) => company.replace(username, attribute, values);
  /** Whatever reads the entry: one person who opens the profile, or a sync. */
  const readers = { 'a profile that is opened': () => api.show(token), 'a sync': () => sync() };

  test.each(Object.entries(readers))(
    'as %s sees it: once, with old and new, without somebody who did it',
    async (_, read) => {
      await replace('title', 'BAKER');
      await replace('description', 'One', 'Two');
      await read();
      await replace('title');
      await read();
      await sync('full');
      await api.show(token);
      expect(await inShort()).toEqual([
        ['directory', 'title', 'BAKER', null],
        ['directory', 'about', null, 'One'],
        ['directory', 'title', 'Baker', 'BAKER'],
      ]);
      expect((await changes())[0]).toMatchObject({ actor: null, undoable: true });
      expect((await changes())[0]).not.toHaveProperty('reason');
    },
  );

  test.each(Object.entries(readers))(
    'what Nameplate wrote itself stands there once, also after %s',
    async (_, read) => {
      await api.save(token, {
        title: { from: 'Baker', to: 'Chef' },
        phone: { from: '+49 611 1234567', to: '+49 611 2' },
      });
      await read();
      await sync('full');
      expect(await inShort()).toEqual([
        ['self', 'phone', '+49 611 1234567', '+49 6112'],
        ['self', 'title', 'Baker', 'Chef'],
      ]);
    },
  );

  test.each(Object.entries(readers))(
    'an edit that is in the directory while its journal is not settled is not taken for that of others by %s',
    async (_, read) => {
      const person = await api.store.people.byId(personId);
      const entry = { directory: 'hq', entryId: person?.entryId ?? '' };
      const origin = { actorId: personId, source: 'self', reason: null, undoes: null, approverId: null } as const;
      const lease = aLease(new Date(Date.now() + 1000));
      const edits = [anEdit({ seen: null, values: ['Chef'] })];
      await api.store.outbox.begin(aSave({ personId, origin, entry, edits, lease, at: new Date() }));
      await replace('title', 'Chef');
      await replace('description', 'By another');
      await read();
      expect(await inShort()).toEqual([['directory', 'about', null, 'By another']]);
      await api.deliver();
      await sync('full');
      expect(await inShort()).toEqual([
        ['self', 'title', 'Baker', 'Chef'],
        ['directory', 'about', null, 'By another'],
      ]);
    },
  );

  test('a save that meets the change of another system keeps that one, too', async () => {
    await replace('title', 'Director');
    await replace('description', 'By another');
    const { body } = await api.save(token, {
      title: { from: 'Baker', to: 'Chef' },
      phone: { from: '+49 611 1234567', to: null },
    });
    expect([body.outcomes.title?.status, body.outcomes.phone?.status]).toEqual(['conflict', 'saved']);
    await sync('full');
    const all = await inShort();
    expect(all).toHaveLength(3);
    expect(all).toEqual(
      expect.arrayContaining([
        ['self', 'phone', '+49 611 1234567', null],
        ['directory', 'title', 'Baker', 'Director'],
        ['directory', 'about', null, 'By another'],
      ]),
    );
  });

  test('one undo takes it back, byte for byte', async () => {
    await replace('telephoneNumber', '0611/7');
    await api.show(token);
    const [change] = await changes();
    const { status } = await api.call('POST', `/api/history/${change?.id}/undo`, { token, body: {} });
    expect([status, await company.values(username, 'telephoneNumber')]).toEqual([200, ['0611/1234567']]);
  });

  test('several values: our own alone counts, in whatever order the directory tells them', async () => {
    await replace('title', 'Baker', 'Chef');
    await api.show(token);
    await replace('title', 'Chef', 'Boss', 'Baker');
    await sync();
    expect(await inShort()).toEqual([]);
    await replace('title', 'Chef');
    await sync();
    expect(await inShort()).toEqual([['directory', 'title', 'Baker', 'Chef']]);
  });

  test('who is hidden and who returns have a line for what differs alone; a dry run adds none', async () => {
    await sync('full');
    const { slapd } = company;
    const move = (from: string, to: string) =>
      slapd.ldapmodify(
        `dn: uid=${username},${from}\nchangetype: modrdn\nnewrdn: uid=${username}\ndeleteoldrdn: 0\nnewsuperior: ${to}\n`,
      );
    const isHidden = async () => (await api.store.people.byId(personId))?.hiddenAt !== null;
    await move(slapd.peopleDN, slapd.baseDN);
    await sync('full');
    expect(await isHidden()).toBe(true);
    await move(slapd.baseDN, slapd.peopleDN);
    await replace('title', 'Boss');
    await api.call('POST', '/api/admin/sync/runs', { token: admin, body: { mode: 'full', dryRun: true } });
    await api.ended();
    expect(await api.store.history.list({ personId, limit: 1 })).toEqual([]);
    await sync('full');
    token = await api.signIn(username, company.password);
    expect([await isHidden(), await inShort()]).toEqual([false, [['directory', 'title', 'Baker', 'Boss']]]);
  });

  test('S5 a field that is new, mapped anew or mapped back brings none; what comes after does', async () => {
    await replace('mobile', '0170/1');
    await sync();
    const before = await api.configuration();
    const mapped = (attribute: string) =>
      api.configure({
        ...before,
        fields: before.fields.map((field) =>
          field.key === 'phone' ? { ...field, source: { kind: 'directory', attribute, edit: 'writeBack' } } : field,
        ),
      });
    await mapped('mobile');
    await sync();
    await replace('telephoneNumber', '0611/2');
    await sync();
    await mapped('telephoneNumber');
    await sync();
    expect(await inShort()).toEqual([]);
    await replace('telephoneNumber', '0611/3');
    await sync('full');
    expect(await inShort()).toEqual([['directory', 'phone', '+49 6112', '+49 6113']]);
    await api.configure({ ...before, fields: usualFields });
  });
});
