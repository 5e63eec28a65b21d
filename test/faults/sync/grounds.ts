import { activeDirectoryCompany } from '#test/api/company.ts';
import { addOrganizationalUnit, modifyActiveDirectory } from '#test/directories/active-directory.ts';
import { type OpenLDAPOptions, startOpenLDAP } from '#test/directories/openldap.ts';
import { aPerson } from '#test/directories/people.ts';
import { aUser } from '#test/directories/users.ts';
import { type BreakableProxy, startProxy } from '#test/faults/proxy.ts';
import { directoryOf } from './a-sync.ts';

/** People of whom others change what they like; what is not possible, such as to change who is not there, changes nothing. */
export interface Unit {
  /** The directory as an admin sets it up, with this unit as all there is. */
  readonly definition: object;
  username(person: number): string;
  change(person: number, title: string): Promise<void>;
  clear(person: number): Promise<void>;
  delete(person: number): Promise<void>;
  add(person: number, title: string): Promise<void>;
  /** Two get each other's names. */
  swap(person: number, other: number): Promise<void>;
  /** Away, and back. */
  move(person: number): Promise<void>;
}

/** A real directory behind a proxy that may break connections. */
export interface Grounds {
  readonly proxy: BreakableProxy;
  readonly bindPassword: string;
  newUnit(): Promise<Unit>;
  stop(): Promise<void>;
}

export async function openLDAPGrounds(options: OpenLDAPOptions): Promise<Grounds> {
  const slapd = await startOpenLDAP({ ldif: aPerson({ uid: 'stays' }), ...options });
  const proxy = await startProxy(slapd.port);
  const newUnit = createUnits({
    rdn: 'uid',
    modify: (ldif) => slapd.ldapmodify(ldif),
    addUnit: async (name) => {
      const dn = `ou=${name},${slapd.baseDN}`;
      await slapd.ldapmodify(`dn: ${dn}\nchangetype: add\nobjectClass: organizationalUnit\n`);
      return dn;
    },
    entry: (uid, parent, title) => aPerson({ uid, parent, title }),
    definition: (userDN) => directoryOf(slapd, { url: `ldap://127.0.0.1:${proxy.port}`, userDN, pageSize: 2 }),
  });
  return {
    proxy,
    newUnit,
    bindPassword: slapd.servicePassword,
    async stop() {
      await proxy.close();
      await slapd.stop();
    },
  };
}

export async function activeDirectoryGrounds(): Promise<Grounds> {
  const { directory, definition, bindPassword } = await activeDirectoryCompany();
  const proxy = await startProxy(636, directory.address);
  const newUnit = createUnits({
    rdn: 'CN',
    modify: (ldif) => modifyActiveDirectory(directory, ldif),
    addUnit: (name) => addOrganizationalUnit(directory, name),
    entry: (sAMAccountName, parent, title) => aUser({ sAMAccountName, parent, title }),
    // A name that is part of somebody else's userPrincipalName is taken.
    loginNames: (name) =>
      `replace: sAMAccountName\nsAMAccountName: ${name}\n-\nreplace: userPrincipalName\nuserPrincipalName: ${name}@corp.example\n`,
    definition: (userDN) => ({
      key: 'hq',
      ...definition,
      bindPassword: { env: 'TEST_PASSWORD' },
      url: `ldaps://localhost:${proxy.port}`,
      userDN,
      pageSize: 2,
    }),
  });
  return { proxy, newUnit, bindPassword, stop: () => proxy.close() };
}

interface Kind {
  /** By which entries are named; people sign in by it, too, unless there are other names for that. */
  readonly rdn: string;
  loginNames?(name: string): string;
  modify(ldif: string): Promise<unknown>;
  addUnit(name: string): Promise<string>;
  entry(username: string, parent: string, title?: string): string;
  definition(userDN: string): object;
}

function createUnits({ rdn, loginNames, modify, addUnit, entry, definition }: Kind) {
  let units = 0;
  return async function newUnit(): Promise<Unit> {
    const name = `u${units++}`;
    const [here, elsewhere] = [await addUnit(name), await addUnit(`not-${name}`)];
    // Login names are of the whole domain.
    const own = here.split(',')[0]?.split('=')[1]?.replace(`${name}-`, '') ?? '';
    const username = (person: number | string) => (loginNames ? `${own}p${person}`.slice(-20) : `p${person}`);
    const attempt = async (ldif: string) => void (await modify(ldif).catch(() => undefined));
    const dn = (person: number | string, parent = here) => `${rdn}=${username(person)},${parent}`;
    const change = (of: string, what: string) => attempt(`dn: ${of}\nchangetype: modify\n${what}`);
    const add = (ldif: string) => attempt(ldif.replace('\n', '\nchangetype: add\n'));
    const rename = async (from: number | string, to: number | string) => {
      await attempt(`dn: ${dn(from)}\nchangetype: modrdn\nnewrdn: ${rdn}=${username(to)}\ndeleteoldrdn: 1\n`);
      if (loginNames) await change(dn(to), loginNames(username(to)));
    };
    const moveTo = (person: number, from: string, to: string) =>
      attempt(
        `dn: ${dn(person, from)}\nchangetype: modrdn\nnewrdn: ${rdn}=${username(person)}\ndeleteoldrdn: 0\nnewsuperior: ${to}\n`,
      );
    await add(entry(username('stays'), here));
    return {
      definition: definition(here.split(',')[0] ?? ''),
      username,
      change: (person, title) => change(dn(person), `replace: title\ntitle:: ${base64(title)}\n`),
      clear: (person) => change(dn(person), 'delete: title\n'),
      delete: (person) => attempt(`dn: ${dn(person)}\nchangetype: delete\n`),
      add: (person, title) => add(entry(username(person), here, title)),
      async swap(person, other) {
        await rename(person, 'between');
        await rename(other, person);
        await rename('between', other);
      },
      async move(person) {
        await moveTo(person, here, elsewhere);
        await moveTo(person, elsewhere, here);
      },
    };
  };
}

function base64(value: string): string {
  return Buffer.from(value).toString('base64');
}
