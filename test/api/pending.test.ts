import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OutboxItem, OwnEdits } from '#shared/contract/outbox.ts';
import { aSave } from '#test/conformance/store/an-edit.ts';
import { openLDAPCompany } from './company.ts';
import { type API, fieldOf, startAPI } from './start-api.ts';

describe('W6 a save that waits', () => {
  let company: Awaited<ReturnType<typeof openLDAPCompany>>;
  let api: API;
  let username: string;
  let token: string;
  beforeAll(async () => {
    company = await openLDAPCompany();
    api = await startAPI({ companies: { hq: company } });
    await api.addLocalAdmin('root', 'fake-password-of-root');
  });
  beforeEach(async () => {
    username = await company.add({ title: 'Baker', description: 'old' });
    token = await api.signIn(username, company.password);
  });
  afterEach(async () => {
    await company.slapd.restart();
    // A directory that was down is not asked again at once.
    const look = async () => (await api.call('GET', '/api/me/profile?refresh=1', { token })).status;
    await expect.poll(look).toBe(200);
  });
  afterAll(async () => {
    await api?.stop();
    await company?.stop();
  });

  async function whileDown(changes: object, members: object = {}) {
    await company.slapd.kill();
    return (await api.save(token, changes, members)).body;
  }
  const ownEdits = async () => (await api.call<OwnEdits>('GET', '/api/me/outbox', { token })).body.edits;
  const titles = () => company.values(username, 'title');

  test('what is edited again while it waits goes out in its order, each step over what it was made on', async () => {
    await whileDown({ title: { from: 'Baker', to: 'Chef' } });
    const { revision } = await api.show(token, false);
    const again = await api.save(token, { title: { from: 'Chef', to: 'Boss' } }, { revision });
    expect(again.body.outcomes.title?.status).toBe('pending');
    expect(fieldOf(again.body.profile, 'title')).toMatchObject({ value: 'Baker', pending: 'Boss' });
    await company.slapd.restart();
    await api.deliver();
    expect(await titles()).toEqual(['Boss']);
    const changes = await api.store.history.list({ limit: 2 });
    expect(changes.map(({ from, to }) => [from, to])).toEqual([
      ['Chef', 'Boss'],
      ['Baker', 'Chef'],
    ]);
  });

  test('F11 an edit that waits for an attribute which the field has no longer is given back, and writes nothing', async () => {
    await whileDown({ title: { from: 'Baker', to: 'Chef' } });
    const before = await api.configuration();
    const moved = before.fields.map((field) =>
      field.key === 'title' && field.source.kind === 'directory'
        ? { ...field, source: { ...field.source, attribute: 'carLicense' } }
        : field,
    );
    await api.configure({ ...before, fields: moved });
    await company.slapd.restart();
    await company.replace(username, 'carLicense', ['WI-NP 1']);
    await api.deliver();
    expect(await titles()).toEqual(['Baker']);
    expect(await ownEdits()).toMatchObject([{ field: 'title', value: 'Chef', problem: { rule: 'fieldGone' } }]);
    expect(fieldOf(await api.show(token), 'title').value).toBe('WI-NP 1');
    await api.configure(before);
  });

  test('whoever did not see what waits gets a conflict at once, the same edit made twice is one', async () => {
    await whileDown({ title: { from: 'Baker', to: 'Chef' } });
    const { body } = await api.save(token, { title: { from: 'Baker', to: 'Boss' } });
    expect(body.outcomes.title).toEqual({ status: 'conflict', value: 'Chef', current: 'Chef' });
    expect((await api.save(token, { title: { from: 'Baker', to: 'Chef' } })).body.outcomes.title?.status).toBe(
      'pending',
    );
    expect(await ownEdits()).toHaveLength(1);
  });

  test('a save made when the directory is back takes what waited along, in its order', async () => {
    await whileDown({ title: { from: 'Baker', to: 'Chef' } });
    await company.slapd.restart();
    const { body } = await api.save(token, { title: { from: 'Chef', to: 'Boss' }, about: { from: 'old', to: 'new' } });
    expect(body.outcomes).toMatchObject({ title: { status: 'saved' }, about: { status: 'saved' } });
    expect(await titles()).toEqual(['Boss']);
    expect(await ownEdits()).toEqual([]);
  });

  test('it can be withdrawn by the person, not by others, and does not go out then', async () => {
    await whileDown({ title: { from: 'Baker', to: 'Chef' } });
    const [edit] = await ownEdits();
    expect(edit).toMatchObject({ field: 'title', state: 'pending', value: 'Chef' });
    const { token: other } = { token: await api.signIn('root', 'fake-password-of-root') };
    const withdraw = (by: string) => api.call('DELETE', `/api/outbox/${edit?.id}`, { token: by });
    const { edits, total } = (
      await api.call<{ edits: OutboxItem[]; total: number }>('GET', '/api/admin/outbox', { token: other })
    ).body;
    expect(total).toBeGreaterThan(0);
    expect(edits.at(-1)).toMatchObject({
      id: edit?.id,
      directory: 'hq',
      field: 'title',
      attempts: 1,
      person: { username },
      problem: { rule: expect.any(String) },
    });
    expect(JSON.stringify(edits)).not.toContain('Chef');
    await company.slapd.restart();
    const stranger = await api.signIn(await company.add(), company.password);
    expect((await withdraw(stranger)).status).toBe(404);
    expect((await withdraw(token)).status).toBe(204);
    expect((await withdraw(token)).status).toBe(404);
    await api.deliver();
    expect(await titles()).toEqual(['Baker']);
    expect(fieldOf(await api.show(token), 'title').edit).toBeUndefined();
  });

  test('one of which nobody can tell is withdrawn once its directory is removed, not before', async () => {
    const person = (await api.show(token)).person;
    const { entryId } = (await api.store.people.byId(person.id)) ?? {};
    // As a process leaves it behind that was killed while it sent.
    const entry = { directory: 'hq', entryId: entryId ?? '' };
    const lease = { token: 'of a process that is dead', until: new Date(0) };
    const [edit] = (await api.store.outbox.begin(aSave({ personId: person.id, entry, lease })))?.edits ?? [];
    const root = await api.signIn('root', 'fake-password-of-root');
    const withdraw = () => api.call('DELETE', `/api/outbox/${edit?.id}`, { token: root });
    expect(await withdraw()).toMatchObject({ status: 409, body: { rule: 'onItsWay' } });
    const before = await api.configuration();
    await api.configure({ ...before, directories: [] });
    expect((await withdraw()).status).toBe(204);
    await api.configure(before);
    expect(await ownEdits()).toEqual([]);
  });

  test('W4 one that became a conflict waits for the person with both values, and holds up nothing else', async () => {
    await whileDown({ title: { from: 'Baker', to: 'Chef' }, about: { from: 'old', to: 'new' } });
    await company.slapd.restart();
    await company.replace(username, 'title', ['BAKER']);
    await api.deliver();
    expect(await titles()).toEqual(['BAKER']);
    expect(await company.values(username, 'description')).toEqual(['new']);
    const shown = fieldOf(await api.show(token), 'title');
    expect(shown).toMatchObject({ value: 'BAKER', edit: { state: 'conflict', value: 'Chef' } });
    expect(shown.pending).toBeUndefined();
    await api.deliver();
    expect(await ownEdits()).toMatchObject([{ field: 'title', state: 'conflict', value: 'Chef' }]);
    const mine = await api.save(token, { title: { from: 'BAKER', to: 'Chef' } });
    expect(mine.body.outcomes.title?.status).toBe('saved');
    expect(await ownEdits()).toEqual([]);
  });

  test('one that the directory will not have waits for the person with the reason', async () => {
    await api.configure({
      ...(await api.configuration()),
      fields: [
        { key: 'country', type: 'text', source: { kind: 'directory', attribute: 'c', edit: 'writeBack' } },
        { key: 'title', type: 'text', source: { kind: 'directory', attribute: 'title', edit: 'writeBack' } },
      ],
    });
    await whileDown({ country: { from: null, to: 'Germany' }, title: { from: 'Baker', to: 'Chef' } });
    await company.slapd.restart();
    await api.deliver();
    expect(await titles()).toEqual(['Chef']);
    expect(await ownEdits()).toMatchObject([
      { field: 'country', state: 'refused', value: 'Germany', problem: { rule: 'wrongSyntax' } },
    ]);
  });

  test('W1 nothing is delivered while writing is switched off', async () => {
    await whileDown({ title: { from: 'Baker', to: 'Chef' } });
    await company.slapd.restart();
    const before = await api.configuration();
    await api.configure({ ...before, settings: { ...before.settings, writeEnabled: false } });
    await api.deliver();
    expect(await titles()).toEqual(['Baker']);
    expect(await ownEdits()).toMatchObject([{ state: 'pending', problem: { rule: 'writingDisabled' } }]);
    await api.configure(before);
    await api.deliver();
    expect(await titles()).toEqual(['Chef']);
  });
});
