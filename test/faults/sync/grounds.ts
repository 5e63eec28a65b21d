import { randomInt } from 'node:crypto';
import {
  type ActiveDirectory,
  addOrganizationalUnit,
  denyActiveDirectory,
  modifyActiveDirectory,
  passwordChange,
} from '#test/directories/active-directory.ts';
import { type OpenLDAPOptions, startOpenLDAP } from '#test/directories/openldap.ts';
import { aPerson } from '#test/directories/people.ts';
import { sharedActiveDirectory } from '#test/directories/shared-active-directory.ts';
import { aUser } from '#test/directories/users.ts';
import { type BreakableProxy, startProxy } from '#test/faults/proxy.ts';
import { directoryOf } from './a-sync.ts';

/** People, by number, of whom others change what they like. What is not possible, such as to change who is not there, throws. */
export interface Unit {
  /** The directory as an admin sets it up, with this unit as all there is. */
  readonly definition: object;
  username(person: number): string;
  change(person: number, title: string): Promise<void>;
  clear(person: number): Promise<void>;
  delete(person: number): Promise<void>;
  add(person: number, title?: string): Promise<void>;
  /** The entry and whom it names get another one's name. */
  rename(person: number, other: number): Promise<void>;
  moveAway(person: number): Promise<void>;
  moveBack(person: number): Promise<void>;
  /** The service account may not see this entry any more, or not its id. */
  conceal(person: number, what: 'entry' | 'id'): Promise<void>;
  /** The unit gets another name; where an admin finds it then. */
  renameUnit(): Promise<object>;
  /** Finds everybody but this person. */
  filterWithout(person: number): string;
}

