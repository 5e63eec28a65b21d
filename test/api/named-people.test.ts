import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { History } from '#shared/contract/history.ts';
import type { Profile } from '#shared/contract/profile.ts';
import { activeDirectoryCompany, type Company, openLDAPCompany } from './company.ts';
import { type API, fieldOf, startAPI } from './start-api.ts';

describe.each([
  ['OpenLDAP', openLDAPCompany],
  ['Active Directory over LDAPS', activeDirectoryCompany],
])('people who are named by others in %s', (_, startCompany) => {
  let company: Company;
  let api: API;
  beforeAll(async () => {
    company = await startCompany();
    const source = { kind: 'directory', attribute: 'manager', edit: 'writeBack' };
    const fields = [
      { key: 'manager', type: 'person', source },
      { key: 'mentor', type: 'person', source: { kind: 'local' } },
    ];
    api = await startAPI({ companies: { hq: company }, fields });
  });
  afterAll(async () => {
    await api?.stop();
    await company?.stop();
  });

  async function person(displayName: string, attributes = {}) {
    const username = await company.add({ displayName, ...attributes });
    const dn = await company.dnOf(username);
    const token = async () => api.signIn(username, company.password);
    return { username, dn, token };
  }

  const named = (profile: Profile, key = 'manager') => fieldOf(profile, key).value;

  test('F2 a DN is shown as the person behind it, also whom nobody has asked for before', async () => {
    const erika = await person('Erika Größer');
    const max = await person('Max', { manager: erika.dn });
    expect(named(await api.show(await max.token()))).toEqual({ id: expect.any(String), displayName: 'Erika Größer' });
  });

  test('F2, DESIGN 5 whoever was renamed or moved is still the same person, by today’s name', async () => {
    const erika = await person('Erika');
    const max = await person('Max', { manager: erika.dn });
    const token = await max.token();
    const before = named(await api.show(token)) as { id: string };
    await company.replace(erika.username, 'displayName', ['Erika Neu']);
    await company.rename(erika.username);
    await erika.token();
    expect(named(await api.show(token))).toEqual({ id: before.id, displayName: 'Erika Neu' });
    expect(named(await api.show(token, false))).toEqual({ id: before.id, displayName: 'Erika Neu' });
    const { body } = await api.save(token, { manager: { from: before, to: null } });
    expect(body.outcomes.manager).toEqual({ status: 'saved', value: null });
  });

  test('F8 the DN that is written is the one of this moment, and a person who was chosen is shown by name', async () => {
    const [old, next, max] = await Promise.all([person('Old'), person('Next'), person('Max')]);
    await company.replace(max.username, 'manager', [old.dn]);
    const token = await max.token();
    const { revision, ...shown } = await api.show(token);
    const id = (await api.call<{ user: { id: string } }>('GET', '/api/session', { token: await next.token() })).body
      .user.id;
    await company.rename(next.username);
    const { body } = await api.save(
      token,
      { manager: { from: named({ revision, ...shown }), to: { id } } },
      { revision },
    );
    const value = { id, displayName: expect.stringContaining('Next') };
    expect(body.outcomes.manager).toMatchObject({ status: 'saved', value });
    expect(named(body.profile)).toMatchObject(value);
    expect(await company.values(max.username, 'manager')).toEqual([await company.dnOf(next.username)]);
  });

  test('W4 another person who was put there meanwhile is a conflict', async () => {
    const [erika, other, max] = await Promise.all([person('Erika'), person('Other'), person('Max')]);
    await company.replace(max.username, 'manager', [erika.dn]);
    const token = await max.token();
    const from = named(await api.show(token));
    await company.replace(max.username, 'manager', [other.dn]);
    const { body } = await api.save(token, { manager: { from, to: null } });
    expect(body.outcomes.manager?.status).toBe('conflict');
    expect(named(body.profile)).toMatchObject({ displayName: 'Other' });
    expect(await company.values(max.username, 'manager')).toEqual([other.dn]);
  });

  test('X1 a person whom nobody knows is refused', async () => {
    const max = await person('Max');
    const token = await max.token();
    const { status, body } = await api.save(token, { manager: { from: null, to: { id: 'nobody' } } });
    expect([status, body]).toMatchObject([422, { field: 'manager', rule: 'noSuchPerson' }]);
  });

  test('F2, W8 a DN of nobody here is shown by the name in it, can be taken away, and comes back byte for byte', async () => {
    const stranger = 'CN=Dr. Nobody\\, Somewhere,OU=Elsewhere,DC=corp,DC=example';
    const max = await person('Max');
    // Active Directory takes only the DN of an entry that is there.
    const kept = await company.replace(max.username, 'manager', [stranger]).catch(() => 'refused');
    if (kept === 'refused') return;
    const held = await company.values(max.username, 'manager');
    const token = await max.token();
    const { revision, ...shown } = await api.show(token);
    const from = named({ revision, ...shown });
    expect(from).toEqual({ id: null, displayName: 'Dr. Nobody, Somewhere' });
    await api.save(token, { manager: { from, to: null } }, { revision });
    expect(await company.values(max.username, 'manager')).toEqual([]);
    const { body } = await api.call<History>('GET', `/api/people/${shown.person.id}/history`, { token });
    await api.call('POST', `/api/history/${body.changes[0]?.id}/undo`, { token, body: {} });
    expect(await company.values(max.username, 'manager')).toEqual(held);
  });

  test('F3 a value that lives in Nameplate names a person just so', async () => {
    const [erika, max] = await Promise.all([person('Erika'), person('Max')]);
    const session = await api.call<{ user: { id: string } }>('GET', '/api/session', { token: await erika.token() });
    const { id } = session.body.user;
    const token = await max.token();
    const { body } = await api.save(token, { mentor: { from: null, to: { id } } });
    expect(body.outcomes.mentor).toEqual({ status: 'saved', value: { id, displayName: 'Erika' } });
    await company.replace(erika.username, 'displayName', ['Erika Neu']);
    await erika.token();
    expect(named(await api.show(token), 'mentor')).toEqual({ id, displayName: 'Erika Neu' });
    const again = await api.save(token, { mentor: { from: { id, displayName: 'Erika' }, to: null } });
    expect(again.body.outcomes.mentor).toEqual({ status: 'saved', value: null });
  });
});
