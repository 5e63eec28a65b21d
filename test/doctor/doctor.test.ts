import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DoctorReport } from '#shared/contract/diagnosis.ts';
import { activeDirectoryCompany, type Company, openLDAPCompany } from '#test/api/company.ts';
import { startAPI } from '#test/api/start-api.ts';
import { aClinic, inShort } from './clinic.ts';
import { somePicture } from './some-picture.ts';

const writeBack = (attribute: string) => ({ kind: 'directory', attribute, edit: 'writeBack' });
const fieldsFor = (picture: string) => [
  { key: 'name', type: 'text', source: { kind: 'directory', attribute: 'displayName' } },
  { key: 'phone', type: 'phone', source: writeBack('telephoneNumber') },
  { key: 'about', type: 'multiline', source: writeBack('description') },
  { key: 'portrait', type: 'picture', source: writeBack(picture) },
  { key: 'nickname', type: 'text' },
];

/** The steps of each field, by its key. */
function byField({ directories: [first] }: DoctorReport): Record<string, string[]> {
  const fields = Object.groupBy(
    (first?.steps ?? []).filter(({ field }) => field !== undefined),
    ({ field = '' }) => field,
  );
  return Object.fromEntries(Object.entries(fields).map(([field, steps = []]) => [field, inShort({ steps })]));
}

describe.each([
  ['OpenLDAP', openLDAPCompany, 'jpegPhoto'],
  ['Active Directory', activeDirectoryCompany, 'thumbnailPhoto'],
])('W2 the doctor at %s', (name, startCompany, picture) => {
  let company: Company;
  let username: string;
  beforeAll(async () => {
    company = await startCompany();
    username = await company.add({ telephoneNumber: '+49 611 1', displayName: 'Jane', [picture]: somePicture });
  });
  afterAll(() => company?.stop());

  async function examine(options: Parameters<typeof aClinic>[1]): Promise<DoctorReport> {
    const clinic = await aClinic(company, options);
    try {
      return await clinic.doctor();
    } finally {
      await clinic.stop();
    }
  }

  test('finds a sound directory sound: every mapped field is read, and those with write-back are written for real', async () => {
    const bytes = await company.values(username, picture);
    const report = await examine({ fields: fieldsFor(picture) });
    expect(report).toMatchObject({
      ok: true,
      steps: [{ step: 'history', ok: true }],
      directories: [{ key: 'hq', enabled: true, ok: true }],
    });
    const written = ['attribute.schema', 'attribute.read', 'attribute.write'];
    expect(byField(report)).toEqual({
      name: ['attribute.schema', 'attribute.read'],
      phone: written,
      about: ['attribute.schema', 'attribute.read warns: nobodyShowsIt', 'attribute.write'],
      portrait: written,
    });
    expect(await company.values(username, picture)).toEqual(bytes);
    expect(await company.values(username, 'telephoneNumber')).toEqual(['+49 611 1']);
  });

  test('W1 writes nothing while writing is switched off, and says so', async () => {
    const stamp = name === 'OpenLDAP' ? 'entryCSN' : 'uSNChanged';
    const before = await company.values(username, stamp);
    const report = await examine({ fields: fieldsFor(picture), settings: { writeEnabled: false } });
    expect(report.ok).toBe(true);
    expect(byField(report).phone?.at(-1)).toBe('attribute.write warns: writingOff');
    expect(await company.values(username, stamp)).toEqual(before);
  });

  test('W9 writes nothing where it is written as people, and says so; the write test likewise', async () => {
    const stamp = name === 'OpenLDAP' ? 'entryCSN' : 'uSNChanged';
    const before = await company.values(username, stamp);
    const clinic = await aClinic(company, { fields: fieldsFor(picture), definition: { writeAs: 'person' } });
    try {
      const report = await clinic.doctor();
      expect(report.ok).toBe(true);
      expect(byField(report).phone?.at(-1)).toBe('attribute.write warns: writtenAsPerson');
      const { ok, steps } = await clinic.writeTest(username, 'telephoneNumber');
      expect(ok).toBe(true);
      expect(inShort({ steps })).toContain('attribute.write warns: writtenAsPerson');
    } finally {
      await clinic.stop();
    }
    expect(await company.values(username, stamp)).toEqual(before);
  });

  test('F8 finds each field that cannot be kept in its attribute, one fault not hiding the next', async () => {
    const source = (attribute: string) => ({ type: 'text', source: writeBack(attribute) });
    const report = await examine({
      fields: [
        { key: 'unknown', ...source('titel') },
        { key: 'binary', ...source(picture) },
        { key: 'computed', ...source(name === 'OpenLDAP' ? 'entryUUID' : 'whenCreated') },
        { key: 'naming', ...source(name === 'OpenLDAP' ? 'uid' : 'cn') },
        { key: 'foreign', ...source(name === 'OpenLDAP' ? 'documentTitle' : 'printerName') },
        { key: 'fine', ...source('title') },
      ],
    });
    expect(report.ok).toBe(false);
    expect(byField(report)).toEqual({
      unknown: ['attribute.schema fails: unknownAttribute'],
      binary: ['attribute.schema fails: wrongSyntax'],
      computed: ['attribute.schema fails: readOnlyAttribute'],
      naming: ['attribute.schema fails: namingAttribute'],
      foreign: ['attribute.schema fails: notAllowedByObjectClass'],
      fine: ['attribute.schema', expect.stringMatching(/^attribute\.read/u), 'attribute.write'],
    });
  });
});