/** A real directory behind a proxy that may break connections. */
export interface Grounds {
  readonly proxy: BreakableProxy;
  /** Of the service account, at this moment. */
  bindPassword(): string;
  /** Somebody else gives the service account another password. */
  changePassword(): Promise<void>;
  /** With so many people. */
  newUnit(people?: number): Promise<Unit>;
  /** It ends without a farewell, and is there again. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

const telling: OpenLDAPOptions = { globalConf: ['moduleload syncprov'], databaseConf: ['overlay syncprov'] };

/** Directories that tell of changes as well as they can. */
export const directories: readonly (readonly [string, (options?: OpenLDAPOptions) => Promise<Grounds>])[] = [
  ['OpenLDAP', (options) => openLDAPGrounds({ ...telling, ...options })],
  ['Active Directory', activeDirectoryGrounds],
];

const small = { pageSize: 2 };

export async function openLDAPGrounds(options: OpenLDAPOptions): Promise<Grounds> {
  const slapd = await startOpenLDAP({
    ldif: '',
    ...options,
    databaseConf: [
      ...(options.databaseConf ?? []),
      'access to filter=(description=no-id) attrs=entryUUID by * none',
      'access to filter=(description=no-entry) by * none',
    ],
  });
  const proxy = await startProxy(slapd.port);
  let password = slapd.servicePassword;
  const newUnit = createUnits({
    rdn: 'uid',
    userFilter: '(objectClass=person)',
    usernameAttribute: 'uid',
    modify: (ldif) => slapd.ldapmodify(ldif),
    addUnit: async (name) => {
      const dn = `ou=${name}-${randomInt(2 ** 32).toString(36)},${slapd.baseDN}`;
      await slapd.ldapmodify(`dn: ${dn}\nchangetype: add\nobjectClass: organizationalUnit\n`);
      return dn;
    },
    entry: (uid, parent, title) => aPerson({ uid, parent, title }),
    conceal: (dn, what) =>
      slapd.ldapmodify(`dn: ${dn}\nchangetype: modify\nreplace: description\ndescription: no-${what}\n`),
    definition: (userDN) => directoryOf(slapd, { url: `ldap://127.0.0.1:${proxy.port}`, userDN, ...small }),
  });
  return {
    proxy,
    newUnit,
    bindPassword: () => password,
    async changePassword() {
      password = `${password}-again`;
      await slapd.ldapmodify(
        `dn: ${slapd.serviceDN}\nchangetype: modify\nreplace: userPassword\nuserPassword: ${password}\n`,
      );
    },
    goAway: () => slapd.kill(),
    comeBack: () => slapd.restart(),
    async stop() {
      await proxy.close();
      await slapd.stop();
    },
  };
}

/** All tests share the domain controller, so it cannot be stopped: the way to it is closed instead. */
export async function activeDirectoryGrounds(): Promise<Grounds> {
  const directory = await sharedActiveDirectory();
  const proxy = await startProxy(636, directory.address);
  const account = await ownAccount(directory);
  const newUnit = createUnits({
    rdn: 'CN',
    userFilter: '(objectCategory=person)(objectClass=user)',
    usernameAttribute: 'sAMAccountName',
    modify: (ldif) => modifyActiveDirectory(directory, ldif),
    addUnit: (name) => addOrganizationalUnit(directory, name),
    entry: (sAMAccountName, parent, title) => aUser({ sAMAccountName, parent, title }),
    // A name that is part of somebody else's userPrincipalName is taken.
    loginNames: (name) =>
      `replace: sAMAccountName\nsAMAccountName: ${name}\n-\nreplace: userPrincipalName\nuserPrincipalName: ${name}@corp.example\n`,
    conceal: (dn, what) => denyActiveDirectory(directory, { dn, account: account.dn, what }),
    definition: (userDN) => ({
      key: 'hq',
      url: `ldaps://localhost:${proxy.port}`,
      caFile: directory.caFile,
      bindDN: account.dn,
      bindPassword: { env: 'TEST_PASSWORD' },
      baseDN: directory.baseDN,
      userDN,
      ...small,
    }),
  });
  return {
    proxy,
    newUnit,
    bindPassword: account.password,
    changePassword: account.changePassword,
    goAway: async () => proxy.be('refusing'),
    comeBack: async () => proxy.be('open'),
    stop: () => proxy.close(),
  };
}

/** An ordinary user, who may read: what becomes of them is of no concern to other tests. */
async function ownAccount(directory: ActiveDirectory) {
  const parent = await addOrganizationalUnit(directory, 'accounts');
  const sAMAccountName = `n${randomInt(2 ** 40).toString(36)}`;
  let password = 'Fake-Passw0rd-0';
  const dn = `CN=${sAMAccountName},${parent}`;
  await modifyActiveDirectory(directory, aUser({ sAMAccountName, parent, password }));
  return {
    dn,
    password: () => password,
    async changePassword() {
      // The one before the last is not taken any more; the last still is for an hour.
      for (const turn of [1, 2]) {
        password = `${password}${turn}`;
        await modifyActiveDirectory(directory, passwordChange(dn, password));
      }
    },
  };
}

interface Kind {
  /** By which entries are named; people sign in by it, too, unless there are other names for that. */
  readonly rdn: string;
  readonly userFilter: string;
  readonly usernameAttribute: string;
  loginNames?(name: string): string;
  modify(ldif: string): Promise<unknown>;
  addUnit(name: string): Promise<string>;
  entry(username: string, parent: string, title?: string): string;
  conceal(dn: string, what: 'entry' | 'id'): Promise<unknown>;
  definition(userDN: string): object;
}

function createUnits(kind: Kind) {
  const { rdn, loginNames, addUnit, entry, definition } = kind;
  let units = 0;
  return async function newUnit(people = 0): Promise<Unit> {
    const name = `u${units++}`;
    const [here, elsewhere] = [await addUnit(name), await addUnit(`not-${name}`)];
    const [rdnOfUnit = ''] = here.split(',');
    // Login names are of the whole domain.
    const own = rdnOfUnit.replace(/.*-/u, '');
    const username = (person: number) => (loginNames ? `${own}p${person}`.slice(-20) : `p${person}`);
    const modify = async (ldif: string) => void (await kind.modify(ldif));
    const dn = (person: number, parent = here) => `${rdn}=${username(person)},${parent}`;
    const change = (of: string, what: string) => modify(`dn: ${of}\nchangetype: modify\n${what}`);
    const added = (person: number, title?: string) =>
      entry(username(person), here, title).replace('\n', '\nchangetype: add\n');
    const moveTo = (person: number, from: string, to: string) =>
      modify(
        `dn: ${dn(person, from)}\nchangetype: modrdn\nnewrdn: ${rdn}=${username(person)}\ndeleteoldrdn: 1\nnewsuperior: ${to}\n`,
      );
    const numbers = Array.from({ length: people }, (_, number) => number);
    if (people > 0) await modify(numbers.map((number) => added(number, `Title ${number}`)).join('\n'));
    return {
      definition: definition(rdnOfUnit),
      username,
      change: (person, title) => change(dn(person), `replace: title\ntitle:: ${base64(title)}\n`),
      clear: (person) => change(dn(person), 'delete: title\n'),
      delete: (person) => modify(`dn: ${dn(person)}\nchangetype: delete\n`),
      add: (person, title) => modify(added(person, title)),
      async rename(person, other) {
        const newName = username(other);
        await modify(`dn: ${dn(person)}\nchangetype: modrdn\nnewrdn: ${rdn}=${newName}\ndeleteoldrdn: 1\n`);
        if (loginNames) await change(dn(other), loginNames(newName));
      },
      moveAway: (person) => moveTo(person, here, elsewhere),
      moveBack: (person) => moveTo(person, elsewhere, here),
      conceal: async (person, what) => void (await kind.conceal(dn(person), what)),
      async renameUnit() {
        await modify(`dn: ${here}\nchangetype: modrdn\nnewrdn: ${rdnOfUnit}-moved\ndeleteoldrdn: 1\n`);
        return definition(`${rdnOfUnit}-moved`);
      },
      filterWithout: (person) => `(&${kind.userFilter}(!(${kind.usernameAttribute}=${username(person)})))`,
    };
  };
}

function base64(value: string): string {
  return Buffer.from(value).toString('base64');
}
