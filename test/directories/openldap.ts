import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type CertificateOptions, makeCertificate } from './certificates.ts';
import { run, runNow } from './command.ts';
import { freePort, isOpen } from './free-port.ts';
import { toLDIF } from './ldif.ts';
import { somePeople } from './people.ts';
import { endService, type Service, startService } from './process.ts';
import { slapdConf } from './slapd-conf.ts';

export interface OpenLDAPOptions {
  readonly suffix?: string;
  /** Entries beside the suffix, `ou=people`, `ou=groups` and the service account; `somePeople` unless told. */
  readonly ldif?: string | readonly string[];
  /** Files of further entries. */
  readonly ldifFiles?: readonly string[];
  /** An own CA and certificate: StartTLS and ldaps://. */
  readonly tls?: boolean | CertificateOptions;
  readonly sizelimit?: number;
  /** Lines for slapd.conf before the database. */
  readonly globalConf?: readonly string[];
  /** Lines for slapd.conf in the database; `access` lines come before the usual ones. */
  readonly databaseConf?: readonly string[];
  readonly port?: number;
  /** A folder that is kept, with what it holds, from one start to the next. */
  readonly folder?: string;
}

export interface OpenLDAP {
  readonly url: string;
  /** Only with `tls`. */
  readonly ldapsURL: string;
  readonly caFile: string;
  readonly port: number;
  readonly baseDN: string;
  readonly peopleDN: string;
  readonly groupsDN: string;
  /** The rootdn, for the tests' own deeds. */
  readonly adminDN: string;
  readonly adminPassword: string;
  /** An ordinary entry that may read all (but no passwords) and write people. */
  readonly serviceDN: string;
  readonly servicePassword: string;
  /** Stops answering while connections stay open (SIGSTOP). */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
  /** Stops unless stopped, and starts with the same data on the same port. */
  restart(): Promise<void>;
  /** Ends without a farewell (SIGKILL). */
  kill(): Promise<void>;
  /** All it holds at this moment, as an admin backs it up. */
  backUp(): Promise<string>;
  /** What came after the backup is gone; on the same port. */
  restore(backup: string): Promise<void>;
  /** Changes entries while it is down: it runs at another address meanwhile. */
  modifyWhileDown(ldif: string): Promise<void>;
  /** The real command line tools, bound as the rootdn; what they print. */
  ldapsearch(...args: readonly string[]): Promise<string>;
  ldapmodify(ldif: string): Promise<string>;
  /** The same while nothing else of this process goes on. */
  ldapmodifyNow(ldif: string): void;
}

const adminPassword = 'fake-password-of-admin';
const servicePassword = 'fake-password-of-nameplate';

