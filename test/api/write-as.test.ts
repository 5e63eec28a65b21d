import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OwnEdits } from '#shared/contract/outbox.ts';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { Saved } from '#shared/contract/profile.ts';
import { activeDirectoryCompany, type Company, openLDAPCompany } from './company.ts';
import { type API, startAPI } from './start-api.ts';

const local = { key: 'desk', type: 'text', source: { kind: 'local' } };
const toApprove = { key: 'nickname', type: 'text', source: { kind: 'local' }, approvedBy: ['helpdesk'] };
const fields = ['title', 'telephoneNumber', 'description'].map((attribute) => ({
  ...{ key: attribute, type: 'text' },
  source: { kind: 'directory', attribute, edit: 'writeBack' },
}));

/** Nobody but the person writes, and not all of it; the service account reads. */
const rightsOfPeople = [
  'access to attrs=userPassword by anonymous auth',
  'access to attrs=title,telephoneNumber by self write by * read',
  'access to * by * read',
];

const asPerson = async (company: Promise<Company>): Promise<Company> => {
  const started = await company;
  return { ...started, definition: { ...started.definition, writeAs: 'person' } };
};

describe.each([
  ['OpenLDAP', () => openLDAPCompany({ databaseConf: rightsOfPeople }), 'title', 'description'],
  ['Active Directory', activeDirectoryCompany, 'telephoneNumber', 'title'],
] as const)('W9 %s written by the own bind of whoever saves', (_, start, theirs, notTheirs) => {
  let company: Company;
  let api: API;
  let username: string;
  let token: string;
  beforeAll(async () => {
    company = await asPerson(start());
    api = await startAPI({
      companies: { hq: company },
      fields: [...fields, local, toApprove],
      signIn: { attempts: 3 },
    });
    await api.addLocalAdmin('root', 'fake-password-of-root');
  });
  beforeEach(async () => {
    username = await company.add({ [theirs]: 'old', [notTheirs]: 'kept' });
    token = await api.signIn(username, company.password);
  });
  afterAll(async () => {
    await api?.stop();
    await company?.stop();
  });

  const save = (changes: object, password?: string) =>
    api.call<Saved & ProblemDetails>('PATCH', '/api/me/profile', {
      token,
      body: { changes, ...(password !== undefined && { password }) },
    });
  const mine = { [theirs]: { from: 'old', to: 'new' } };

  test('the rights of the person decide, and a refusal is told for its field alone', async () => {
    const { status, body } = await save({ ...mine, [notTheirs]: { from: 'kept', to: 'x' } }, company.password);
    expect(status).toBe(200);
    expect(body.outcomes).toMatchObject({
      [theirs]: { status: 'saved', value: 'new' },
      [notTheirs]: { status: 'refused', value: 'kept', problem: { rule: 'notPermitted', field: notTheirs } },
    });
    expect(await company.values(username, theirs)).toEqual(['new']);
    expect(await company.values(username, notTheirs)).toEqual(['kept']);
  });

  test('W4 it is over what was seen alone, and an undo needs the password, too', async () => {
    await company.replace(username, theirs, ['OLD']);
    expect((await save(mine, company.password)).body.outcomes[theirs]?.status).toBe('conflict');
    const again = await save({ [theirs]: { from: 'OLD', to: 'new' } }, company.password);
    expect(again.body.outcomes[theirs]?.status).toBe('saved');
    const [change] = await api.store.history.list({ limit: 1 });
    const undo = (password?: string) =>
      api.call<ProblemDetails>('POST', `/api/history/${change?.id}/undo`, {
        token,
        body: password ? { password } : {},
      });
    expect((await undo()).body.rule).toBe('passwordRequired');
    expect((await undo(company.password)).status).toBe(200);
    expect(await company.values(username, theirs)).toEqual(['OLD']);
  });

  test('X1 without a password nothing is done; a wrong one is told, and leaves nothing behind', async () => {
    for (const [password, rule] of [
      [undefined, 'passwordRequired'],
      ['', 'wrongPassword'],
      ['not-the-password', 'wrongPassword'],
    ] as const) {
      const { status, body } = await save(mine, password);
      expect([status, body.rule, body.field]).toEqual([422, rule, 'password']);
    }
    expect(await company.values(username, theirs)).toEqual(['old']);
    expect((await api.call<OwnEdits>('GET', '/api/me/outbox', { token })).body.edits).toEqual([]);
    expect(await api.store.outbox.count()).toBe(0);
    expect((await save(mine, company.password)).body.outcomes[theirs]?.status).toBe('saved');
  });

  test('X1 W10 a save that fails by its password keeps no value of Nameplate and proposes nothing either', async () => {
    const changes = { ...mine, desk: { from: null, to: '4.12' }, nickname: { from: null, to: 'Janey' } };
    const { id } = (await api.show(token, false)).person;
    const localValues = async () => (await api.store.people.byId(id))?.localValues;
    expect((await save(changes, 'not-the-password')).body.rule).toBe('wrongPassword');
    expect(await api.store.proposals.ofPerson(id)).toEqual([]);
    expect(await localValues()).toEqual({});
    const { body } = await save(changes, company.password);
    const [saved, proposed] = [{ status: 'saved' }, { status: 'proposed' }];
    expect(body.outcomes).toMatchObject({ [theirs]: saved, desk: saved, nickname: proposed });
    expect(await localValues()).toEqual({ desk: '4.12' });
    expect(await api.store.proposals.ofPerson(id)).toHaveLength(1);
  });

  test('X6 no password is in a file of the server, or in what it logs', async () => {
    const wrong = 'not-the-password-of-anybody';
    expect((await save(mine, wrong)).body.rule).toBe('wrongPassword');
    expect((await save(mine, company.password)).body.outcomes[theirs]?.status).toBe('saved');
    const names = await readdir(api.folder);
    const kept = Buffer.concat(await Promise.all(names.map((name) => readFile(join(api.folder, name)))));
    const logged = JSON.stringify(api.requests);
    expect([kept.includes(username), logged.includes('/api/me/profile')]).toEqual([true, true]);
    for (const password of [wrong, company.password]) {
      expect([kept.includes(password), logged.includes(password)]).toEqual([false, false]);
    }
  });

  test('X4 wrong passwords count with those of the sign-in, below the lock-out of the directory', async () => {
    const rules = [];
    for (let attempt = 0; attempt < 5; attempt++) rules.push((await save(mine, 'not-the-password')).body.rule);
    expect(rules).toEqual(['wrongPassword', 'wrongPassword', 'wrongPassword', 'attempts', 'attempts']);
    expect((await save(mine, company.password)).status).toBe(429);
    const body = { username, password: company.password };
    expect((await api.call('POST', '/api/session', { body })).status).toBe(429);
    expect(await api.store.outbox.count()).toBe(0);
  });

  test('W10 a field of the directory that needs approval is refused, since whoever approves has no password of theirs', async () => {
    const root = await api.signIn('root', 'fake-password-of-root');
    const before = await api.configuration();
    const put = (path: string, body: unknown) =>
      api.call('PUT', `/api/admin/${path}`, { token: root, body, headers: { 'If-Match': '*' } });
    const approved = before.fields.map((field) => ({ ...field, approvedBy: field.key === theirs ? ['helpdesk'] : [] }));
    const at = approved.findIndex(({ key }) => key === theirs);
    const fieldsRefused = await put('fields', { fields: approved });
    expect([fieldsRefused.status, fieldsRefused.body.faults?.map(({ field, rule }) => [field, rule])]).toEqual([
      422,
      [[`fields[${at}].approvedBy`, 'approvedByBind']],
    ]);
    const [hq] = before.directories;
    await api.configure({ ...before, fields: approved, directories: [{ ...hq, writeAs: 'service' }] });
    const directoryRefused = await put('directories/hq', hq);
    expect([directoryRefused.status, directoryRefused.body.faults?.[0]?.rule ?? directoryRefused.body.rule]).toEqual([
      422,
      'approvedByBind',
    ]);
    await api.configure(before);
  });

  test('whoever has no entry there is told so, and writes nothing', async () => {
    const root = await api.signIn('root', 'fake-password-of-root');
    const { id } = (await api.show(token, false)).person;
    const changes = { ...mine, desk: { from: null, to: '4.12' } };
    const body = { changes, reason: 'x', password: 'fake-password-of-root' };
    const answer = await api.call('PATCH', `/api/people/${id}/profile`, { token: root, body });
    expect([answer.status, answer.body.rule]).toEqual([403, 'noOwnEntry']);
    expect(await company.values(username, theirs)).toEqual(['old']);
    expect((await api.store.people.byId(id))?.localValues).toEqual({});
  });
});

