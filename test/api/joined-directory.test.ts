import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnosis, DoctorReport } from '#shared/contract/diagnosis.ts';
import type { History } from '#shared/contract/history.ts';
import type { SyncRunDetails } from '#shared/contract/sync.ts';
import { aPicture } from '#test/pictures/draw-picture.ts';
import { activeDirectoryCompany, type Company, openLDAPCompany } from './company.ts';
import { type API, fieldOf, startAPI } from './start-api.ts';

const fromHR = (attribute: string, edit = 'writeBack') => ({ kind: 'directory', directory: 'hr', attribute, edit });

const fields = [
  { key: 'name', type: 'text', source: { kind: 'directory', attribute: 'sn' } },
  { key: 'mail', type: 'email', source: { kind: 'directory', attribute: 'mail' } },
  { key: 'room', type: 'text', source: { kind: 'directory', attribute: 'roomNumber', edit: 'writeBack' } },
  { key: 'phone', type: 'phone', source: fromHR('telephoneNumber') },
  { key: 'title', type: 'text', source: fromHR('title') },
  { key: 'portrait', type: 'picture', source: fromHR('jpegPhoto'), maxBytes: 60_000 },
  { key: 'site', type: 'text', source: fromHR('l', 'never') },
];

const kinds = { 'another OpenLDAP': openLDAPCompany, 'an Active Directory': activeDirectoryCompany };

