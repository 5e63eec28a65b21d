import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activeDirectoryCompany, type Company, openLDAPCompany } from '#test/api/company.ts';
import { freePort } from '#test/directories/free-port.ts';
import { aClinic, type Clinic, inShort, theFault } from './clinic.ts';

const denied = 'access to attrs=employeeType by dn.exact="cn=nameplate,dc=example,dc=org" read by users read';

interface Hospital extends Company {
  /** An account that may read people but write nothing, as members of a definition. */
  readonly weak: object;
  /** The stamp of the last change of an entry. */
  readonly stamp: string;
}

async function openLDAP(): Promise<Hospital> {
  const company = await openLDAPCompany({ databaseConf: [denied] });
  const weak = await company.add();
  return {
    ...company,
    stamp: 'entryCSN',
    weak: { bindDN: `uid=${weak},${company.slapd.peopleDN}`, bindPassword: { value: company.password } },
  };
}

async function activeDirectory(): Promise<Hospital> {
  const company = await activeDirectoryCompany();
  const weak = await company.add();
  const ou = `${company.definition.userDN},${company.definition.baseDN}`;
  return {
    ...company,
    stamp: 'uSNChanged',
    weak: { bindDN: `CN=${weak},${ou}`, bindPassword: { value: company.password } },
  };
}

