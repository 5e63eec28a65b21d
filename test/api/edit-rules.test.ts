import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReadOnlyReason } from '#shared/contract/profile.ts';
import { type FieldType, kinds } from '#shared/fields/kinds.ts';
import type { Company } from './company.ts';
import { type API, fieldOf, startAPI } from './start-api.ts';
import { aNamedPerson, type TypeCase, typeCases } from './type-cases.ts';
import { typedCompanies } from './typed-companies.ts';

type Where = 'Nameplate' | 'directory';
interface Rule {
  readonly rule: string;
  readonly source: 'local' | 'never' | 'whenNotFound' | 'writeBack';
  readonly person: 'found' | 'local';
  /** Where a save goes, or why there is none; with writing switched off for all, and on. */
  readonly off: Where | ReadOnlyReason;
  readonly on: Where | ReadOnlyReason;
}

const rules: readonly Rule[] = [
  { rule: 'F3', source: 'local', person: 'found', off: 'Nameplate', on: 'Nameplate' },
  { rule: 'F3', source: 'local', person: 'local', off: 'Nameplate', on: 'Nameplate' },
  { rule: 'F4', source: 'never', person: 'found', off: 'directoryOwned', on: 'directoryOwned' },
  { rule: 'F4', source: 'never', person: 'local', off: 'directoryOwned', on: 'directoryOwned' },
  { rule: 'F5', source: 'whenNotFound', person: 'found', off: 'foundInDirectory', on: 'foundInDirectory' },
  { rule: 'F5', source: 'whenNotFound', person: 'local', off: 'Nameplate', on: 'Nameplate' },
  { rule: 'F6', source: 'writeBack', person: 'found', off: 'writingDisabled', on: 'directory' },
  { rule: 'F6', source: 'writeBack', person: 'local', off: 'Nameplate', on: 'Nameplate' },
];
const cells = rules.flatMap((rule) =>
  [false, true].map((isOn) => ({ ...rule, isOn, wanted: isOn ? rule.on : rule.off, switched: isOn ? 'on' : 'off' })),
);
const types = Object.keys(kinds) as FieldType[];

describe.each(typedCompanies)('who may edit what, on %s', (_, startCompany, attributes, members) => {
  let company: Company;
  let api: API;
  let cases: Record<FieldType, TypeCase>;
  beforeAll(async () => {
    company = await startCompany();
    api = await startAPI({ companies: { hq: company }, fields: [] });
    cases = await typeCases(await aNamedPerson(api, company), await aNamedPerson(api, company));
  });
  afterAll(async () => {
    await api?.stop();
    await company?.stop();
  });

  describe.each(cells)('$rule, F7 a field with the source $source, a $person person, writing $switched', (cell) => {
    const { source, person, isOn, wanted } = cell;
    const isFound = person === 'found';
    const isInDirectory = isFound && source !== 'local';
    const entry = () => (isFound ? company.entry(username) : Promise.resolve('none'));
    let token: string;
    let username: string;
    let before: string;
    beforeAll(async () => {
      const sourceOf = (type: FieldType) =>
        source === 'local' ? { kind: source } : { kind: 'directory', attribute: attributes[type], edit: source };
      const fields = types.map((type) => ({ key: type, type, source: sourceOf(type), ...cases[type].settings }));
      await api.configure({ ...(await api.configuration()), fields, settings: { writeEnabled: isOn } });
      if (isFound) {
        username = await company.add({
          ...members,
          ...Object.fromEntries(types.map((type) => [attributes[type], cases[type].held])),
        });
        token = await api.signIn(username, company.password);
      } else {
        username = `local-${source}-${isOn}`;
        await api.addLocalAdmin(username, 'fake-password-of-a-local-admin');
        token = await api.signIn(username, 'fake-password-of-a-local-admin');
      }
      before = await entry();
    });

    test.each(types)('%s', async (type) => {
      const { seen, to, shown, written } = cases[type];
      const profile = await api.show(token);
      const field = fieldOf(profile, type);
      expect(field.value).toEqual(isInDirectory ? seen : null);
      const save = await api.save(token, { [type]: { from: field.value, to } }, { revision: profile.revision });

      if (wanted !== 'Nameplate' && wanted !== 'directory') {
        expect(field).toMatchObject({ editable: false, reason: wanted });
        expect([save.status, save.body]).toMatchObject([403, { field: type, rule: wanted }]);
        return;
      }
      expect(field.editable).toBe(true);
      expect(save.body.outcomes[type]).toEqual({ status: 'saved', value: shown });
      expect(fieldOf(await api.show(token), type).value).toEqual(shown);
      if (wanted === 'Nameplate') return;
      const bytes = await company.bytes(username, attributes[type]);
      if (written !== 'picture') {
        expect(bytes.map(String).sort()).toEqual(written);
        return;
      }
      expect(bytes).toHaveLength(1);
      expect(await sharp(bytes[0]).metadata()).toMatchObject({ format: 'jpeg', width: 90 });
    });

    if (wanted === 'directory') return;
    test('nothing of all this is written to the directory', async () => {
      expect(await entry()).toBe(before);
    });
  });
});
