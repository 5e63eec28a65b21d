import { afterAll, beforeAll, expect, test } from 'vitest';
import { toLDIF } from '#test/directories/ldif.ts';
import { aPerson } from '#test/directories/people.ts';
import { aGateway, readAll } from '#test/faults/gateways.ts';
import { openLDAPCompany } from './company.ts';
import { fieldOf, startAPI } from './start-api.ts';

const externals = 'ou=externals,dc=example,dc=org';
const writable = `access to dn.subtree="${externals}" by dn.exact="cn=nameplate,dc=example,dc=org" write by users read by * none`;

let company: Awaited<ReturnType<typeof openLDAPCompany>>;
beforeAll(async () => {
  const databaseConf = ['access to attrs=userPassword by self write by anonymous auth by * none', writable];
  company = await openLDAPCompany({ databaseConf });
  const added = (ldif: string) => ldif.replace('\n', '\nchangetype: add\n');
  await company.slapd.ldapmodify(added(toLDIF(externals, { objectClass: 'organizationalUnit', ou: 'externals' })));
  const max = { uid: 'max', parent: externals, password: company.password, title: 'Adviser' };
  await company.slapd.ldapmodify(added(aPerson(max)));
});
afterAll(() => company?.stop());

test('D1 people of a further base are found by name, by id and by the page, like those of the first', async () => {
  const gateway = aGateway(company.slapd, { moreBaseDNs: [externals], pageSize: 2 });
  const max = await gateway.findByUsername('max', ['title']);
  expect(max).toMatchObject({ username: 'max', dn: `uid=max,${externals}`, attributes: { title: ['Adviser'] } });
  expect(await gateway.findById(max?.id ?? '', [])).toMatchObject({ username: 'max' });
  expect(await gateway.findByUsername('jane', [])).toMatchObject({ username: 'jane' });
  expect(await readAll(gateway)).toEqual(['jane', 'juergen', 'yuki', 'max']);
  expect(await aGateway(company.slapd).findByUsername('max', [])).toBeUndefined();
});

test('D1 somebody of a further base signs in and changes what is theirs', async () => {
  const definition = { ...company.definition, moreBaseDNs: [externals] };
  const api = await startAPI({ companies: { hq: { ...company, definition } } });
  const token = await api.signIn('max', company.password);
  expect(fieldOf(await api.show(token), 'title').value).toBe('Adviser');
  const { body } = await api.save(token, { title: { from: 'Adviser', to: 'Chief adviser' } });
  expect(body.outcomes.title).toMatchObject({ status: 'saved' });
  expect(await company.values('max', 'title')).toEqual(['Chief adviser']);
  await api.stop();
});
