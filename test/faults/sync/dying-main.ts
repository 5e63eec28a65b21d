import { createDirectoryGateway } from '#server/directory/create-gateway.ts';
import { every } from '#server/every.ts';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import { runSync } from '#server/sync/run-sync.ts';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { SyncRun } from '#shared/contract/sync.ts';

/** A run that kill -9 ends before it keeps a page. */
export interface Dying {
  readonly file: string;
  readonly configuration: Configuration;
  readonly bindPassword: string;
  readonly begun: SyncRun;
  /** How many it keeps before. */
  readonly pages: number;
  /** How far the clock is ahead. */
  readonly milliseconds: number;
}

const { file, configuration, bindPassword, begun, pages, milliseconds } = JSON.parse(process.argv[2] ?? '') as Dying;
const store = await createSQLiteStore(file, { isForMany: true });
let left = pages;
const keep: typeof store.sweeps.keep = async (page) => {
  if (left-- === 0) process.kill(process.pid, 'SIGKILL');
  return store.sweeps.keep(page);
};
async function gateway(key: string) {
  const definition = configuration.directories.find((each) => each.key === key);
  return definition && createDirectoryGateway(definition, { bindPassword });
}
const now = () => new Date(Date.now() + milliseconds);
await runSync({ store: { ...store, sweeps: { ...store.sweeps, keep } }, configuration, gateway, now, every }, begun);
process.exit();
