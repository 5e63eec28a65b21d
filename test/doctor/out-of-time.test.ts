import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createExamination } from '#server/directory/examination.ts';
import { createDoctor, type Patience } from '#server/doctor/create-doctor.ts';
import { configuration } from '#shared/contract/configuration.ts';
import { type Company, openLDAPCompany } from '#test/api/company.ts';
import { type AnswerRequest, person, startHostileDirectory, startHostileServer } from '#test/faults/hostile-server.ts';
import { inShort, patient } from './clinic.ts';

function aDoctor(definition: object, password: string, patience?: Patience) {
  const hq = { key: 'hq', ...patient, baseDN: 'dc=example,dc=org', ...definition, bindPassword: { env: 'ANY' } };
  const fields = ['title', 'l'].map((attribute) => ({
    key: attribute,
    type: 'text',
    source: { kind: 'directory', attribute },
  }));
  const current = configuration.parse({ directories: [hq], fields });
  return createDoctor({
    configuration: async () => current,
    gateway: async () => undefined,
    passwordOf: () => ({ password }),
    examine: createExamination,
    isLocal: async () => false,
    people: { changedAfter: async () => [] },
    verifyHistory: async () => ({ lines: 0, faults: [] }),
    now: () => new Date(),
    ...(patience && { patience }),
  });
}

describe('W2 the fields of a slow directory', () => {
  let company: Company;
  beforeAll(async () => {
    company = await openLDAPCompany();
  });
  afterAll(() => company?.stop());

  test('those that there is no time for are named, and tried where there is', async () => {
    const stepsOf = async (patience?: Patience) => {
      const doctor = aDoctor(company.definition, company.bindPassword, patience);
      return inShort((await doctor.check({ directory: 'hq' })).directories[0] ?? { steps: [] });
    };
    expect((await stepsOf({ whole: 60, fields: 0 })).slice(-2)).toEqual(['schema', 'fields warns: outOfTime']);
    const all = await stepsOf();
    expect(all.filter((step) => step.startsWith('attribute.schema'))).toHaveLength(2);
    expect(all).not.toContain('fields warns: outOfTime');
  });
});

describe('W1, W2 a directory that keeps everybody waiting', () => {
  const silence: AnswerRequest = () => undefined;
  const drip: AnswerRequest = ({ id }, socket) => {
    const bytes = person(id, 'jane', { description: 'x'.repeat(10_000) });
    let sent = 0;
    const dripping = setInterval(() => socket.write(bytes.subarray(sent, ++sent)), 10);
    socket.on('close', () => clearInterval(dripping));
    return undefined;
  };

  test.each([
    ['says nothing at all', () => startHostileServer(silence), 'none'],
    ['does not answer the greeting of TLS', () => startHostileServer(silence), 'ldaps'],
    ['says nothing when it is searched', () => startHostileDirectory(silence), 'none'],
    ['answers byte by byte', () => startHostileDirectory(drip), 'none'],
  ])('which %s: the step under way fails, is the last, and the connection ends', async (_, start, tls) => {
    const server = await start();
    const definition = {
      url: tls === 'none' ? server.url : server.url.replace('ldap:', 'ldaps:'),
      tls,
      bindDN: 'cn=nameplate,dc=example,dc=org',
      connectTimeoutSeconds: 60,
      operationTimeoutSeconds: 60,
    };
    const doctor = aDoctor(definition, 'fake-password', { whole: 0.3, fields: 0.3 });
    const tests = [
      doctor.testDirectory('hq', undefined),
      doctor.testWrite('hq', 'jane', ['title', 'l']),
      doctor.check({ directory: 'hq' }).then(({ directories: [report] }) => report ?? { steps: [] }),
    ];
    for (const diagnosis of await Promise.all(tests)) {
      expect(inShort(diagnosis).at(-1)).toMatch(/ fails: deadline$/u);
      expect(diagnosis.steps.at(-1)?.cause).toMatch(/^The directory "hq" answers too slowly, or not at all/u);
    }
    await expect.poll(() => server.connections).toEqual({ all: expect.any(Number), open: 0 });
  });
});