describe('W9, W6 a directory that is down while it is to be written as the person', () => {
  let company: Awaited<ReturnType<typeof openLDAPCompany>>;
  let api: API;
  let username: string;
  let token: string;
  beforeAll(async () => {
    company = await openLDAPCompany({ databaseConf: rightsOfPeople });
    const definition = { ...company.definition, writeAs: 'person' };
    api = await startAPI({ companies: { hq: { ...company, definition } }, fields });
  });
  beforeEach(async () => {
    username = await company.add({ title: 'old' });
    token = await api.signIn(username, company.password);
  });
  afterEach(async () => {
    await company.slapd.restart();
    const look = async () => (await api.call('GET', '/api/me/profile?refresh=1', { token })).status;
    await expect.poll(look, { timeout: 30_000 }).toBe(200);
  });
  afterAll(async () => {
    await api?.stop();
    await company?.stop();
  });
  const outcomeOf = async () => {
    const changes = { title: { from: 'old', to: 'new' } };
    return (await api.save(token, changes, { password: company.password })).body.outcomes.title;
  };

  test('nothing waits, since the password is not kept: the save is refused with the reason, and can be made again', async () => {
    await company.slapd.kill();
    expect(await outcomeOf()).toMatchObject({ status: 'refused', value: 'old', problem: { rule: 'notReached' } });
    expect(await api.store.outbox.count()).toBe(0);
    await company.slapd.restart();
    await expect.poll(async () => (await outcomeOf())?.status, { timeout: 30_000 }).toBe('saved');
  });

  test('what may have been sent is settled by reading, and asks for the password again where it was not saved', async () => {
    const person = (await api.show(token, false)).person;
    const { entryId } = (await api.store.people.byId(person.id)) ?? {};
    const begin = (values: readonly string[]) =>
      api.store.outbox.begin({
        ...{ save: `s${values}`, personId: person.id, at: new Date(), lease: { token: 'x', until: new Date(0) } },
        origin: { actorId: person.id, source: 'self', reason: null, undoes: null, approverId: null },
        entry: { directory: 'hq', entryId: entryId ?? '' },
        edits: [{ field: 'title', attribute: 'title', from: 'old', to: values[0], seen: null, old: ['old'], values }],
      });
    await begin(['new']);
    await api.deliver();
    expect((await api.call<OwnEdits>('GET', '/api/me/outbox', { token })).body.edits).toMatchObject([
      { field: 'title', state: 'refused', value: 'new', problem: { rule: 'passwordAgain' } },
    ]);
    await company.replace(username, 'title', ['newer']);
    await begin(['newer']);
    await api.deliver();
    expect(await api.store.outbox.count()).toBe(0);
    expect((await api.store.history.list({ limit: 1 }))[0]).toMatchObject({ from: 'old', to: 'newer' });
  });
});

