import { afterAll, beforeAll, expect, test } from 'vitest';
import { createExamination } from '#server/directory/examination.ts';
import { createDoctor } from '#server/doctor/create-doctor.ts';
import { configuration } from '#shared/contract/configuration.ts';
import { type Company, openLDAPCompany } from '#test/api/company.ts';
import { inShort, patient } from './clinic.ts';

let company: Company;
beforeAll(async () => {
  company = await openLDAPCompany();
});
afterAll(() => company?.stop());

test('W2 fields that there is no time for are named, and tried where there is', async () => {
  const definition = { key: 'hq', ...patient, ...company.definition, bindPassword: { env: 'ANY' } };
  const fields = ['title', 'l'].map((attribute) => ({
    key: attribute,
    type: 'text',
    source: { kind: 'directory', attribute },
  }));
  const current = configuration.parse({ directories: [definition], fields });
  const doctor = createDoctor({
    configuration: async () => current,
    gateway: async () => undefined,
    passwordOf: () => ({ password: company.bindPassword }),
    examine: createExamination,
    isLocal: async () => false,
    people: { changedAfter: async () => [] },
    verifyHistory: async () => ({ total: 0, faults: [] }) as never,
    now: () => new Date(),
  });
  const stepsWithin = async (seconds?: number) =>
    inShort((await doctor.check({ directory: 'hq', seconds })).directories[0] ?? { steps: [] });
  expect((await stepsWithin(0)).slice(-2)).toEqual(['schema', 'fields warns: outOfTime']);
  const all = await stepsWithin();
  expect(all.filter((step) => step.startsWith('attribute.schema'))).toHaveLength(2);
  expect(all).not.toContain('fields warns: outOfTime');
});
