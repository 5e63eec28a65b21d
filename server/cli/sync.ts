import type { SyncRunDetails } from '#shared/contract/sync.ts';
import type { SyncCommand } from '../command-line.ts';
import type { Config } from '../config.ts';
import { Problem } from '../problem.ts';
import { cipherOf } from '../secrets/cipher-of.ts';
import { startSyncThread } from '../start-sync.ts';
import type { Store } from '../store/store.ts';
import { beginRun } from '../sync/run-sync.ts';

/** Carries out one run, and ends it properly when the process is told to stop. */
export async function syncOnce(command: SyncCommand, store: Store, config: Config): Promise<SyncRunDetails> {
  const { mode, directory, dryRun, since } = command;
  const kept = await store.configuration.load();
  if (!kept) {
    throw new Problem('notFound', 'The store holds no configuration yet. nameplate config apply FILE puts one in.');
  }
  const { directories } = kept.configuration;
  if (directory !== undefined && !directories.some(({ key, enabled }) => key === directory && enabled)) {
    throw new Problem('malformed', `There is no directory ${directory}, or it is switched off.`);
  }
  // Before there is a thread, which would keep the process alive while another run is under way.
  const run = await beginRun(
    store.syncRuns,
    { startedBy: { kind: 'commandLine' }, mode, directory, dryRun },
    new Date(),
  );
  const { storeFile } = config;
  const thread = startSyncThread({
    store,
    storeFile,
    secrets: { environment: process.env, cipher: cipherOf(config) },
    log: { error: (facts: unknown, sentence?: string) => console.error(sentence ?? '', facts) },
    configuration: async () => kept.configuration,
  });
  const stop = () => void thread.stop();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  const ended = await thread.carryOut(run, since);
  await thread.stop();
  return ended;
}

/** Whether it came to its end in every directory, with everybody. */
export function isWithoutTrouble({ status, directories }: SyncRunDetails): boolean {
  return status === 'succeeded' && directories.every(({ failed }) => failed === 0);
}

/** A run in lines for a terminal. */
export function linesOf({ directories, failures, dryRun }: SyncRunDetails): string[] {
  const lines = directories.map(({ name, status, mode, read, added, changed, returned, hidden, failed, problem }) => {
    const counts = `${read} read, ${added} added, ${changed} changed, ${returned} back, ${hidden} hidden, ${failed} failed`;
    const how = `${mode ?? 'no'} run${dryRun ? ', dry' : ''}`;
    return `${name}: ${status} (${how}): ${counts}${problem ? `. ${problem.detail}` : ''}`;
  });
  return [
    ...lines,
    ...failures.map(({ dn, username, problem }) => `${username ?? dn ?? 'somebody'}: ${problem.detail}`),
  ];
}