describe('W9 OpenLDAP written by proxied authorization (RFC 4370)', () => {
  let company: Awaited<ReturnType<typeof openLDAPCompany>>;
  let api: API;
  const mayActFor = (people: string) =>
    company.slapd.ldapmodify(
      `dn: ${company.slapd.serviceDN}\nchangetype: modify\nreplace: authzTo\nauthzTo: dn.regex:^uid=${people},ou=people,dc=example,dc=org$\n`,
    );
  beforeAll(async () => {
    company = await openLDAPCompany({ databaseConf: rightsOfPeople, globalConf: ['authz-policy to'] });
    const definition = { ...company.definition, writeAs: 'proxied' };
    api = await startAPI({ companies: { hq: { ...company, definition } }, fields });
  });
  afterAll(async () => {
    await api?.stop();
    await company?.stop();
  });

  test('the rights of the person decide without a password, the entry says who changed it, and a save may wait', async () => {
    await mayActFor('[^,]+');
    const username = await company.add({ title: 'old', description: 'kept' });
    const token = await api.signIn(username, company.password);
    const changes = { title: { from: 'old', to: 'new' }, description: { from: 'kept', to: 'x' } };
    const { body } = await api.save(token, changes);
    expect(body.outcomes).toMatchObject({
      title: { status: 'saved' },
      description: { status: 'refused', problem: { rule: 'notPermitted' } },
    });
    expect(await company.values(username, 'modifiersName')).toEqual([await company.dnOf(username)]);
    await company.slapd.kill();
    const waits = await api.save(token, { title: { from: 'new', to: 'newer' } });
    expect(waits.body.outcomes.title?.status).toBe('pending');
    await company.slapd.restart();
    await expect
      .poll(() => api.deliver().then(() => company.values(username, 'title')), { timeout: 30_000 })
      .toEqual(['newer']);
  });

  test('where the account may not act for somebody, each field says so', async () => {
    await mayActFor('nobody');
    const token = await api.signIn(await company.add({ title: 'old' }), company.password);
    const { body } = await api.save(token, { title: { from: 'old', to: 'new' } });
    expect(body.outcomes.title).toMatchObject({ status: 'refused', problem: { rule: 'mayNotWriteAs' } });
  });
});

test('W9, W6 in a directory that does not offer proxied authorization a save waits and says so, until it is written another way', async () => {
  const company = await activeDirectoryCompany();
  const hq = { ...company.definition, writeAs: 'proxied' };
  const api = await startAPI({ companies: { hq: { ...company, definition: hq } }, fields });
  try {
    const username = await company.add({ title: 'old' });
    const token = await api.signIn(username, company.password);
    const { body } = await api.save(token, { title: { from: 'old', to: 'new' } });
    expect(body.outcomes.title).toMatchObject({ status: 'pending', problem: { rule: 'noProxiedAuthorization' } });
    await api.deliver();
    expect(await company.values(username, 'title')).toEqual(['old']);
    const configured = await api.configuration();
    const directories = configured.directories.map((each) => ({ ...each, writeAs: 'service' }));
    await api.configure({ ...configured, directories });
    await api.deliver();
    expect(await company.values(username, 'title')).toEqual(['new']);
    expect(await api.store.outbox.count()).toBe(0);
  } finally {
    await api.stop();
    await company.stop();
  }
});
