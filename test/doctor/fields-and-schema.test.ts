import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SchemaAttribute } from '#shared/contract/diagnosis.ts';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import { activeDirectoryCompany, type Company, openLDAPCompany } from '#test/api/company.ts';
import { type API, startAPI } from '#test/api/start-api.ts';
import { patient } from './clinic.ts';

describe.each([
  [
    'OpenLDAP',
    openLDAPCompany,
    { picture: 'jpegPhoto', phone: 'telephoneNumber', rdn: 'uid', computed: 'entryUUID', otherClass: 'documentTitle' },
  ],
  [
    'Active Directory',
    activeDirectoryCompany,
    {
      picture: 'thumbnailPhoto',
      phone: 'telephoneNumber',
      rdn: 'cn',
      computed: 'whenCreated',
      otherClass: 'printerName',
    },
  ],
])('the schema of %s', (name, startCompany, names) => {
  let company: Company;
  let api: API;
  let token: string;
  beforeAll(async () => {
    company = await startCompany();
    const definition = { ...patient, ...company.definition };
    api = await startAPI({ companies: { hq: { ...company, definition } }, fields: [] });
    await api.addLocalAdmin('root', 'fake-password-of-root');
    token = await api.signIn('root', 'fake-password-of-root');
    await company.add();
  });
  afterAll(async () => {
    await api?.stop();
    await company?.stop();
  });

  async function attributes(query: string): Promise<SchemaAttribute[]> {
    const { status, body } = await api.call<{ attributes: SchemaAttribute[] }>(
      'GET',
      `/api/admin/directories/hq/attributes?${query}`,
      { token },
    );
    expect(status).toBe(200);
    return body.attributes;
  }
  const named = async (attribute: string) =>
    (await attributes(`q=${attribute}`)).find((each) => each.name.toLowerCase() === attribute.toLowerCase());

  /** What putting one field says: its faults, its warnings. */
  async function put(field: object) {
    const { status, body } = await api.call<ProblemDetails & { warnings?: ProblemDetails[] }>(
      'PUT',
      '/api/admin/fields',
      {
        token,
        body: { fields: [{ key: 'x', type: 'text', ...field }] },
        headers: { 'If-Match': '*' },
      },
    );
    return {
      status,
      rules: body.faults?.map(({ field: at, rule }) => `${at} ${rule}`),
      detail: body.detail,
      warnings: body.warnings,
    };
  }
  const from = (attribute: string, edit = 'writeBack') => ({ source: { kind: 'directory', attribute, edit } });

  test('F11 says of an attribute its syntax, its length, its values, who may have it and which field types fit', async () => {
    expect(await named(names.phone)).toMatchObject({
      singleValued: name !== 'OpenLDAP',
      readOnly: false,
      operational: false,
      allowed: true,
    });
    expect((await named(names.phone))?.fits.slice(0, 2)).toContain(name === 'OpenLDAP' ? 'phone' : 'text');
    expect(await named(names.picture)).toMatchObject({ allowed: true, fits: ['picture'] });
    expect(await named(names.computed)).toMatchObject({ readOnly: true });
    expect((await named('title'))?.fits).toEqual(expect.arrayContaining(['text', 'select']));
    expect(await named('title')).toMatchObject({ syntax: 'directoryString', description: expect.any(String) });
    if (name === 'Active Directory') expect(await named('thumbnailPhoto')).toMatchObject({ maxLength: 102_400 });
  });

  test('F11 is searched by words of its names and descriptions, and by the type that is to fit', async () => {
    expect((await attributes('q=telephone&limit=3')).map((each) => each.name)).toContain(names.phone);
    const pictures = await attributes('type=picture&limit=5000');
    expect(pictures.map((each) => each.name)).toContain(names.picture);
    expect(pictures.every(({ syntax }) => ['jpeg', 'octetString'].includes(syntax))).toBe(true);
    expect((await attributes('limit=5000')).length).toBeGreaterThan(100);
  });

  test.each([
    ['an attribute that does not exist', from('titel'), 'unknownAttribute', 'Did you mean title'],
    ['the same, though it is only read', from('titel', 'never'), 'unknownAttribute', 'Did you mean title'],
    ['what the directory computes', from(names.computed), 'readOnlyAttribute', 'Set edit to never'],
    ['what names the entry', from(names.rdn), 'namingAttribute', 'Set edit to never'],
    [
      'what the object classes do not allow',
      from(names.otherClass),
      'notAllowedByObjectClass',
      'Choose another attribute',
    ],
    ['a binary attribute where text is meant', from(names.picture), 'wrongSyntax', 'another type of field'],
    ['the same, though it is only read', from(names.picture, 'never'), 'wrongSyntax', 'another type of field'],
    ['text where a picture is meant', { type: 'picture', ...from('title') }, 'wrongSyntax', 'another type of field'],
  ])('F8 refuses %s, with the reason and the mend', async (_, field, rule, mend) => {
    expect(await put(field)).toMatchObject({
      status: 422,
      rules: [`fields[0].source.attribute ${rule}`],
      detail: expect.stringContaining(mend),
    });
  });

  test('F8 what is fit is taken, without a warning', async () => {
    const outcomes = [
      await put(from('title')),
      await put({ type: 'phone', ...from(names.phone) }),
      await put({ type: 'multiline', ...from('description') }),
      await put({ type: 'picture', ...from(names.picture) }),
      await put({ type: 'text', ...from(names.rdn, 'never') }),
    ];
    expect(outcomes).toEqual(outcomes.map(() => expect.objectContaining({ status: 200, warnings: [] })));
  });

  test('F8 a field that permits more than the attribute takes is refused where the directory minds the length', async () => {
    const [long, short] = [500, 128].map((maxLength) => ({ ...from('title'), validation: { maxLength } }));
    expect((await put(short ?? {})).status).toBe(200);
    const refused = {
      rules: ['fields[0].source.attribute tooShort'],
      detail: expect.stringContaining('at most 128 characters'),
    };
    expect(await put(long ?? {})).toMatchObject(name === 'OpenLDAP' ? { status: 200 } : refused);
  });
});