/** Starts a real slapd as a plain process on 127.0.0.1; it ends with this process at the latest. */
export async function startOpenLDAP(options: OpenLDAPOptions = {}): Promise<OpenLDAP> {
  const baseDN = options.suffix ?? 'dc=example,dc=org';
  const [adminDN, serviceDN] = [`cn=admin,${baseDN}`, `cn=nameplate,${baseDN}`];
  const folder = options.folder ? resolve(options.folder) : await mkdtemp(join(tmpdir(), 'nameplate-slapd-'));
  const isNew = !existsSync(join(folder, 'db', 'data.mdb'));
  await mkdir(join(folder, 'db'), { recursive: true });
  const certificate = options.tls ? await makeCertificate(folder, options.tls === true ? {} : options.tls) : undefined;
  const configuration = join(folder, 'slapd.conf');
  const conf = slapdConf({
    folder,
    suffix: baseDN,
    adminDN,
    adminPassword,
    serviceDN,
    certificate,
    sizelimit: options.sizelimit,
    globalConf: options.globalConf ?? [],
    databaseConf: options.databaseConf ?? [],
  });
  await writeFile(configuration, conf, { mode: 0o600 });
  if (isNew) {
    const seed = [ground(baseDN, serviceDN), options.ldif ?? (options.ldifFiles ? [] : somePeople(baseDN))].flat();
    await run('/usr/sbin/slapadd', ['-q', '-f', configuration], { input: seed.join('\n') });
    for (const file of options.ldifFiles ?? []) await run('/usr/sbin/slapadd', ['-q', '-f', configuration, '-l', file]);
  }

  const port = options.port ?? (await freePort());
  const ldapsPort = certificate ? await freePort() : undefined;
  const url = `ldap://127.0.0.1:${port}`;
  const ldapsURL = ldapsPort ? `ldaps://127.0.0.1:${ldapsPort}` : '';
  const service = (at: number, urls: string): Service => ({
    command: '/usr/sbin/slapd',
    args: ['-d', '0', '-f', configuration, '-h', urls],
    isUp: () => isOpen(at),
    hint: `see slapd -d 1 -f ${configuration}`,
  });
  const start = () => startService(service(port, `${url} ${ldapsURL}`));
  let slapd = await start();
  const asAdmin = ['-x', '-H', url, '-D', adminDN, '-w', adminPassword];

  return {
    url,
    ldapsURL,
    caFile: certificate?.caFile ?? '',
    port,
    baseDN,
    peopleDN: `ou=people,${baseDN}`,
    groupsDN: `ou=groups,${baseDN}`,
    adminDN,
    adminPassword,
    serviceDN,
    servicePassword,
    pause() {
      slapd.kill('SIGSTOP');
      while (!isStopped(slapd.pid)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    },
    resume: () => void slapd.kill('SIGCONT'),
    kill: () => endService(slapd, 'SIGKILL'),
    backUp: () => run('/usr/sbin/slapcat', ['-f', configuration]),
    async restore(backup) {
      await endService(slapd);
      await rm(join(folder, 'db'), { recursive: true });
      await mkdir(join(folder, 'db'));
      await run('/usr/sbin/slapadd', ['-q', '-f', configuration], { input: backup });
      slapd = await start();
    },
    async modifyWhileDown(ldif) {
      const hiddenPort = await freePort();
      const hiddenURL = `ldap://127.0.0.1:${hiddenPort}`;
      const hidden = await startService(service(hiddenPort, hiddenURL));
      await run('ldapmodify', ['-x', '-H', hiddenURL, '-D', adminDN, '-w', adminPassword], { input: ldif });
      await endService(hidden);
    },
    async stop() {
      await endService(slapd);
      if (!options.folder) await rm(folder, { recursive: true, force: true });
    },
    async restart() {
      await endService(slapd);
      slapd = await start();
    },
    ldapsearch: (...args) => run('ldapsearch', [...asAdmin, '-LLL', '-o', 'ldif-wrap=no', '-b', baseDN, ...args]),
    ldapmodify: (ldif) => run('ldapmodify', asAdmin, { input: ldif }),
    ldapmodifyNow: (ldif) => runNow('ldapmodify', asAdmin, { input: ldif }),
  };
}

/** A signal takes effect a moment after it was sent, thread by thread. */
function isStopped(pid: number | undefined): boolean {
  const states = readdirSync(`/proc/${pid}/task`).map((task) => readFileSync(`/proc/${pid}/task/${task}/stat`, 'utf8'));
  return states.every((stat) => /\) T /.test(stat));
}

function ground(baseDN: string, serviceDN: string): string {
  const [, attribute, name] = /^(\w+)=([^,]+)/.exec(baseDN) ?? [];
  if (!attribute || !name) throw new Error(`${baseDN} is no suffix`);
  const suffix =
    attribute === 'dc'
      ? { objectClass: ['dcObject', 'organization'], dc: name, o: name }
      : { objectClass: 'organization', o: name };
  return [
    toLDIF(baseDN, suffix),
    toLDIF(`ou=people,${baseDN}`, { objectClass: 'organizationalUnit', ou: 'people' }),
    toLDIF(`ou=groups,${baseDN}`, { objectClass: 'organizationalUnit', ou: 'groups' }),
    toLDIF(serviceDN, {
      objectClass: ['organizationalRole', 'simpleSecurityObject'],
      cn: 'nameplate',
      userPassword: servicePassword,
    }),
  ].join('');
}
