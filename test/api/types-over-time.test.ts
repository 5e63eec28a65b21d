import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { History } from '#shared/contract/history.ts';
import type { Saved } from '#shared/contract/profile.ts';
import { type FieldType, kinds } from '#shared/fields/kinds.ts';
import type { Company } from './company.ts';
import { type API, fieldOf, startAPI } from './start-api.ts';
import { aNamedPerson, type TypeCase, typeCases } from './type-cases.ts';
import { typedCompanies } from './typed-companies.ts';

const types = Object.keys(kinds) as FieldType[];

describe.each(typedCompanies)(
  'what becomes of a change of each type, on %s',
  (_, startCompany, attributes, members) => {
    let company: Company;
    let api: API;
    let cases: Record<FieldType, TypeCase>;
    let token: string;
    let username: string;
    beforeAll(async () => {
      company = await startCompany();
      api = await startAPI({ companies: { hq: company } });
      cases = await typeCases(await aNamedPerson(api, company), await aNamedPerson(api, company));
      const fields = types.map((type) => {
        const source = { kind: 'directory', attribute: attributes[type], edit: 'writeBack' };
        return { key: type, type, source, ...cases[type].settings };
      });
      await api.configure({ ...(await api.configuration()), fields });
      const held = types.map((type) => [attributes[type], cases[type].held] as const);
      username = await company.add({ ...members, ...Object.fromEntries(held) });
      token = await api.signIn(username, company.password);
    });
    afterAll(async () => {
      await api?.stop();
      await company?.stop();
    });

    const held = async (type: FieldType) => (await company.bytes(username, attributes[type])).map(String).sort();

    test.each(types)('W8 a change of the type %s is undone byte for byte', async (type) => {
      const before = await held(type);
      const { revision, ...shown } = await api.show(token);
      const { to, seen } = cases[type];
      const from = fieldOf({ revision, ...shown }, type).value;
      const { body } = await api.save(token, { [type]: { from, to } }, { revision });
      expect(body.outcomes[type]?.status).toBe('saved');
      expect(await held(type)).not.toEqual(before);
      const history = await api.call<History>('GET', `/api/people/${shown.person.id}/history?field=${type}`, { token });
      const [change] = history.body.changes;
      const undone = await api.call<Saved>('POST', `/api/history/${change?.id}/undo`, { token, body: {} });
      expect([undone.status, undone.body.outcomes?.[type]]).toMatchObject([200, { status: 'saved', value: seen }]);
      expect(await held(type)).toEqual(before);
    });

    test('W6 while the directory is away all of them wait, are seen to, and go out when it is back', async () => {
      // A domain controller that others use, too, is not to be stopped.
      if (!company.restart || !company.kill) return;
      const { revision, ...shown } = await api.show(token);
      const from = (type: FieldType) => fieldOf({ revision, ...shown }, type).value;
      await company.kill();
      const changes = Object.fromEntries(types.map((type) => [type, { from: from(type), to: cases[type].to }]));
      const { body } = await api.save(token, changes, { revision });
      expect(Object.entries(body.outcomes ?? {}).map(([, { status }]) => status)).toEqual(types.map(() => 'pending'));
      for (const type of types) expect(fieldOf(body.profile, type).pending).toEqual(cases[type].shown);
      await company.restart();
      await api.deliver();
      for (const type of types) {
        expect(fieldOf(await api.show(token), type).value).toEqual(cases[type].shown);
        if (cases[type].written !== 'picture') expect(await held(type)).toEqual(cases[type].written);
      }
    });
  },
);