describe('W2 the doctor at several directories', () => {
  test('D2 lists whom two of them know, and who wins; one that is switched off is left alone', async () => {
    const companies = { hq: await openLDAPCompany(), branch: await openLDAPCompany({ ldif: '' }) };
    await companies.branch.slapd.ldapmodify(
      'dn: uid=Jane,ou=people,dc=example,dc=org\nchangetype: add\nobjectClass: inetOrgPerson\nuid: Jane\ncn: Jane\nsn: Jane\n',
    );
    const api = await startAPI({ companies, fields: [], environment: { TEST_PASSWORD: companies.hq.bindPassword } });
    await api.addLocalAdmin('root', 'fake-password-of-root');
    const token = await api.signIn('root', 'fake-password-of-root');
    const doctor = async (query = '') =>
      (await api.call<DoctorReport>('POST', `/api/admin/doctor${query}`, { token })).body;
    const report = await doctor();
    expect(report.steps).toMatchObject([
      {
        step: 'duplicates',
        ok: true,
        isWarning: true,
        rule: 'duplicates',
        detail: expect.stringContaining('jane (hq, branch)'),
      },
      { step: 'history', ok: true },
    ]);
    expect(report.directories.map(({ key, ok }) => [key, ok])).toEqual([
      ['hq', true],
      ['branch', true],
    ]);
    const ofBranch = await doctor('?directory=branch');
    expect([ofBranch.directories.map(({ key }) => key), ofBranch.steps]).toEqual([['branch'], []]);
    expect((await api.call('POST', '/api/admin/doctor?directory=none', { token })).status).toBe(404);

    const current = await api.configuration();
    const off = current.directories.map((each) => ({ ...each, enabled: each.key !== 'branch' }));
    await api.configure({ ...current, directories: off });
    expect((await doctor()).directories[1]).toEqual({
      key: 'branch',
      name: 'branch',
      enabled: false,
      ok: true,
      steps: [],
    });
    await api.stop();
    await Promise.all(Object.values(companies).map((company) => company.stop()));
  });

  test('an attribute that the account may write but not read is no cause for a blind write', async () => {
    const rule = 'access to attrs=employeeNumber by dn.exact="cn=nameplate,dc=example,dc=org" =w by * none';
    const company = await openLDAPCompany({ databaseConf: [rule] });
    const username = await company.add({ employeeNumber: '4711' });
    const clinic = await aClinic(company, {
      fields: [{ key: 'number', type: 'text', source: writeBack('employeeNumber') }],
    });
    const report = await clinic.doctor();
    expect(byField(report).number?.slice(0, 2)).toEqual(['attribute.schema', 'attribute.read warns: nobodyShowsIt']);
    expect(await company.values(username, 'employeeNumber')).toEqual(['4711']);
    await clinic.stop();
    await company.stop();
  });
});
