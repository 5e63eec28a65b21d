import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '#shared/contract/endpoint.ts';
import { endpoints } from '#shared/contract/endpoints.ts';
import { problemKinds } from '#shared/contract/problem.ts';
import { type Company, openLDAPCompany } from '../company.ts';
import { type API, startAPI, usualFields } from '../start-api.ts';
import { requestsTo } from './generated-input.ts';
import { createSessionOpener } from './open-session.ts';

const secret = 'only-for-myself';
let company: Company;
let api: API;
let openSession: ReturnType<typeof createSessionOpener>;
beforeAll(async () => {
  company = await openLDAPCompany();
  api = await startAPI({
    companies: { hq: company },
    fields: [
      ...usualFields,
      { key: 'diet', type: 'text', visibleTo: ['self'], source: { kind: 'directory', attribute: 'employeeType' } },
    ],
  });
  openSession = createSessionOpener(api);
  await api.signIn(await company.add({ employeeType: secret }), company.password);
  await api.followPeople();
});
afterAll(async () => {
  await api?.stop();
  await company?.stop();
});

/** A directory that cannot be reached is no fault of ours: 503, said as such. */
const isOurFault = (status: number) => status >= 500 && status !== problemKinds.unavailable.status;

/** Every endpoint of the table, with requests made from its own schemas. */
describe.each(Object.entries<Endpoint>(endpoints))('X1 %s', (_, endpoint) => {
  test('takes whatever comes without a fault, and tells nobody what is another’s', async () => {
    const [admin, employee] = [await openSession('systemAdmin'), await openSession('employee')];
    await fc.assert(
      fc.asyncProperty(requestsTo(endpoint), fc.constantFrom(admin, employee), async ({ path, body }, token) => {
        const {
          status,
          headers,
          body: answer,
        } = await api.call(endpoint.method, path, {
          token,
          body,
          headers: { 'If-Match': '*' },
        });
        const said = JSON.stringify(answer);
        if (isOurFault(status)) throw new Error(`${status} ${said}`);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('set-cookie')).toBeNull();
        expect(said).not.toContain(secret);
        expect(said).not.toContain(company.bindPassword);
      }),
      { numRuns: 12, seed: 20261125, endOnFailure: true, interruptAfterTimeLimit: 4000 },
    );
  });
});