describe.each(Object.entries(kinds))('F12 profile data in %s', (_, startHR) => {
  let home: Awaited<ReturnType<typeof openLDAPCompany>>;
  let hr: Company;
  let api: API;
  let admin: string;

  beforeAll(async () => {
    [home, hr] = await Promise.all([openLDAPCompany(), startHR()]);
    const join = { attribute: 'mail', field: 'mail' };
    const definition = { ...hr.definition, join, bindPassword: { env: 'HR_PASSWORD' } };
    const environment = { TEST_PASSWORD: home.bindPassword, HR_PASSWORD: hr.bindPassword };
    api = await startAPI({ companies: { hq: home, hr: { ...hr, definition } }, fields, environment });
    await api.addLocalAdmin('root', 'fake-admin-password');
    admin = await api.signIn('root', 'fake-admin-password');
  });
  afterAll(async () => {
    await api?.stop();
    await Promise.all([home?.stop(), hr?.stop()]);
  });

  /** Somebody who signs in at home, and whom HR knows by their address alone. */
  async function employ(attributes: Record<string, string | Uint8Array> = {}) {
    const mail = `m${Math.random().toString(36).slice(2)}@example.org`;
    const username = await home.add({ mail, roomNumber: '7' });
    const inHR = await hr.add({ mail: mail.toUpperCase(), ...attributes });
    return { username, inHR, mail, token: await api.signIn(username, home.password) };
  }

  async function sync(mode: 'full' | 'incremental'): Promise<SyncRunDetails> {
    await api.call('POST', '/api/admin/sync/runs', { token: admin, body: { mode } });
    return (await api.ended()).at(-1) as SyncRunDetails;
  }
  const ofHR = ({ directories }: SyncRunDetails) => directories.find(({ directory }) => directory === 'hr');

  test('F12 nobody signs in there, and its entries are no people', async () => {
    const { inHR, mail } = await employ();
    const body = { username: inHR, password: hr.password };
    expect((await api.call('POST', '/api/session', { body })).status).toBe(401);
    await sync('full');
    await api.followPeople();
    const found = await api.call<{ people: object[] }>('GET', `/api/people?q=${mail}`, { token: admin });
    expect(found.body.people).toHaveLength(1);
  });

  test('F12 S9 opening a profile reads both entries; W3 W4 a save writes each field where it is', async () => {
    const { token, inHR, username } = await employ({
      telephoneNumber: '+49 611 1234567',
      title: 'Clerk',
      l: 'Wiesbaden',
    });
    const profile = await api.show(token);
    expect(fieldOf(profile, 'title')).toMatchObject({ value: 'Clerk', editable: true });
    expect(fieldOf(profile, 'site')).toMatchObject({ value: 'Wiesbaden', editable: false, reason: 'directoryOwned' });

    await hr.replace(inHR, 'title', ['Head clerk']);
    const { body } = await api.save(
      token,
      {
        room: { from: '7', to: '8' },
        phone: { from: '+49 611 1234567', to: '+49 611 7654321' },
        title: { from: 'Clerk', to: 'Clerk of works' },
      },
      { revision: profile.revision },
    );
    expect(body.outcomes).toMatchObject({
      room: { status: 'saved' },
      phone: { status: 'saved' },
      title: { status: 'conflict', current: 'Head clerk' },
    });
    expect(await home.values(username, 'roomNumber')).toEqual(['8']);
    expect(await hr.values(inHR, 'telephoneNumber')).toEqual(['+49 611 7654321']);
    expect(await hr.values(inHR, 'title')).toEqual(['Head clerk']);
    expect(fieldOf(await api.show(token, false), 'title').value).toBe('Head clerk');
    const changes = await api.store.history.list({ personId: profile.person.id, limit: 10 });
    expect(changes.map(({ source, field, to }) => `${source} ${field} ${to}`).sort()).toEqual([
      'directory title Head clerk',
      'self phone +49 611 7654321',
      'self room 8',
    ]);
  });

  test('F12 W8 what was written there is undone there', async () => {
    const { token, inHR } = await employ({ title: 'Nurse' });
    const { person } = await api.show(token);
    await api.save(token, { title: { from: 'Nurse', to: 'Matron' } });
    const { body } = await api.call<History>('GET', `/api/people/${person.id}/history`, { token });
    const id = body.changes.find(({ field }) => field === 'title')?.id;
    expect((await api.call('POST', `/api/history/${id}/undo`, { token, body: {} })).status).toBe(200);
    expect(await hr.values(inHR, 'title')).toEqual(['Nurse']);
  });

  test('F12 F10 a picture is read from there and written there', async () => {
    const { token, inHR } = await employ();
    await api.show(token);
    const to = { base64: (await aPicture({ width: 200, height: 200 })).toString('base64') };
    const { body } = await api.save(token, { portrait: { from: null, to } });
    expect(body.outcomes.portrait).toMatchObject({ status: 'saved' });
    expect(await hr.bytes(inHR, 'jpegPhoto')).toHaveLength(1);
    expect(ofHR(await sync('full'))).toMatchObject({ status: 'succeeded', failed: 0 });
    expect(fieldOf(await api.show(token, false), 'portrait').value).toEqual(body.outcomes.portrait?.value);
  });

  test('F12 S1 S10 a full sync fills everybody, and changes nobody when nothing changed', async () => {
    const { token, username } = await employ({ title: 'Cook' });
    expect(fieldOf(await api.show(token, false), 'title').value).toBeNull();
    const first = await sync('full');
    expect(ofHR(first)).toMatchObject({ status: 'succeeded', mode: 'full' });
    expect(first.changes).toContainEqual(expect.objectContaining({ directory: 'hr', kind: 'changed', username }));
    expect(fieldOf(await api.show(token, false), 'title').value).toBe('Cook');
    const before = await api.store.sweeps.changeNumber();
    expect(ofHR(await sync('full'))).toMatchObject({ status: 'succeeded', changed: 0 });
    expect(await api.store.sweeps.changeNumber()).toBe(before);
  });

  test('F12 S2 an incremental sync brings what changed there, and what belongs to who is new here', async () => {
    const known = await employ({ title: 'Baker' });
    await sync('full');
    await hr.replace(known.inHR, 'title', ['Master baker']);
    const added = await employ({ title: 'Miller' });
    const run = ofHR(await sync('incremental'));
    expect(run).toMatchObject({ status: 'succeeded', mode: 'incremental' });
    expect(fieldOf(await api.show(known.token, false), 'title').value).toBe('Master baker');
    const byOthers = (await api.store.history.list({ fields: ['title'], source: 'directory', limit: 10 })).slice(0, 1);
    expect(byOthers).toMatchObject([{ from: 'Baker', to: 'Master baker', exactTo: ['Master baker'] }]);
    expect(fieldOf(await api.show(added.token, false), 'title').value).toBe('Miller');
  });

  test('F12 W2 the doctor finds that people have entries there, and tries its fields there alone', async () => {
    await employ({ telephoneNumber: '+49 611 1' });
    await sync('full');
    const { body } = await api.call<DoctorReport>('POST', '/api/admin/doctor', { token: admin });
    const [atHome, atHR] = body.directories;
    const stepsOf = (name: string) => atHR?.steps.filter(({ step }) => step === name) ?? [];
    expect(stepsOf('join')).toMatchObject([{ ok: true, detail: expect.stringMatching(/^\d+ of \d+ people have an/) }]);
    expect(stepsOf('usernames')).toEqual([]);
    const fieldsAt = (steps: DoctorReport['steps'] = []) => [...new Set(steps.flatMap(({ field }) => field ?? []))];
    expect(fieldsAt(atHome?.steps)).toEqual(['name', 'mail', 'room']);
    expect(fieldsAt(atHR?.steps)).toEqual(['phone', 'title', 'portrait', 'site']);
    expect(body.steps.some(({ step }) => step === 'duplicates')).toBe(false);
  });

  test('F12 W2 a join that fits nobody is found by the test of the directory', async () => {
    const saved = (await api.configuration()).directories.find(({ key }) => key === 'hr');
    const definition = { ...saved, join: { attribute: 'mail' }, bindPassword: { stored: true } };
    const { body } = await api.call<Diagnosis>('POST', '/api/admin/directories/hr/test', {
      token: admin,
      body: { definition },
    });
    expect(body.steps.find(({ step }) => step === 'join')).toMatchObject({ ok: false, rule: 'nobodyJoined' });
  });

  test('F12 whoever has no entry there sees so, and gets one by the next sync', async () => {
    const { token, inHR, mail } = await employ({ title: 'Driver' });
    await api.show(token);
    await hr.replace(inHR, 'mail', ['somebody.else@example.org']);
    const profile = await api.show(token);
    expect(fieldOf(profile, 'title')).toMatchObject({ value: null, editable: false, reason: 'noJoinedEntry' });
    const { status } = await api.save(token, { title: { from: null, to: 'Pilot' } });
    expect(status).toBe(403);
    await hr.replace(inHR, 'mail', [mail]);
    await sync('incremental');
    expect(fieldOf(await api.show(token, false), 'title')).toMatchObject({ value: 'Driver', editable: true });
  });

  test('F12 S7 two entries of one person are a failure that names the person, and change nothing', async () => {
    const { username, mail, token } = await employ({ title: 'Smith' });
    await sync('full');
    const other = await hr.add({ mail, title: 'Impostor' });
    const run = await sync('full');
    expect(run.failures).toContainEqual(
      expect.objectContaining({ directory: 'hr', username, problem: expect.objectContaining({ rule: 'ambiguous' }) }),
    );
    expect(fieldOf(await api.show(token), 'title').value).toBe('Smith');
    await hr.replace(other, 'mail', ['nobody@example.org']);
  });
});

