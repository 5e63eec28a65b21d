import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activeDirectoryCompany, openLDAPCompany } from '#test/api/company.ts';
import { modifyActiveDirectory } from '#test/directories/active-directory.ts';
import type { CertificateOptions } from '#test/directories/certificates.ts';
import { freePort } from '#test/directories/free-port.ts';
import { aClinic, type Clinic, inShort, theFault } from './clinic.ts';

const certificates = {
  right: {},
  expired: { isExpired: true },
  otherName: { subjectAltName: 'DNS:directory.example' },
  selfSigned: { isSelfSigned: true },
} satisfies Record<string, CertificateOptions>;
type Kind = keyof typeof certificates;

describe('D1, W2 the test of a connection to OpenLDAP', () => {
  let companies: Record<Kind, Awaited<ReturnType<typeof openLDAPCompany>>>;
  let clinic: Clinic;
  beforeAll(async () => {
    const started = Object.entries(certificates).map(
      async ([kind, tls]) => [kind, await openLDAPCompany({ tls })] as const,
    );
    companies = Object.fromEntries(await Promise.all(started)) as typeof companies;
    clinic = await aClinic(companies.right);
  });
  afterAll(async () => {
    await clinic?.stop();
    await Promise.all(Object.values(companies ?? {}).map((company) => company.stop()));
  });

  const secure = (kind: Kind) => ({
    url: companies[kind].slapd.ldapsURL,
    tls: 'ldaps',
    caFile: companies[kind].slapd.caFile,
  });

  test('a sound one: each step says what it saw, and nothing is written', async () => {
    const before = await companies.right.slapd.ldapsearch('-s', 'base', 'contextCSN');
    const diagnosis = await clinic.test(secure('right'));
    expect(inShort(diagnosis)).toEqual([
      ...['definition', 'dns', 'connect', 'tls', 'bind', 'directory', 'base'],
      ...['people', 'usernames', 'timestamps', 'person', 'schema'],
    ]);
    expect(Object.fromEntries(diagnosis.steps.map(({ step, detail }) => [step, detail]))).toMatchObject({
      definition: expect.stringContaining('encrypted from the start'),
      tls: expect.stringMatching(
        /^TLSv1\.3; the certificate of directory, signed by Nameplate test CA, is valid until 20/u,
      ),
      bind: 'as cn=nameplate,dc=example,dc=org',
      directory: expect.stringContaining('OpenLDAP'),
      base: 'ou=people,dc=example,dc=org is there',
      people: 'the user filter finds 3 people',
      timestamps: expect.stringContaining('modifyTimestamp is written as yyyyMMddHHmmssZ'),
    });
    expect(await companies.right.slapd.ldapsearch('-s', 'base', 'contextCSN')).toBe(before);
  });

  test('by StartTLS, with the certificate of the authority as text', async () => {
    const ca = await readFile(companies.right.slapd.caFile, 'utf8');
    const diagnosis = await clinic.test({ url: companies.right.slapd.url, tls: 'starttls', ca });
    expect(diagnosis).toMatchObject({ ok: true });
    expect(diagnosis.steps[0]?.detail).toContain('encrypted by StartTLS');
  });

  test.each([
    [
      'the host is unknown',
      () => ({ url: 'ldap://nowhere.invalid', tls: 'none' }),
      'dns',
      'unknownHost',
      /looked up|nobody knows/u,
    ],
    [
      'nothing listens',
      async () => ({ url: `ldap://127.0.0.1:${await freePort()}` }),
      'connect',
      'connectionRefused',
      /Check the port/u,
    ],
    ['an expired certificate', () => secure('expired'), 'tls', 'certificateExpired', /Renew it/u],
    [
      'a certificate for another name',
      () => secure('otherName'),
      'tls',
      'certificateName',
      /name that the certificate lists/u,
    ],
    [
      'an unknown authority',
      () => ({ ...secure('right'), caFile: companies.expired.slapd.caFile }),
      'tls',
      'certificateUntrusted',
      /Give its CA/u,
    ],
    [
      'a certificate that signed itself',
      () => ({ ...secure('selfSigned'), caFile: companies.right.slapd.caFile }),
      'tls',
      'certificateSelfSigned',
      /as caFile/u,
    ],
    [
      'ldaps at the port for ldap',
      () => ({ url: companies.right.slapd.url.replace('ldap:', 'ldaps:'), tls: 'ldaps' }),
      'tls',
      'tls',
      /Check the port/u,
    ],
    [
      'a wrong password',
      () => ({ bindPassword: { value: 'wrong' } }),
      'bind',
      'serviceAccount',
      /Check bindDN and bindPassword/u,
    ],
    ['no such account', () => ({ bindDN: 'cn=nobody,dc=example,dc=org' }), 'bind', 'serviceAccount', /Check bindDN/u],
    [
      'nobody whom the filter finds',
      () => ({ userFilter: '(objectClass=room)' }),
      'people',
      'nobodyFound',
      /userFilter/u,
    ],
    [
      'a username that nobody has',
      () => ({ usernameAttribute: 'employeeNumber' }),
      'usernames',
      'noUsername',
      /usernameAttribute/u,
    ],
    [
      'a username that several have',
      () => ({ usernameAttribute: 'objectClass' }),
      'usernames',
      'sharedUsername',
      /unique/u,
    ],
    [
      'a pattern that does not fit',
      () => ({ timestampPattern: 'yyyyMMddHHmmss.Z' }),
      'timestamps',
      'timestampPattern',
      /timestampPattern/u,
    ],
  ])('%s is found, with the mend', async (_, change, step, rule, mend) => {
    const fault = theFault(await clinic.test(await change()));
    expect(fault).toMatchObject({
      step,
      rule,
      detail: expect.stringMatching(/\w/u),
      cause: expect.stringMatching(/\w/u),
    });
    expect(`${fault.cause} ${fault.fix}`).toMatch(mend);
  });

  test('StartTLS that is refused ends it, and the password is not sent', async () => {
    const plain = await openLDAPCompany();
    const fault = theFault(await clinic.test({ url: plain.slapd.url, tls: 'starttls' }));
    expect(fault).toMatchObject({ step: 'tls', rule: 'startTLS', detail: expect.stringContaining('result code 2') });
    await plain.stop();
  });

  test('D5 a referral is told and never followed', async () => {
    const referring = await openLDAPCompany({ globalConf: ['referral ldap://127.0.0.1:1'] });
    const elsewhere = { url: referring.slapd.url, tls: 'none', baseDN: 'dc=elsewhere,dc=net', userDN: '' };
    const fault = theFault(await clinic.test(elsewhere));
    expect(fault).toMatchObject({ step: 'base', rule: 'referral', fix: expect.stringContaining('it is not followed') });
    await referring.stop();
  });

  test('an account that is given out so many entries only is told by name, never taken for so many people', async () => {
    const limited = await openLDAPCompany({ sizelimit: 2 });
    const fault = theFault(await clinic.test({ url: limited.slapd.url, tls: 'none' }));
    expect(fault).toMatchObject({ step: 'people', rule: 'sizeLimit', fix: expect.stringContaining('limits dn.exact') });
    await limited.stop();
  });

  test('a draft with faults is refused like a save, and so is one that would send the kept password elsewhere', async () => {
    const faulty = await clinic.call('POST', 'directories/hq/test', {
      definition: { key: 'hq', url: 'x', baseDN: 'y' },
    });
    expect([faulty.status, faulty.body.faults?.map(({ field }) => field).toSorted()]).toEqual([422, ['baseDN', 'url']]);
    await clinic.call('PUT', 'directories/hq', {
      key: 'hq',
      ...companies.right.definition,
      bindPassword: { value: companies.right.bindPassword },
    });
    const elsewhere = { key: 'hq', ...companies.right.definition, url: 'ldap://127.0.0.2', tls: 'none' };
    const stolen = await clinic.call('POST', 'directories/hq/test', { definition: elsewhere });
    expect([stolen.status, stolen.body.field, stolen.body.rule]).toEqual([422, 'bindPassword', 'passwordAgain']);
    expect((await clinic.call<{ ok: boolean }>('POST', 'directories/hq/test')).body.ok).toBe(true);
    expect((await clinic.call('POST', 'directories/none/test')).status).toBe(404);
  });
});

