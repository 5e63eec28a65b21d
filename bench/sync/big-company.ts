import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenLDAP, startOpenLDAP } from '#test/directories/openldap.ts';
import { attributes, dnOf, writePeople } from './people.ts';

/** What a sync asks for beside the mapped attributes. */
const asked = ['entryUUID', 'uid', 'cn', ...attributes];

export interface Account {
  readonly username: string;
  readonly password: string;
}

export interface BigCompany {
  readonly slapd: OpenLDAP;
  /** Somebody who can sign in. */
  readonly person: Account;
  /** The milliseconds that `ldapsearch` takes to read the same of everybody into a file. */
  ldapsearch(): Promise<number>;
  /** Somebody else changes so many entries. */
  change(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** So many people in a real OpenLDAP that tells change sequence numbers. */
export async function startBigCompany(people: number): Promise<BigCompany> {
  const folder = await mkdtemp(join(tmpdir(), 'nameplate-bench-sync-'));
  const file = join(folder, 'people.ldif');
  await writePeople(file, people);
  const slapd = await startOpenLDAP({
    ldifFiles: [file],
    globalConf: ['moduleload syncprov'],
    databaseConf: ['maxsize 17179869184', 'overlay syncprov'],
  });
  await rm(file);
  let changes = 0;
  const person = { username: 'p0', password: 'fake-password' };
  await slapd.ldapmodify(
    `dn: ${dnOf(0)}\nchangetype: modify\nreplace: userPassword\nuserPassword: ${person.password}\n`,
  );

  return {
    slapd,
    person,
    async ldapsearch() {
      const start = performance.now();
      const credentials = ['-x', '-H', slapd.url, '-D', slapd.serviceDN, '-w', slapd.servicePassword];
      const options = ['-LLL', '-E', 'pr=1000/noprompt', '-b', slapd.peopleDN, '(objectClass=person)'];
      const command = 'exec ldapsearch "$@" > "$FILE"';
      const child = spawn('bash', ['-c', command, 'ldapsearch', ...credentials, ...options, ...asked], {
        env: { ...process.env, FILE: join(folder, 'found.ldif') },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const [status] = await once(child, 'exit');
      if (status !== 0) throw new Error(`ldapsearch ended with ${status}`);
      return performance.now() - start;
    },
    async change(count) {
      const ldif = Array.from({ length: count }, (_, index) => {
        const number = (changes * 7919 + index * 97) % people;
        return `dn: ${dnOf(number)}\nchangetype: modify\nreplace: title\ntitle: Change ${changes}.${index}\n`;
      });
      changes += 1;
      await slapd.ldapmodify(ldif.join('\n'));
    },
    async stop() {
      await slapd.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