test("F12 a namesake in a directory whose people are not completed gets nobody else's entry", async () => {
  const [home, branch, hr] = await Promise.all([openLDAPCompany(), openLDAPCompany(), openLDAPCompany()]);
  const definition = { ...hr.definition, join: { attribute: 'uid', of: ['hq'] } };
  const api = await startAPI({ companies: { hq: home, branch, hr: { ...hr, definition } }, fields });
  try {
    const dn = `uid=jane,${branch.slapd.peopleDN}`;
    await branch.slapd.ldapmodify(
      `dn: ${dn}\nchangetype: modify\nreplace: userPassword\nuserPassword: fake-other-password\n`,
    );
    const [own, namesake] = [
      await api.signIn('jane', 'fake-password-of-jane'),
      await api.signIn('jane', 'fake-other-password'),
    ];
    expect(fieldOf(await api.show(own), 'title').value).toBe('Engineer');
    expect(fieldOf(await api.show(namesake), 'title')).toMatchObject({ value: null, reason: 'noJoinedEntry' });
    await api.addLocalAdmin('root', 'fake-admin-password');
    const admin = await api.signIn('root', 'fake-admin-password');
    await api.call('POST', '/api/admin/sync/runs', { token: admin, body: { mode: 'full' } });
    await api.ended();
    expect(fieldOf(await api.show(namesake, false), 'title').value).toBeNull();
    expect((await api.save(namesake, { title: { from: null, to: 'Impostor' } })).status).toBe(403);
  } finally {
    await api.stop();
    await Promise.all([home.stop(), branch.stop(), hr.stop()]);
  }
});
