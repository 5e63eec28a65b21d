import { directoryDefinition } from '#shared/contract/configuration/directory.ts';
import {
  addOrganizationalUnit,
  modifyActiveDirectory,
  searchActiveDirectory,
} from '#test/directories/active-directory.ts';
import { escapeRDN, toLDIF } from '#test/directories/ldif.ts';
import { sharedActiveDirectory } from '#test/directories/shared-active-directory.ts';
import { aUser } from '#test/directories/users.ts';
import type { DirectoryUnderTest } from './directory-under-test.ts';
import { valuesIn } from './ldapsearch-output.ts';

export async function activeDirectoryUnderTest(): Promise<DirectoryUnderTest> {
  const server = await sharedActiveDirectory();
  const unit = await addOrganizationalUnit(server, 'conformance');
  const dns = new Map<string, string>();
  const dnOf = (username: string) => dns.get(username) ?? '';
  const modify = (dn: string, attributes: Parameters<typeof toLDIF>[1]) =>
    modifyActiveDirectory(server, toLDIF(dn, attributes));
  return {
    definition: directoryDefinition.parse({
      key: 'ad',
      name: 'Active Directory',
      url: server.ldapsURL,
      caFile: server.caFile,
      bindDN: server.serviceDN,
      bindPassword: { env: 'AD_PASSWORD' },
      baseDN: server.baseDN,
      userDN: unit.replace(`,${server.baseDN}`, ''),
      pageSize: 3,
    }),
    deps: { bindPassword: server.servicePassword },
    textAttribute: 'title',
    multiValuedAttribute: 'otherTelephone',
    pictureAttribute: 'thumbnailPhoto',
    refused: [
      { attribute: 'telephoneNumber', value: '1'.repeat(65), rule: 'tooLong' },
      { attribute: 'noSuchThing', value: 'x', rule: 'noSuchAttribute' },
    ],
    dnOf,
    async add({ username, cn = username, password, attributes = {} }) {
      dns.set(username, `CN=${escapeRDN(cn)},${unit}`);
      const own = password === undefined ? {} : { password };
      await modifyActiveDirectory(server, aUser({ parent: unit, sAMAccountName: username, cn, ...own, ...attributes }));
    },
    async set(username, attribute, values) {
      await modify(dnOf(username), { changetype: 'modify', replace: attribute, [attribute]: values });
    },
    async values(username, attribute) {
      return valuesIn(
        await searchActiveDirectory(server, '-b', dnOf(username), '-s', 'base', '(objectClass=*)', attribute),
        attribute,
      );
    },
    async rename(username, cn) {
      const newRDN = `CN=${escapeRDN(cn)}`;
      await modify(dnOf(username), { changetype: 'modrdn', newrdn: newRDN, deleteoldrdn: '1' });
      dns.set(username, `${newRDN},${unit}`);
    },
    async addGroup(name, members) {
      const dn = `CN=${escapeRDN(name)},${unit}`;
      await modify(dn, { objectClass: 'group', member: members });
      return dn;
    },
    async stop() {},
  };
}
