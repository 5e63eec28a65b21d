import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activeDirectoryCompany, type Company, openLDAPCompany } from './company.ts';
import { type API, fieldOf, startAPI } from './start-api.ts';

describe.each([
  ['OpenLDAP', openLDAPCompany, 'carLicense'],
  ['Active Directory over LDAPS', activeDirectoryCompany, 'otherMailbox'],
])('F8 a field of several values in %s', (_, startCompany, attribute) => {
  let company: Company;
  let api: API;
  beforeAll(async () => {
    company = await startCompany();
    const source = { kind: 'directory', attribute, edit: 'writeBack' };
    const options = ['Red', 'Green', 'Blue'].map((value) => ({ value }));
    api = await startAPI({
      companies: { hq: company },
      fields: [{ key: 'cars', type: 'multiselect', source, options }],
    });
  });
  afterAll(async () => {
    await api?.stop();
    await company?.stop();
  });

  async function signedIn(values: readonly string[]) {
    const username = await company.add({ [attribute]: values });
    const token = await api.signIn(username, company.password);
    const { revision, ...shown } = await api.show(token);
    const held = async () => (await company.values(username, attribute)).sort();
    return { username, token, revision, from: fieldOf({ revision, ...shown }, 'cars').value, held };
  }

  test('options stand in their order, what is none of them after them; it stays whatever else is chosen', async () => {
    const { token, revision, from, held } = await signedIn(['Gone', 'Blue', 'Red']);
    expect(from).toEqual(['Red', 'Blue', 'Gone']);
    const { body } = await api.save(token, { cars: { from, to: ['Gone', 'Green', 'Red'] } }, { revision });
    expect(body.outcomes.cars).toEqual({ status: 'saved', value: ['Red', 'Green', 'Gone'] });
    expect(await held()).toEqual(['Gone', 'Green', 'Red']);
  });

  test('what is no option can be taken away, and not be put there', async () => {
    const { token, from, held } = await signedIn(['Gone', 'Red']);
    const refused = await api.save(token, { cars: { from, to: ['Red', 'Other'] } });
    expect([refused.status, refused.body]).toMatchObject([422, { field: 'cars', rule: 'notOptions' }]);
    const { body } = await api.save(token, { cars: { from, to: ['Red'] } });
    expect(body.outcomes.cars).toEqual({ status: 'saved', value: ['Red'] });
    expect(await held()).toEqual(['Red']);
  });

  test('W4 nobody puts a value there by saying to have seen it', async () => {
    const { token, held } = await signedIn(['Red']);
    const { body } = await api.save(token, { cars: { from: ['Red', 'Other'], to: ['Other'] } });
    expect(body.outcomes.cars?.status).toBe('conflict');
    expect(await held()).toEqual(['Red']);
  });

  test('W4 a value that somebody else added or took away meanwhile is a conflict', async () => {
    for (const theirs of [['Red', 'Green', 'Blue'], ['Red']]) {
      const { username, token, revision, from, held } = await signedIn(['Red', 'Green']);
      await company.replace(username, attribute, theirs);
      const { body } = await api.save(token, { cars: { from, to: ['Green'] } }, { revision });
      expect(body.outcomes.cars).toMatchObject({ status: 'conflict', current: theirs });
      expect(await held()).toEqual(theirs.toSorted());
    }
  });

  test('W3 an empty list deletes the attribute', async () => {
    const { token, from, held } = await signedIn(['Red']);
    expect((await api.save(token, { cars: { from, to: [] } })).body.outcomes.cars).toEqual({
      status: 'saved',
      value: null,
    });
    expect(await held()).toEqual([]);
  });
});
