import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { OwnEdits } from '#shared/contract/outbox.ts';
import type { Profile, Saved } from '#shared/contract/profile.ts';
import type { Session } from '#shared/contract/session.ts';
import { openLDAPCompany } from '#test/api/company.ts';
import { storeName } from '#test/api/start-api.ts';
import { startProxy } from '../proxy.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

export interface Employee {
  readonly username: string;
  readonly token: string;
  readonly personId: string;
}

/** A real slapd behind a proxy that breaks things, and a server in a process of its own. */
export async function createWorld() {
  const folder = await mkdtemp(join(tmpdir(), 'nameplate-world-'));
  const auditLog = join(folder, 'audit.ldif');
  const company = await openLDAPCompany({
    globalConf: ['moduleload auditlog'],
    databaseConf: ['overlay auditlog', `auditlog ${auditLog}`],
  });
  const proxy = await startProxy(company.slapd.port);
  const definition = { ...company.definition, url: `ldap://127.0.0.1:${proxy.port}` };
  let secondsAhead = 0;
  let server: ServerProcess;
  const start = async () => {
    server = await startServerProcess({ folder, definition, bindPassword: company.bindPassword, secondsAhead });
  };
  await start();

  const world = {
    company,
    proxy,
    storeFile: join(folder, storeName),
    server: () => server,
    /** Starts the server anew after it died; the leases of the dead one are over. */
    async revive(): Promise<void> {
      await server.kill();
      secondsAhead += 600;
      await start();
    },
    async hire(attributes: Readonly<Record<string, string>>): Promise<Employee> {
      const username = await company.add(attributes);
      const body = { username, password: company.password };
      // The limits of time are short, and this machine may be busy.
      for (let attempt = 1; ; attempt++) {
        const signedIn = await server.call<Session>('POST', '/api/session', { body });
        if (signedIn?.status === 201) {
          return { username, token: signedIn.body.token, personId: signedIn.body.user.id };
        }
        if (attempt === 10) throw new Error(`${username} could not sign in: ${JSON.stringify(signedIn)}`);
        await world.heal();
        await pause(200 * attempt);
      }
    },
    save: ({ token }: Employee, changes: object, members: object = {}) =>
      server.call<Saved>('PATCH', '/api/me/profile', { token, body: { changes, ...members } }),
    profile: ({ token }: Employee) => server.call<Profile>('GET', '/api/me/profile', { token }),
    waiting: async ({ token }: Employee) =>
      (await server.call<OwnEdits>('GET', '/api/me/outbox', { token }))?.body.edits ?? [],
    withdraw: ({ token }: Employee, id: string) => server.call('DELETE', `/api/outbox/${id}`, { token }),

    /** Everything works again, and all that waits has been delivered as far as it goes. */
    async heal(): Promise<void> {
      proxy.be('open');
      proxy.delay(0);
      proxy.breakBeforeAnswer(0);
      proxy.breakBeforeRequest(0);
      proxy.breakWithinAnswer(Number.POSITIVE_INFINITY);
      company.slapd.resume();
      for (let round = 0; round < 20; round++) {
        if (server.isDead()) await world.revive();
        await server.forgetTroubles();
        if ((await server.deliver()) === 0) return;
        await pause(100 * round);
      }
    },
    /** How often the directory was told to put this value there. */
    async writes(value: string): Promise<number> {
      const log = await readFile(auditLog, 'utf8').catch(() => '');
      const additions = log.split(/^-$/mu).filter((change) => /^(?:add|replace): /mu.test(change));
      return additions.filter((change) => change.split('\n').some((line) => line.endsWith(`: ${value}`))).length;
    },
    async stop(): Promise<void> {
      await server.kill();
      await proxy.close();
      await company.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return world;
}
export type World = Awaited<ReturnType<typeof createWorld>>;
