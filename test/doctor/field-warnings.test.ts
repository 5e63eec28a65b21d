import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Impact } from '#shared/contract/admin.ts';
import type { Fault, ProblemDetails } from '#shared/contract/problem.ts';
import { openLDAPCompany } from '#test/api/company.ts';
import { type API, startAPI } from '#test/api/start-api.ts';

type Shown = { readonly warnings?: readonly Fault[] } & Partial<ProblemDetails>;

let companies: Record<'hq' | 'branch', Awaited<ReturnType<typeof openLDAPCompany>>>;
let api: API;
let token: string;
beforeAll(async () => {
  // The second directory knows no people's photos.
  const ldif = 'dn: cn=max,ou=people,dc=example,dc=org\nobjectClass: person\ncn: max\nsn: Max\n';
  companies = { hq: await openLDAPCompany(), branch: await openLDAPCompany({ ldif }) };
  const definition = { ...companies.branch.definition, usernameAttribute: 'sn' };
  api = await startAPI({ companies: { hq: companies.hq, branch: { ...companies.branch, definition } }, fields: [] });
  await api.addLocalAdmin('root', 'fake-password-of-root');
  token = await api.signIn('root', 'fake-password-of-root');
});
afterAll(async () => {
  await api?.stop();
  await Promise.all(Object.values(companies ?? {}).map((company) => company.stop()));
});

const call = <Body>(method: string, path: string, body?: unknown) =>
  api.call<Body>(method, `/api/admin/${path}`, { token, body, headers: { 'If-Match': '*' } });
const put = (attribute: string, type = 'text') => {
  const source = { kind: 'directory', attribute, edit: 'writeBack' };
  return call<Shown>('PUT', 'fields', { fields: [{ key: 'x', type, source }] });
};

test('F8 a field that one of two directories can take is saved, and the other one is told as a warning', async () => {
  const { status, body } = await put('mail');
  expect([status, body.warnings]).toEqual([
    200,
    [
      {
        field: 'fields[0].source.attribute',
        rule: 'notAllowedByObjectClass',
        detail: expect.stringContaining(
          'does not fit "branch". The object classes of people (person) do not allow mail.',
        ),
      },
    ],
  ]);
  const none = await put('titel');
  expect([none.status, none.body.faults?.length, none.body.rule]).toEqual([422, 1, 'unknownAttribute']);
});

test('F8 where a directory cannot be asked, that is said, and the others decide', async () => {
  await companies.branch.slapd.kill();
  const { status, body } = await put('title');
  expect([status, body.warnings?.map(({ rule, detail }) => [rule, detail])]).toEqual([
    200,
    [['notChecked', expect.stringMatching(/^could not be checked with "branch"\. The directory "branch" /u)]],
  ]);
  expect((await put('titel')).status).toBe(422);
  await companies.branch.slapd.restart();
});

test('X1 what taking a directory or a field away would touch is told before, and touches nothing', async () => {
  await put('title');
  await call('PUT', 'fields', {
    fields: [
      { key: 'x', type: 'text', source: { kind: 'directory', attribute: 'title' } },
      { key: 'nickname', type: 'text' },
    ],
  });
  const jane = await api.signIn('jane', 'fake-password-of-jane');
  await api.save(jane, { nickname: { from: null, to: 'Janey' } });
  const impact = async (path: string) => (await call<Impact>('GET', `${path}/impact`)).body;
  expect(await impact('directories/hq')).toEqual({ people: 1, localValues: 1 });
  expect(await impact('directories/branch')).toEqual({ people: 0, localValues: 0 });
  expect(await impact('fields/nickname')).toEqual({ people: 1, localValues: 1 });
  expect(await impact('fields/x')).toEqual({ people: 1, localValues: 0 });
  expect((await call('GET', 'fields/none/impact')).status).toBe(404);

  const exported = await call('GET', 'configuration');
  await call('PUT', 'fields', { fields: [] });
  await call('PUT', 'configuration', exported.body);
  const { fields } = await api.show(jane, false);
  expect(fields.find(({ key }) => key === 'nickname')?.value).toBe('Janey');
});
