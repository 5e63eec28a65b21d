import { randomInt } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from './certificates.ts';
import { run, runNow } from './command.ts';
import { isOpen } from './free-port.ts';
import { toLDIF } from './ldif.ts';
import { endService, startService } from './process.ts';
import { smbConf } from './smb-conf.ts';
import { aUser } from './users.ts';

/** What there is to know about a running domain controller; plain data, so that it can travel between processes. */
export interface ActiveDirectory {
  readonly url: string;
  readonly ldapsURL: string;
  readonly caFile: string;
  readonly address: string;
  readonly baseDN: string;
  readonly adminDN: string;
  readonly adminPassword: string;
  /** An ordinary user who may write the properties of users. */
  readonly serviceDN: string;
  readonly servicePassword: string;
}

const [realm, domain, host] = ['CORP.EXAMPLE', 'CORP', 'dc1.corp.example'];
const adminPassword = 'Fake-Passw0rd-of-admin';
const servicePassword = 'Fake-Passw0rd-of-nameplate';
const baseDN = 'DC=corp,DC=example';
const schemaIdOfUser = 'bf967aba-0de6-11d0-a285-00aa003049e2';
const schemaIdOfObjectGUID = 'bf9679e7-0de6-11d0-a285-00aa003049e2';

/** Provisions and starts a real Samba AD domain controller (about 10 s; needs root for port 389). */
export async function startActiveDirectory(): Promise<{ facts: ActiveDirectory; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'nameplate-samba-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const address = await freeAddress();
    const certificate = await makeCertificate(folder, {
      subjectAltName: `DNS:${host},DNS:corp.example,DNS:localhost,IP:${address}`,
    });
    await provision(folder, address);
    const configuration = join(folder, 'run.conf');
    await writeFile(configuration, smbConf({ folder, address, realm, domain, certificate }));
    const facts: ActiveDirectory = {
      url: `ldap://${address}`,
      ldapsURL: `ldaps://${address}`,
      caFile: certificate.caFile,
      address,
      baseDN,
      adminDN: `CN=Administrator,CN=Users,${baseDN}`,
      adminPassword,
      serviceDN: `CN=nameplate,CN=Users,${baseDN}`,
      servicePassword,
    };
    const samba = await startService({
      command: 'samba',
      args: ['-F', '--no-process-group', '-M', 'single', '-s', configuration, '--debug-stdout'],
      env: { TDB_NO_FSYNC: '1' },
      isUp: () => answers(facts),
      hint: 'its log is gone with its folder',
    });
    await addServiceAccount(facts, configuration, folder);
    return { facts, stop: () => endService(samba).finally(removeFolder) };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

/** The real command line tool, bound as the administrator over LDAPS. */
export function searchActiveDirectory(directory: ActiveDirectory, ...args: readonly string[]): Promise<string> {
  return run('ldapsearch', [...asAdmin(directory), '-LLL', '-o', 'ldif-wrap=no', ...args], tls(directory));
}

/** Adds, or with `changetype:` lines changes, entries. */
export function modifyActiveDirectory(directory: ActiveDirectory, ldif: string): Promise<string> {
  return run('ldapmodify', ['-a', ...asAdmin(directory)], { ...tls(directory), input: ldif });
}

/** The same while nothing else of this process goes on. */
export function modifyActiveDirectoryNow(directory: ActiveDirectory, ldif: string): void {
  runNow('ldapmodify', ['-a', ...asAdmin(directory)], { ...tls(directory), input: ldif });
}

/** An organizational unit of the caller's own; its DN. */
export async function addOrganizationalUnit(directory: ActiveDirectory, name: string): Promise<string> {
  const dn = `OU=${name}-${randomInt(2 ** 32).toString(36)},${directory.baseDN}`;
  await modifyActiveDirectory(directory, toLDIF(dn, { objectClass: 'organizationalUnit' }));
  return dn;
}

/** LDIF by which somebody gets another password. */
export function passwordChange(dn: string, password: string): string {
  const unicodePwd = Buffer.from(`"${password}"`, 'utf16le').toString('base64');
  return `dn: ${dn}\nchangetype: modify\nreplace: unicodePwd\nunicodePwd:: ${unicodePwd}\n`;
}

/** Takes the right to see an entry, or its objectGUID, from an account (MS-DTYP 2.5.1.1). */
export async function denyActiveDirectory(
  directory: ActiveDirectory,
  { dn, account, what }: { readonly dn: string; readonly account: string; readonly what: 'entry' | 'id' },
): Promise<void> {
  const sid = sidIn(await searchActiveDirectory(directory, '-b', account, '-s', 'base', 'objectSid'));
  const ace = what === 'entry' ? `(D;;LCRP;;;${sid})` : `(OD;;RP;${schemaIdOfObjectGUID};;${sid})`;
  const { url, adminDN, adminPassword } = directory;
  const asAdmin = [`--simple-bind-dn=${adminDN}`, `--password=${adminPassword}`];
  await run('samba-tool', ['dsacl', 'set', '-H', url, ...asAdmin, `--objectdn=${dn}`, `--sddl=${ace}`]);
}

/** MS-DTYP 2.4.2: after the revision, the number of parts and the authority, parts of 32 bits each. */
function sidIn(ldif: string): string {
  const bytes = Buffer.from(/^objectSid:: (\S+)$/m.exec(ldif)?.[1] ?? '', 'base64');
  const parts = Array.from({ length: bytes.readUInt8(1) }, (_, index) => bytes.readUInt32LE(8 + 4 * index));
  return ['S', bytes.readUInt8(0), bytes.readUIntBE(2, 6), ...parts].join('-');
}

async function provision(folder: string, address: string): Promise<void> {
  for (const part of ['etc', 'run/ncalrpc', 'log', 'state', 'cache']) {
    await mkdir(join(folder, part), { recursive: true });
  }
  // Without a configuration of its own, provision takes over what /etc/samba/smb.conf says.
  const seed = join(folder, 'etc', 'seed.conf');
  await writeFile(seed, '[global]\n');
  await run('samba-tool', [
    ...['domain', 'provision', `--configfile=${seed}`, `--targetdir=${folder}`, '--server-role=dc'],
    ...[`--realm=${realm}`, `--domain=${domain}`, `--adminpass=${adminPassword}`, '--dns-backend=NONE'],
    ...['--use-rfc2307', '--host-name=dc1', `--host-ip=${address}`, '--option=vfs objects='],
    ...[`--option=interfaces=${address}/8`, '--option=bind interfaces only=yes'],
  ]);
}

async function addServiceAccount(facts: ActiveDirectory, configuration: string, folder: string): Promise<void> {
  const account = aUser({ parent: `CN=Users,${baseDN}`, sAMAccountName: 'nameplate', password: servicePassword });
  await modifyActiveDirectory(facts, account);
  const database = join(folder, 'private', 'sam.ldb');
  const found = await run('ldbsearch', [
    ...[`--configfile=${configuration}`, '-H', database, '-b', baseDN, '(sAMAccountName=nameplate)', 'objectSid'],
  ]);
  const sid = /^objectSid: (S-[\d-]+)$/m.exec(found)?.[1];
  await run('samba-tool', [
    ...['dsacl', 'set', `--configfile=${configuration}`, '-H', database, `--objectdn=${baseDN}`],
    `--sddl=(OA;CIIO;RPWP;;${schemaIdOfUser};${sid})`,
  ]);
}

/** Samba's ports are fixed, so each domain controller has an address of its own. */
async function freeAddress(): Promise<string> {
  for (;;) {
    const address = `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(2, 255)}`;
    if (!(await isOpen(389, address))) return address;
  }
}

async function answers(directory: ActiveDirectory): Promise<boolean> {
  if (!(await isOpen(636, directory.address))) return false;
  try {
    return /^dnsHostName: /m.test(await searchActiveDirectory(directory, '-b', '', '-s', 'base', 'dnsHostName'));
  } catch (error) {
    // It listens before it knows its accounts.
    if (error instanceof Error) return false;
    throw error;
  }
}

function asAdmin({ ldapsURL, adminDN, adminPassword }: ActiveDirectory): readonly string[] {
  return ['-x', '-H', ldapsURL, '-D', adminDN, '-w', adminPassword, '-o', 'nettimeout=5'];
}

function tls({ caFile }: ActiveDirectory) {
  return { env: { LDAPTLS_CACERT: caFile, LDAPTLS_REQCERT: 'demand' } };
}
