import { setTimeout as pause } from 'node:timers/promises';
import { session } from '#shared/contract/session.ts';
import type { SyncMode, SyncRunDetails } from '#shared/contract/sync.ts';
import { type Caller, createCaller } from '../caller.ts';
import { admin, type BenchServer, startServer } from '../server.ts';
import type { Account, BigCompany } from './big-company.ts';
import { attributes } from './people.ts';

export interface SyncedServer extends BenchServer {
  /** Gives a session's token. */
  signIn(account: Account): Promise<string>;
  /** A run from the request to its end, of all directories or of one. */
  run(mode: SyncMode, directory?: string): Promise<{ readonly milliseconds: number; readonly run: SyncRunDetails }>;
}

const fields = attributes.map((attribute) => ({
  key: attribute,
  type: 'text',
  source: { kind: 'directory', attribute },
}));

/** The real server with all attributes mapped, its store still empty. */
export async function startSyncedServer({ slapd }: BigCompany, members: object = {}): Promise<SyncedServer> {
  // The runs of the bench are the only ones.
  const settings = { sync: { cron: '0 0 29 2 *' } };
  const server = await startServer(slapd, { fields, settings, ...members });
  const signIn = async (body: Account) =>
    session.parse(await once(server, (call) => call('POST', '/api/session', { body }))).token;
  const token = await signIn(admin);
  return {
    ...server,
    signIn,
    async run(mode, directory) {
      const path = '/api/admin/sync/runs';
      const run = await once(server, async (call) => {
        const { id } = await call<{ id: string }>('POST', path, { token, body: { mode, directory } });
        for (;;) {
          await pause(100);
          const found = await call<SyncRunDetails>('GET', `${path}/${id}`, { token });
          if (found.status !== 'running') return found;
        }
      });
      if (run.status !== 'succeeded') throw new Error(`The run ${run.status}: ${JSON.stringify(run.directories)}`);
      return { run, milliseconds: Date.parse(run.endedAt ?? '') - Date.parse(run.startedAt) };
    },
  };
}

/** The server closes a connection that nobody uses for a while, so each run has its own. */
async function once<Value>({ url }: BenchServer, work: (call: Caller['call']) => Promise<Value>): Promise<Value> {
  const { call, close } = await createCaller(url);
  try {
    return await work(call);
  } finally {
    close();
  }
}
