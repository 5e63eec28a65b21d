import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '#server/problem.ts';
import type { SyncRunDetails } from '#shared/contract/sync.ts';
import { aPerson } from '#test/directories/people.ts';
import { openLDAPCompany } from './company.ts';
import { type API, fieldOf, startAPI } from './start-api.ts';

const fields = [
  { key: 'room', type: 'text', source: { kind: 'directory', attribute: 'roomNumber', edit: 'writeBack' } },
  {
    key: 'title',
    type: 'text',
    source: { kind: 'directory', directory: 'hr', attribute: 'title', edit: 'writeBack' },
  },
];

describe('F12 a directory that fails', () => {
  let home: Awaited<ReturnType<typeof openLDAPCompany>>;
  let hr: Awaited<ReturnType<typeof openLDAPCompany>>;
  let api: API;
  let admin: string;

  beforeAll(async () => {
    [home, hr] = await Promise.all([openLDAPCompany(), openLDAPCompany()]);
    const definition = { ...hr.definition, join: { attribute: 'uid' } };
    const removalLimit = { percent: 5, atLeast: 2 };
    api = await startAPI({ companies: { hq: home, hr: { ...hr, definition } }, fields, settings: { removalLimit } });
    await api.addLocalAdmin('root', 'fake-admin-password');
    admin = await api.signIn('root', 'fake-admin-password');
  });
  afterAll(async () => {
    await api?.stop();
    await Promise.all([home?.stop(), hr?.stop()]);
  });

  const jane = () => api.signIn('jane', 'fake-password-of-jane');
  async function sync(mode = 'full'): Promise<SyncRunDetails> {
    await api.call('POST', '/api/admin/sync/runs', { token: admin, body: { mode } });
    return (await api.ended()).at(-1) as SyncRunDetails;
  }

  test('F12 W6 while it cannot be reached the profile opens with what was read last, and an edit waits for it', async () => {
    const token = await jane();
    expect(fieldOf(await api.show(token), 'title').value).toBe('Engineer');
    await hr.slapd.kill();
    const profile = await api.show(token);
    expect(fieldOf(profile, 'title')).toMatchObject({ value: 'Engineer', editable: true });
    const { body } = await api.save(token, {
      title: { from: 'Engineer', to: 'Chief engineer' },
      room: { from: null, to: '42' },
    });
    expect(body.outcomes).toMatchObject({ title: { status: 'pending' }, room: { status: 'saved' } });
    await hr.slapd.restart();
    await api.deliver();
    expect(await hr.values('jane', 'title')).toEqual(['Chief engineer']);
    expect(fieldOf(await api.show(token, false), 'title')).toMatchObject({ value: 'Chief engineer' });
    expect(await home.values('jane', 'title')).toEqual(['Engineer']);
  });

  test.each([
    ['begin', 'refused', 'store'],
    ['settle', 'pending', 'savedUnread'],
  ] as const)(
    'F12 W5 what was saved in the own entry is told, also where the store fails with the other (%s)',
    async (step, status, rule) => {
      const token = await jane();
      const profile = await api.show(token);
      const [title, room] = [fieldOf(profile, 'title').value, fieldOf(profile, 'room').value];
      const { [step]: works } = api.store.outbox;
      let calls = 0;
      const failing = (...args: [never]) => {
        calls += 1;
        if (calls === 1) return works(...args);
        return Promise.reject(new Problem('internal', 'The store is full.', { rule: 'store' }));
      };
      Object.assign(api.store.outbox, { [step]: failing });
      const changes = { room: { from: room, to: `room ${step}` }, title: { from: title, to: `title ${step}` } };
      const answer = await api.save(token, changes);
      Object.assign(api.store.outbox, { [step]: works });
      expect(answer.status).toBe(200);
      expect(answer.body.outcomes).toMatchObject({
        room: { status: 'saved', value: `room ${step}` },
        title: { status, value: title, problem: { rule, field: 'title' } },
      });
      expect(await home.values('jane', 'roomNumber')).toEqual([`room ${step}`]);
      await api.deliver();
      const now = await api.show(token);
      expect(fieldOf(now, 'title').value).toBe(step === 'begin' ? title : 'title settle');
      expect(fieldOf(now, 'title').edit).toBeUndefined();
    },
  );

  test('F12 S6 an entry that is not found once takes nothing away; the sync does, when it has looked everybody up', async () => {
    const username = await home.add();
    await hr.slapd.ldapmodify(aPerson({ uid: username, title: 'Cook' }).replace('\n', '\nchangetype: add\n'));
    const token = await api.signIn(username, home.password);
    expect(fieldOf(await api.show(token), 'title').value).toBe('Cook');
    await hr.slapd.ldapmodify(`dn: uid=${username},${hr.slapd.peopleDN}\nchangetype: delete\n`);
    expect(fieldOf(await api.show(token), 'title').value).toBe('Cook');
    await sync();
    const profile = await api.show(token, false);
    expect(fieldOf(profile, 'title')).toMatchObject({ value: null, reason: 'noJoinedEntry' });
  });

  test('F12 S6 more lost entries than the limit stop the run, and nothing is taken away', async () => {
    const token = await jane();
    await sync();
    const remove = (uid: string) => hr.slapd.ldapmodify(`dn: uid=${uid},${hr.slapd.peopleDN}\nchangetype: delete\n`);
    const before = await hr.slapd.ldapsearch('(uid=jane)');
    for (const uid of ['jane', 'juergen', 'yuki']) await remove(uid);
    const run = await sync();
    expect(run.directories.find(({ directory }) => directory === 'hr')).toMatchObject({
      status: 'failed',
      problem: { rule: 'removalLimit' },
    });
    const [, title] = /^title: (.*)$/mu.exec(before) ?? [];
    expect(fieldOf(await api.show(token, false), 'title').value).toBe(title);
  });
});
