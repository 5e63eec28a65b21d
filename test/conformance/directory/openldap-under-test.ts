import { directoryDefinition } from '#shared/contract/configuration/directory.ts';
import { escapeRDN, toLDIF } from '#test/directories/ldif.ts';
import { startOpenLDAP } from '#test/directories/openldap.ts';
import type { DirectoryUnderTest } from './directory-under-test.ts';
import { valuesIn } from './ldapsearch-output.ts';

export async function openldapUnderTest(): Promise<DirectoryUnderTest> {
  const server = await startOpenLDAP({
    databaseConf: [
      `access to attrs=employeeType by dn.exact="cn=nameplate,dc=example,dc=org" read by * none`,
      'overlay constraint',
      'constraint_attribute roomNumber regex ^[0-9]+$',
    ],
    globalConf: ['moduleload constraint'],
  });
  const dns = new Map<string, string>();
  const dnOf = (username: string) => dns.get(username) ?? `uid=${escapeRDN(username)},${server.peopleDN}`;
  return {
    definition: directoryDefinition.parse({
      key: 'hq',
      name: 'Headquarters',
      url: server.url,
      tls: 'none',
      bindDN: server.serviceDN,
      bindPassword: { env: 'HQ_PASSWORD' },
      baseDN: server.baseDN,
      userDN: 'ou=people',
      pageSize: 3,
    }),
    deps: { bindPassword: server.servicePassword },
    textAttribute: 'displayName',
    multiValuedAttribute: 'telephoneNumber',
    pictureAttribute: 'jpegPhoto',
    refused: [
      { attribute: 'employeeType', value: 'x', rule: 'notPermitted' },
      { attribute: 'roomNumber', value: 'not a number', rule: 'constraint' },
      { attribute: 'preferredDeliveryMethod', value: 'by foot', rule: 'wrongSyntax' },
      { attribute: 'noSuchThing', value: 'x', rule: 'noSuchAttribute' },
      { attribute: 'gecos', value: 'x', rule: 'notAllowedByObjectClass' },
    ],
    dnOf,
    async add({ username, cn, password, attributes = {} }) {
      const dn = `${cn === undefined ? `uid=${escapeRDN(username)}` : `cn=${escapeRDN(cn)}`},${server.peopleDN}`;
      dns.set(username, dn);
      await server.ldapmodify(
        toLDIF(dn, {
          changetype: 'add',
          objectClass: 'inetOrgPerson',
          uid: username,
          cn: cn ?? username,
          sn: 'x',
          userPassword: password,
          ...attributes,
        }),
      );
    },
    async set(username, attribute, values) {
      const changes = { changetype: 'modify', replace: attribute, [attribute]: values };
      await server.ldapmodify(toLDIF(dnOf(username), changes));
    },
    async values(username, attribute) {
      return valuesIn(
        await server.ldapsearch('-b', dnOf(username), '-s', 'base', '(objectClass=*)', attribute),
        attribute,
      );
    },
    async rename(username, cn) {
      const newRDN = `uid=${escapeRDN(cn)}`;
      await server.ldapmodify(toLDIF(dnOf(username), { changetype: 'modrdn', newrdn: newRDN, deleteoldrdn: '0' }));
      dns.set(username, `${newRDN},${server.peopleDN}`);
    },
    async addGroup(name, members) {
      const dn = `cn=${escapeRDN(name)},${server.groupsDN}`;
      await server.ldapmodify(
        toLDIF(dn, { changetype: 'add', objectClass: 'groupOfNames', cn: name, member: members }),
      );
      return dn;
    },
    stop: () => server.stop(),
  };
}
