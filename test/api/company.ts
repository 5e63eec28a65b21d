import { randomInt } from 'node:crypto';
import {
  type ActiveDirectory,
  addOrganizationalUnit,
  modifyActiveDirectory,
  modifyActiveDirectoryNow,
  searchActiveDirectory,
} from '#test/directories/active-directory.ts';
import { escapeRDN, type LDIFValue, toLDIF } from '#test/directories/ldif.ts';
import { type OpenLDAP, type OpenLDAPOptions, startOpenLDAP } from '#test/directories/openldap.ts';
import { aPerson } from '#test/directories/people.ts';
import { sharedActiveDirectory } from '#test/directories/shared-active-directory.ts';
import { aUser } from '#test/directories/users.ts';

type Attributes = Readonly<Record<string, LDIFValue>>;

/** A company with a real directory, whose other systems change entries as they like. */
export interface Company {
  /** The directory as an admin sets it up. */
  readonly definition: Readonly<Record<string, unknown>>;
  readonly bindPassword: string;
  readonly password: string;
  /** Adds a person and gives the login name. */
  add(attributes?: Attributes): Promise<string>;
  /** What the directory's own tool shows of an attribute, as bytes and as text. */
  bytes(username: string, attribute: string): Promise<Buffer[]>;
  values(username: string, attribute: string): Promise<string[]>;
  /** Another program replaces the values of an attribute. */
  replace(username: string, attribute: string, values: readonly (string | Uint8Array)[]): Promise<void>;
  /** All that the directory's own tool shows of the entry. */
  entry(username: string): Promise<string>;
  /** Where the entry stands at this moment. */
  dnOf(username: string): Promise<string>;
  rename(username: string): Promise<void>;
  /** Another program's changes, made before the call returns: they fall between two steps of ours. */
  changeNow(ldif: string): void;
  /** Where the directory is the test's alone: it goes without a farewell, and comes back. */
  kill?(): Promise<void>;
  restart?(): Promise<void>;
  stop(): Promise<void>;
}

export async function openLDAPCompany(options: OpenLDAPOptions = {}): Promise<Company & { readonly slapd: OpenLDAP }> {
  const slapd = await startOpenLDAP(options);
  const password = 'fake-password';
  const dn = (username: string) => `uid=${username},${slapd.peopleDN}`;
  const bytes = async (username: string, attribute: string) =>
    parseValues(await slapd.ldapsearch(`(uid=${username})`, attribute), attribute);
  return {
    slapd,
    password,
    bindPassword: slapd.servicePassword,
    definition: {
      url: slapd.url,
      tls: 'none',
      bindDN: slapd.serviceDN,
      baseDN: slapd.baseDN,
      userDN: 'ou=people',
    },
    async add(attributes = {}) {
      const uid = newName();
      await slapd.ldapmodify(aPerson({ uid, password, ...attributes }).replace('\n', '\nchangetype: add\n'));
      return uid;
    },
    bytes,
    values: async (username, attribute) => (await bytes(username, attribute)).map(String),
    entry: (username) => slapd.ldapsearch(`(uid=${username})`),
    dnOf: async (username) => String((await bytes(username, 'dn'))[0]),
    replace: async (username, attribute, values) => {
      await slapd.ldapmodify(replacement(dn(username), attribute, values));
    },
    rename: async (username) => {
      await slapd.ldapmodify(
        `dn: ${dn(username)}\nchangetype: modrdn\nnewrdn: cn=${username} moved\ndeleteoldrdn: 0\n`,
      );
    },
    changeNow: (ldif) => slapd.ldapmodifyNow(ldif),
    kill: () => slapd.kill(),
    restart: () => slapd.restart(),
    stop: () => slapd.stop(),
  };
}

export async function activeDirectoryCompany(): Promise<Company & { readonly directory: ActiveDirectory }> {
  const directory = await sharedActiveDirectory();
  const ou = await addOrganizationalUnit(directory, 'api');
  const password = 'Fake-Passw0rd';
  const dn = (username: string) => `CN=${escapeRDN(username)},${ou}`;
  const bytes = async (username: string, attribute: string) =>
    parseValues(await searchActiveDirectory(directory, '-b', ou, `(sAMAccountName=${username})`, attribute), attribute);
  return {
    directory,
    password,
    bindPassword: directory.servicePassword,
    definition: {
      url: directory.ldapsURL,
      caFile: directory.caFile,
      bindDN: directory.serviceDN,
      baseDN: directory.baseDN,
      userDN: ou.split(',')[0],
    },
    async add(attributes = {}) {
      const sAMAccountName = newName();
      await modifyActiveDirectory(directory, aUser({ sAMAccountName, parent: ou, password, ...attributes }));
      return sAMAccountName;
    },
    bytes,
    values: async (username, attribute) => (await bytes(username, attribute)).map(String),
    entry: (username) => searchActiveDirectory(directory, '-b', ou, `(sAMAccountName=${username})`),
    dnOf: async (username) => String((await bytes(username, 'dn'))[0]),
    replace: async (username, attribute, values) => {
      await modifyActiveDirectory(directory, replacement(dn(username), attribute, values));
    },
    rename: async (username) => {
      await modifyActiveDirectory(
        directory,
        `dn: ${dn(username)}\nchangetype: modrdn\nnewrdn: CN=${username} moved\ndeleteoldrdn: 1\n`,
      );
    },
    changeNow: (ldif) => modifyActiveDirectoryNow(directory, ldif),
    stop: async () => {},
  };
}

const newName = () => `p${randomInt(2 ** 40).toString(36)}`;

/** LDIF that replaces an attribute, its values in base64 wherever they need it. */
function replacement(dn: string, attribute: string, values: readonly (string | Uint8Array)[]): string {
  const lines = toLDIF(dn, { [attribute]: values })
    .split('\n')
    .slice(1);
  return [`dn:: ${Buffer.from(dn).toString('base64')}`, 'changetype: modify', `replace: ${attribute}`, ...lines].join(
    '\n',
  );
}

function parseValues(ldif: string, attribute: string): Buffer[] {
  return ldif.split('\n').flatMap((line) => {
    const [, separator, text = ''] = new RegExp(`^${attribute}(::?) (.*)$`, 'iu').exec(line) ?? [];
    if (separator === undefined) return [];
    return [Buffer.from(text, separator === '::' ? 'base64' : 'utf8')];
  });
}
