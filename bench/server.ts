import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { OpenLDAP } from '#test/directories/openldap.ts';

export const admin = { username: 'bench', password: 'fake-password' };

export interface BenchServer {
  readonly url: string;
  /** The most memory that it ever took, in MiB. */
  peakMemory(): Promise<number>;
  /** What it takes now, in MiB. */
  memory(): Promise<number>;
  /** Waits until it has nothing to do. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..');
const writeBack = (attribute: string) => ({ kind: 'directory', attribute, edit: 'writeBack' });

/** The four field types of the editor, as attributes of the directory. */
export const fields = [
  { key: 'phone', type: 'phone', source: writeBack('telephoneNumber') },
  { key: 'title', type: 'text', source: writeBack('title') },
  { key: 'about', type: 'multiline', source: writeBack('description') },
  { key: 'city', type: 'select', source: writeBack('l'), options: [{ value: 'Wiesbaden' }, { value: 'Zürich' }] },
];

export function directoryOf(slapd: OpenLDAP, members: object = {}): object {
  return {
    key: 'hq',
    url: slapd.url,
    tls: 'none',
    bindDN: slapd.serviceDN,
    bindPassword: { env: 'BENCH_PASSWORD' },
    baseDN: slapd.baseDN,
    userDN: 'ou=people',
    defaultCountry: 'DE',
    ...members,
  };
}

/** The real server as a process of its own, on a free port. */
export async function startServer(slapd: OpenLDAP, members: object = {}): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'nameplate-bench-'));
  const file = join(folder, 'nameplate.json');
  const directories = [directoryOf(slapd)];
  await writeFile(file, JSON.stringify({ directories, fields, settings: { writeEnabled: true }, ...members }));
  const child = spawn(process.execPath, [join(root, 'server/cli.ts'), 'serve'], {
    env: {
      PATH: process.env.PATH,
      BENCH_PASSWORD: slapd.servicePassword,
      NAMEPLATE_LISTEN: '127.0.0.1:0',
      NAMEPLATE_DATA: folder,
      NAMEPLATE_CONFIG: file,
      NAMEPLATE_ADMIN: `${admin.username}:${admin.password}`,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    const said: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      const found = /"url":"([^"]+)"/u.exec(line)?.[1];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`The server ended: ${said.join('\n')}`)));
  });
  const status = async (name: string) => {
    const text = await readFile(`/proc/${child.pid}/status`, 'utf8');
    return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(text)?.[1]) / 1024;
  };
  /** In hundredths of a second; proc(5) has it as the fields 14 and 15, the second of which is a name in parentheses. */
  const processorTime = async () => {
    const text = await readFile(`/proc/${child.pid}/stat`, 'utf8');
    const [user = 0, system = 0] = text.slice(text.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
    return user + system;
  };
  return {
    url,
    peakMemory: () => status('VmHWM'),
    memory: () => status('VmRSS'),
    async settled() {
      for (let [before, now] = [0, await processorTime()]; now - before > 2; ) {
        await pause(500);
        [before, now] = [now, await processorTime()];
      }
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