describe.each([
  ['OpenLDAP', openLDAP, { picture: 'jpegPhoto', login: 'uid' }],
  ['Active Directory', activeDirectory, { picture: 'thumbnailPhoto', login: 'sAMAccountName' }],
])('W1 the write test on %s', (name, start, { picture, login }) => {
  let company: Hospital;
  let clinic: Clinic;
  let username: string;
  beforeAll(async () => {
    company = await start();
    clinic = await aClinic(company, {
      fields: [{ key: 'portrait', type: 'text', source: { kind: 'directory', attribute: picture, edit: 'writeBack' } }],
    });
    username = await company.add({ title: 'Baker', telephoneNumber: '0611 1234567' });
  });
  afterAll(async () => {
    await clinic?.stop();
    await company?.stop();
  });

  /** The clinic with a directory that is set up in another way, for one diagnosis. */
  async function withDefinition<T>(definition: object, work: (other: Clinic) => Promise<T>): Promise<T> {
    const other = await aClinic(company, { definition });
    try {
      return await work(other);
    } finally {
      await other.stop();
    }
  }

  test('every step is named with what was seen; the last one is a real write that leaves the value as it was', async () => {
    const before = await company.values(username, company.stamp);
    const diagnosis = await clinic.writeTest(username, 'title', 'telephoneNumber', 'description');
    expect(inShort(diagnosis)).toEqual([
      ...['definition', 'dns', 'connect', 'tls', 'bind', 'directory', 'base', 'person', 'place', 'schema'],
      ...[
        'attribute.schema',
        'attribute.write',
        'attribute.schema',
        'attribute.write',
        'attribute.schema',
        'attribute.write',
      ],
      'writing',
    ]);
    expect(diagnosis.ok).toBe(true);
    const writes = diagnosis.steps.filter(({ step }) => step === 'attribute.write').map(({ detail }) => detail);
    expect(writes).toEqual([
      expect.stringContaining('a real write'),
      expect.stringContaining('left the value as it was'),
      expect.stringContaining('added a value and took it away in one step'),
    ]);
    expect(await company.values(username, 'title')).toEqual(['Baker']);
    expect(await company.values(username, 'telephoneNumber')).toEqual(['0611 1234567']);
    expect(await company.values(username, 'description')).toEqual([]);
    expect(await company.values(username, company.stamp)).not.toEqual(before);
  });

  test('situation 1, connection: nothing listens there', async () => {
    const port = await freePort();
    const fault = await withDefinition({ url: `ldap://127.0.0.1:${port}`, tls: 'none' }, async (other) =>
      theFault(await other.writeTest(username, 'title')),
    );
    expect(fault).toMatchObject({
      step: 'connect',
      rule: 'connectionRefused',
      detail: expect.stringContaining('ECONNREFUSED'),
      fix: 'Check the port, and whether it runs.',
    });
  });

  test('situation 1, permission: the account may read but not write', async () => {
    const sealed = await clinic.call('PUT', 'directories/hq', {
      key: 'hq',
      ...company.definition,
      defaultCountry: 'DE',
      ...company.weak,
    });
    expect(sealed.status).toBe(200);
    const fault = theFault(await clinic.writeTest(username, 'title'));
    await clinic.call('PUT', 'directories/hq', {
      ...{ key: 'hq', ...company.definition, defaultCountry: 'DE' },
      bindPassword: { value: company.bindPassword },
    });
    expect(fault).toMatchObject({ step: 'attribute.write', attribute: 'title', rule: 'notPermitted' });
    expect(fault.cause).toBe('The service account may not write title.');
    expect(await company.values(username, 'title')).toEqual(['Baker']);
  });

  test('situation 2: userDN holds the base once more', async () => {
    const { baseDN, userDN } = company.definition;
    const fault = await withDefinition({ userDN: `${userDN},${baseDN}` }, async (other) =>
      theFault(await other.writeTest(username, 'title')),
    );
    expect(fault).toMatchObject({ step: 'base', rule: 'userDNRepeatsBase', fix: `Set userDN to "${userDN}".` });
  });

  test('situation 2: the base is right and userDN is not, and the other way round', async () => {
    const wrongUserDN = await withDefinition({ userDN: 'ou=nobody' }, async (other) =>
      theFault(await other.writeTest(username, 'title')),
    );
    expect(wrongUserDN).toMatchObject({
      step: 'base',
      rule: 'wrongUserDN',
      cause: expect.stringContaining('"ou=nobody"'),
    });
    const wrongBase = await withDefinition({ baseDN: 'dc=nowhere', userDN: '' }, async (other) =>
      theFault(await other.writeTest(username, 'title')),
    );
    expect(wrongBase).toMatchObject({
      step: 'base',
      cause: expect.stringContaining(String(company.definition.baseDN)),
    });
  });

  test('situation 2: the person stands below another base than that which is used for changes', async () => {
    const userDN = name === 'OpenLDAP' ? 'ou=groups' : 'CN=Computers';
    const fault = await withDefinition({ userDN }, async (other) => theFault(await other.writeTest(username, 'title')));
    expect(fault).toMatchObject({
      step: 'person',
      rule: 'outsideBase',
      cause: expect.stringContaining(`does not lie below ${userDN}`),
      fix: expect.stringContaining('moreBaseDNs'),
    });
  });

  test('situation 3: a local person is in no directory, and is said to be', async () => {
    expect(theFault(await clinic.writeTest('root', 'title'))).toMatchObject({
      step: 'person',
      rule: 'localPerson',
      cause: expect.stringContaining('lives in Nameplate alone'),
    });
    expect(theFault(await clinic.writeTest('nobody-at-all', 'title'))).toMatchObject({ rule: 'noSuchPerson' });
  });

  test('situation 4: an attribute that does not exist; the others are tested all the same', async () => {
    const diagnosis = await clinic.writeTest(username, 'titel', 'title');
    expect(theFault(diagnosis)).toMatchObject({
      step: 'attribute.schema',
      attribute: 'titel',
      rule: 'unknownAttribute',
      fix: 'Did you mean title?',
    });
    expect(diagnosis.steps.at(-2)).toMatchObject({ step: 'attribute.write', attribute: 'title', ok: true });
  });

  test('situation 5: a binary attribute where text is meant', async () => {
    expect(theFault(await clinic.writeTest(username, picture))).toMatchObject({
      step: 'attribute.schema',
      field: 'portrait',
      rule: 'wrongSyntax',
      cause: expect.stringContaining('which a field of the type text cannot be kept in'),
    });
  });

  test('what the directory computes, what names the entry, and what the object classes do not allow', async () => {
    const rdn = name === 'OpenLDAP' ? 'uid' : 'cn';
    const foreign = name === 'OpenLDAP' ? 'documentTitle' : 'printerName';
    const diagnosis = await clinic.writeTest(username, 'modifyTimestamp', rdn, foreign);
    expect(diagnosis.steps.flatMap(({ rule, ok }) => (ok ? [] : [rule]))).toEqual([
      'readOnlyAttribute',
      'namingAttribute',
      'notAllowedByObjectClass',
    ]);
  });

  test('somebody whom the user filter leaves out', async () => {
    const fault = await withDefinition({ userFilter: `(!(${login}=${username}))` }, async (other) =>
      theFault(await other.writeTest(username, 'title')),
    );
    expect(fault).toMatchObject({ step: 'person', rule: 'filteredOut' });
  });
});

test('W1 on OpenLDAP an access rule for one attribute is found, by the write alone', async () => {
  const company = await openLDAPCompany({ databaseConf: [denied] });
  const clinic = await aClinic(company);
  const username = await company.add({ employeeType: 'intern' });
  expect(theFault(await clinic.writeTest(username, 'title', 'employeeType'))).toMatchObject({
    step: 'attribute.write',
    attribute: 'employeeType',
    rule: 'notPermitted',
    detail: expect.stringContaining('result code 50'),
  });
  await clinic.stop();
  await company.stop();
});
