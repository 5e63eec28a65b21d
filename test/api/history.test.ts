import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyHistory } from '#server/history/verify-history.ts';
import type { AdminHistory, History } from '#shared/contract/history.ts';
import type { Saved } from '#shared/contract/profile.ts';
import { openLDAPCompany } from './company.ts';
import { type API, startAPI, usualFields } from './start-api.ts';

describe('W8 history and undo', () => {
  let company: Awaited<ReturnType<typeof openLDAPCompany>>;
  let api: API;
  let username: string;
  let token: string;
  let root: string;
  let personId: string;
  beforeAll(async () => {
    company = await openLDAPCompany();
    const secretField = {
      key: 'salary',
      type: 'text',
      source: { kind: 'local' },
      visibleTo: ['admin'],
      editableBy: ['admin'],
    };
    api = await startAPI({ companies: { hq: company }, fields: [...usualFields, secretField] });
    await api.addLocalAdmin('root', 'fake-password-of-root');
    root = await api.signIn('root', 'fake-password-of-root');
  });
  beforeEach(async () => {
    username = await company.add({ title: 'Baker', telephoneNumber: '0611/1234567' });
    token = await api.signIn(username, company.password);
    personId = (await api.show(token, false)).person.id;
  });
  afterAll(async () => {
    await api?.stop();
    await company?.stop();
  });

  const historyOf = async (query = '', by = token) =>
    (await api.call<History>('GET', `/api/people/${personId}/history${query}`, { token: by })).body;
  const undo = (id: string | undefined, by = token, body: object = {}) =>
    api.call<Saved>('POST', `/api/history/${id}/undo`, { token: by, body });
  const saveTitle = (from: string | null, to: string | null) => api.save(token, { title: { from, to } });

  test('every change says who, when, field, old and new, from where; own ones at once, pages newest first', async () => {
    await saveTitle('Baker', 'Chef');
    await api.save(token, { nickname: { from: null, to: 'Janey' } });
    const reason = 'asked by phone';
    await api.call('PATCH', `/api/people/${personId}/profile`, {
      token: root,
      body: { changes: { title: { from: 'Chef', to: 'Boss' } }, reason },
    });
    const { changes, next } = await historyOf();
    expect(next).toBeUndefined();
    expect(changes.map(({ field, from, to, source }) => [field, from, to, source])).toEqual([
      ['title', 'Chef', 'Boss', 'helpdesk'],
      ['nickname', null, 'Janey', 'self'],
      ['title', 'Baker', 'Chef', 'self'],
    ]);
    expect(changes[0]).toMatchObject({ reason, actor: { displayName: 'root' }, undoable: true, label: 'title' });
    const page = await historyOf('?limit=2');
    expect(page.changes).toHaveLength(2);
    expect((await historyOf(`?cursor=${page.next}`)).changes).toHaveLength(1);
    expect((await historyOf('?field=nickname')).changes).toHaveLength(1);
  });

  test('P2 nobody sees the history of others, nor changes of fields that they may not see', async () => {
    const body = { changes: { salary: { from: null, to: '1' } }, reason: 'set' };
    await api.call('PATCH', `/api/people/${personId}/profile`, { token: root, body });
    expect((await historyOf('', root)).changes).toHaveLength(1);
    expect((await historyOf()).changes).toEqual([]);
    expect((await historyOf('?field=salary')).changes).toEqual([]);
    const stranger = await api.signIn(await company.add(), company.password);
    const { status } = await api.call('GET', `/api/people/${personId}/history`, { token: stranger });
    expect(status).toBe(403);
    const [secret] = (await historyOf('', root)).changes;
    expect((await undo(secret?.id)).status).toBe(404);
    expect((await undo(secret?.id, stranger)).status).toBe(404);
  });

  test('one undo brings back the bytes of before, however they are shown, and is itself in the history', async () => {
    await api.save(token, { phone: { from: '+49 611 1234567', to: '+49 611 7654321' } });
    const [change] = (await historyOf()).changes;
    const { status, body } = await undo(change?.id);
    expect([status, body.outcomes.phone?.status]).toEqual([200, 'saved']);
    expect(await company.values(username, 'telephoneNumber')).toEqual(['0611/1234567']);
    const [undone] = (await historyOf()).changes;
    expect(undone).toMatchObject({
      source: 'undo',
      undoes: change?.id,
      from: '+49 611 7654321',
      to: '+49 611 1234567',
    });
    expect((await undo(undone?.id)).body.outcomes.phone?.status).toBe('saved');
    expect(await company.values(username, 'telephoneNumber')).toEqual(['+49 611 7654321']);
  });

  test('an undo of an own change needs no body', async () => {
    await saveTitle('Baker', 'Chef');
    const [change] = (await historyOf()).changes;
    expect((await api.call('POST', `/api/history/${change?.id}/undo`, { token })).status).toBe(200);
    expect(await company.values(username, 'title')).toEqual(['Baker']);
  });

  test('a first value is undone to none, a cleared one comes back, a local one too', async () => {
    await saveTitle('Baker', null);
    await undo((await historyOf()).changes[0]?.id);
    expect(await company.values(username, 'title')).toEqual(['Baker']);
    await api.save(token, { about: { from: null, to: 'One' }, nickname: { from: null, to: 'Janey' } });
    for (const { id } of (await historyOf('?limit=2')).changes) expect((await undo(id)).status).toBe(200);
    expect(await company.values(username, 'description')).toEqual([]);
    expect((await api.show(token)).fields.find(({ key }) => key === 'nickname')?.value).toBeNull();
  });

  test.each([
    ['by somebody else, in case alone', async () => company.replace(username, 'title', ['CHEF'])],
    ['by the person', async () => void (await saveTitle('Chef', 'Boss'))],
  ])('W4 what was changed since %s is not undone, with the reason', async (_, meanwhile) => {
    await saveTitle('Baker', 'Chef');
    const [change] = (await historyOf()).changes;
    await meanwhile();
    const before = await company.values(username, 'title');
    const { status, body } = await undo(change?.id);
    expect([status, body]).toMatchObject([409, { kind: 'conflict', field: 'title', rule: 'changedSince' }]);
    expect(await company.values(username, 'title')).toEqual(before);
  });

  test('an undo while the directory is down waits like any other save', async () => {
    await saveTitle('Baker', 'Chef');
    const [change] = (await historyOf()).changes;
    await company.slapd.kill();
    expect((await undo(change?.id)).body.outcomes.title?.status).toBe('pending');
    await company.slapd.restart();
    await api.deliver();
    expect(await company.values(username, 'title')).toEqual(['Baker']);
    expect((await historyOf()).changes[0]).toMatchObject({ source: 'undo', undoes: change?.id });
  });

  test('what may no longer be edited is not undone; helpdesk has to say why', async () => {
    await saveTitle('Baker', 'Chef');
    const [change] = (await historyOf()).changes;
    expect((await undo(change?.id, root)).status).toBe(422);
    const before = await api.configuration();
    await api.configure({ ...before, settings: { ...before.settings, writeEnabled: false } });
    expect((await historyOf()).changes[0]?.undoable).toBe(false);
    expect((await undo(change?.id)).status).toBe(403);
    await api.configure(before);
    expect((await undo(change?.id, root, { reason: 'by mistake' })).status).toBe(200);
  });

  const withField = (key: string, members: object) => (fields: readonly { readonly key: string }[]) =>
    fields.map((field) => (field.key === key ? { ...field, ...members } : field));
  const readOnly = { kind: 'directory', attribute: 'title', edit: 'never' };
  test.each([
    [
      'is no longer configured',
      (fields: readonly { readonly key: string }[]) => fields.filter(({ key }) => key !== 'title'),
      404,
      'unknownField',
    ],
    ['is only read by now', withField('title', { source: readOnly }), 403, 'directoryOwned'],
    ['is for admins to edit by now', withField('title', { editableBy: ['admin'] }), 403, 'notPermitted'],
    ['needs approval by now', withField('title', { approvedBy: ['helpdesk'] }), 403, 'needsApproval'],
    ['lives in Nameplate by now', withField('title', { source: { kind: 'local' } }), 403, 'movedSince'],
    ['must have a value by now', withField('title', { required: true }), 422, 'required'],
  ])('a change of a field that %s is not undone, with the reason', async (_, change, status, rule) => {
    if (rule === 'required') await saveTitle('Baker', null);
    await saveTitle(rule === 'required' ? null : 'Baker', 'Chef');
    const { id } = (await historyOf()).changes[0] ?? {};
    const before = await api.configuration();
    await api.configure({ ...before, fields: change(before.fields) });
    expect((await historyOf()).changes.find((each) => each.id === id)?.undoable ?? false).toBe(false);
    const answer = await api.call('POST', `/api/history/${id}/undo`, { token, body: {} });
    expect([answer.status, answer.body]).toMatchObject([status, { field: 'title', rule }]);
    await api.configure(before);
    expect(await company.values(username, 'title')).toEqual(['Chef']);
    expect((await undo(id)).status).toBe(200);
  });

  test('a change of somebody whose entry is gone, who is hidden, or who was erased is not undone, with the reason', async () => {
    await saveTitle('Baker', 'Chef');
    const [change] = (await historyOf()).changes;
    const tryUndo = async () => {
      const body = { reason: 'by mistake' };
      const answer = await api.call('POST', `/api/history/${change?.id}/undo`, { token: root, body });
      return [answer.status, answer.body.rule];
    };
    await company.slapd.ldapmodify(`dn: ${await company.dnOf(username)}\nchangetype: delete\n`);
    expect(await tryUndo()).toEqual([422, 'entryGone']);
    // Missing at first, hidden once a second run has not found them either.
    for (let run = 0; run < 2; run++) {
      await api.call('POST', '/api/admin/sync/runs', { token: root, body: { mode: 'full' } });
      await api.ended();
    }
    const person = await api.store.people.byId(personId);
    if (!person) throw new Error('nobody was hidden');
    expect(person.hiddenAt).toEqual(expect.any(Date));
    expect(await tryUndo()).toEqual([422, 'entryGone']);
    expect(await api.store.outbox.count()).toBe(0);
    await api.store.personalData.erase(person, { at: new Date(), withEdits: false, attempts: [] });
    expect(await tryUndo()).toEqual([404, 'noSuchChange']);
  });

  test('admins see all, filtered, and as CSV in which no cell is a formula', async () => {
    const formula = '=HYPERLINK("http://example.org","x")';
    await saveTitle('Baker', formula);
    await api.save(token, { about: { from: null, to: '-1\n"two"' } });
    const query = `person=${personId}&source=self`;
    const { body } = await api.call<AdminHistory>('GET', `/api/admin/history?${query}&limit=1`, { token: root });
    expect(body.changes).toMatchObject([{ to: '-1\n"two"', person: { id: personId } }]);
    expect(body.next).toBeDefined();
    const csv = await api.call<string>('GET', `/api/admin/history.csv?${query}`, { token: root });
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.body).toContain(`"'=HYPERLINK(""http://example.org"",""x"")"`);
    expect(csv.body).toContain(`"'-1\n""two"""`);
    expect(csv.body).not.toMatch(/(?:^|,)"?\s*[=+@-]/mu);
    expect((await api.call('GET', '/api/admin/history', { token })).status).toBe(403);
    expect((await api.call('GET', '/api/admin/history.csv', { token })).status).toBe(403);
    const none = await api.call<AdminHistory>('GET', `/api/admin/history?${query}&until=2020-01-01T00:00:00Z`, {
      token: root,
    });
    expect(none.body.changes).toEqual([]);
  });

  test('F1 admins get no change of a field that only the person sees, neither listed nor exported', async () => {
    const hidden = usualFields.map((field) => (field.key === 'title' ? { ...field, visibleTo: ['self'] } : field));
    const before = await api.configuration();
    await saveTitle('Baker', 'Spy');
    await api.save(token, { nickname: { from: null, to: 'Bond' } });
    const seen = async () => {
      const { changes } = (
        await api.call<AdminHistory>('GET', `/api/admin/history?person=${personId}`, { token: root })
      ).body;
      const csv = (await api.call<string>('GET', `/api/admin/history.csv?person=${personId}`, { token: root })).body;
      return [changes.map(({ to }) => to), csv.includes('Spy'), csv.includes('Bond')];
    };
    expect(await seen()).toEqual([['Bond', 'Spy'], true, true]);
    await api.configure({ ...before, fields: hidden });
    expect(await seen()).toEqual([['Bond'], false, true]);
    await api.configure(before);
  });

  test('the chain of all that happened here holds', async () => {
    expect((await verifyHistory(api.store.history)).faults).toEqual([]);
  });
});