describe('D1, W2 the test of a connection to Active Directory', () => {
  let company: Awaited<ReturnType<typeof activeDirectoryCompany>>;
  let clinic: Clinic;
  beforeAll(async () => {
    company = await activeDirectoryCompany();
    clinic = await aClinic(company);
    await company.add();
  });
  afterAll(async () => {
    await clinic?.stop();
    await company?.stop();
  });

  test('a sound one says what it is and how it tells changes', async () => {
    const diagnosis = await clinic.test({});
    expect(diagnosis.ok).toBe(true);
    const details = Object.fromEntries(diagnosis.steps.map(({ step, detail }) => [step, detail]));
    expect(details.directory).toContain('Active Directory');
    expect(details.timestamps).toContain('changes are told by uSNChanged');
  });

  test.each([
    ['a wrong password', {}, { value: 'wrong' }, '52e'],
    ['a disabled account', { userAccountControl: '514' }, undefined, '533'],
    ['an expired account', { accountExpires: '1' }, undefined, '701'],
    ['a password that must be changed', { pwdLastSet: '0' }, undefined, '773'],
    ['an account that may not sign in at this hour', { logonHours: Buffer.alloc(21) }, undefined, '530'],
  ])('%s is told by its sub-code', async (_, attributes, bindPassword, subCode) => {
    const name = await company.add();
    const dn = `CN=${name},${company.definition.userDN},${company.definition.baseDN}`;
    for (const [attribute, value] of Object.entries<string | Uint8Array>(attributes)) {
      const line = typeof value === 'string' ? `: ${value}` : `:: ${Buffer.from(value).toString('base64')}`;
      await modifyActiveDirectory(
        company.directory,
        `dn: ${dn}\nchangetype: modify\nreplace: ${attribute}\n${attribute}${line}\n`,
      );
    }
    const fault = theFault(
      await clinic.test({ bindDN: dn, bindPassword: bindPassword ?? { value: company.password } }),
    );
    expect(fault).toMatchObject({
      step: 'bind',
      rule: `bind.${subCode}`,
      detail: expect.stringContaining(`data ${subCode}`),
    });
    expect(fault.cause).not.toBe('');
  });

  test('an anonymous bind, which reads nothing there', async () => {
    const { bindDN: _, ...anonymous } = company.definition;
    const { body } = await clinic.call<{ ok: boolean; steps: [] }>('POST', 'directories/hq/test', {
      definition: { key: 'hq', ...anonymous, bindPassword: null },
    });
    expect(theFault(body)).toMatchObject({ rule: 'bindRequired', fix: expect.stringContaining('bindDN') });
  });
});
