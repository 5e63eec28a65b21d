import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { createDirectoryGateway } from '#server/directory/create-gateway.ts';
import { every } from '#server/every.ts';
import { toStored } from '#server/profiles/stored-values.ts';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import type { Person } from '#server/store/store.ts';
import { beginRun, leaseMilliseconds, runSync } from '#server/sync/run-sync.ts';
import { readState, type SyncState } from '#server/sync/sync-state.ts';
import { configuration as schema } from '#shared/contract/configuration.ts';
import type { SyncMode, SyncRunDetails } from '#shared/contract/sync.ts';
import type { OpenLDAP } from '#test/directories/openldap.ts';
import type { Dying } from './dying-main.ts';

export interface SyncOptions {
  /** Definitions of directories; a key, and what else a test needs. */
  readonly directories: readonly object[];
  readonly settings?: object;
  readonly attributes?: readonly string[];
  /** Of the service account. */
  readonly bindPassword?: string;
  /** A store that is there already. */
  readonly storeFile?: string;
}

const dyingMain = fileURLToPath(new URL('./dying-main.ts', import.meta.url));
const usualPassword = 'fake-password-of-nameplate';

export function directoryOf(slapd: OpenLDAP, members: object = {}): object {
  return {
    key: 'hq',
    url: slapd.url,
    tls: 'none',
    bindDN: slapd.serviceDN,
    bindPassword: { env: 'TEST_PASSWORD' },
    baseDN: slapd.baseDN,
    userDN: 'ou=people',
    ...members,
  };
}

/** A store and the sync that fills it, in this process; both end with the test. */
export async function aSync(options: SyncOptions) {
  const { directories, settings, attributes = ['title', 'telephoneNumber'], storeFile } = options;
  const password = options.bindPassword ?? usualPassword;
  const folder = await mkdtemp(join(tmpdir(), 'nameplate-sync-'));
  const file = storeFile ?? join(folder, 'nameplate.sqlite');
  const store = await createSQLiteStore(file, { isForMany: true });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  const source = (attribute: string) => ({ kind: 'directory', attribute });
  const fields = attributes.map((attribute) => ({ key: attribute, type: 'text', source: source(attribute) }));
  let configuration = schema.parse({ directories, fields, settings });
  // Whoever was killed holds the lease for a while.
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);

  async function gatewayOf(key: string, bindPassword: string) {
    const definition = configuration.directories.find((each) => each.key === key);
    return definition && createDirectoryGateway(definition, { bindPassword });
  }

  function deps(bindPassword: string) {
    return { store, configuration, gateway: (key: string) => gatewayOf(key, bindPassword), now, every };
  }

  const begin = (mode: SyncMode, kind: 'schedule' | 'commandLine' = 'commandLine') =>
    beginRun(store.syncRuns, { startedBy: { kind }, mode }, now());

  return {
    file,
    store,
    configure(members: object): void {
      configuration = schema.parse({ ...configuration, ...members });
    },
    /** The clock of this machine, which goes by the directory's until it is turned. */
    turnClock(hours: number): void {
      ahead += hours * 3_600_000;
    },
    /** What was kept of the last run is other than it was. */
    async alterState(change: (state: SyncState) => SyncState): Promise<void> {
      const kept = await store.syncStates.load('hq');
      await store.syncStates.save('hq', change(readState(kept)), kept.revision);
    },
    /** As if so long had passed that the lease of a dead run is over. */
    outlastLease(): void {
      ahead += leaseMilliseconds + 1000;
    },
    async run(
      mode: SyncMode = 'incremental',
      {
        isScheduled = false,
        bindPassword = password,
        beforePage = (): unknown => undefined,
        afterPage = (): unknown => undefined,
      } = {},
    ): Promise<SyncRunDetails> {
      const keep: typeof store.sweeps.keep = async (page) => {
        await beforePage();
        const kept = await store.sweeps.keep(page);
        await afterPage();
        return kept;
      };
      const watched = { ...store, sweeps: { ...store.sweeps, keep } };
      const begun = await begin(mode, isScheduled ? 'schedule' : 'commandLine');
      return runSync({ ...deps(bindPassword), store: watched }, begun);
    },
    /** A run that ends after so many pages without a word. */
    async breakOff(pages: number): Promise<void> {
      let left = pages;
      const keep: typeof store.sweeps.keep = (page) =>
        left-- > 0 ? store.sweeps.keep(page) : Promise.reject(new Error('broken off'));
      const breaking = {
        ...store,
        sweeps: { ...store.sweeps, keep },
        syncRuns: { ...store.syncRuns, finish: async () => {} },
      };
      await runSync({ ...deps(password), store: breaking }, await begin('incremental'));
    },
    /** The same in a process of its own, by kill -9. */
    async die(pages: number): Promise<void> {
      const begun = await begin('incremental');
      const dying: Dying = { file, configuration, bindPassword: password, begun, pages, milliseconds: ahead };
      await once(fork(dyingMain, [JSON.stringify(dying)]), 'exit');
    },
    /** Somebody opens their profile, which reads the entry at that moment (S9); it may take a while until that is kept. */
    async look(username: string, meanwhile = async (): Promise<unknown> => undefined): Promise<void> {
      const everybody = await store.people.changedAfter(0, 100_000);
      const justRead = everybody.find((each) => each.username === username && each.hiddenAt === null);
      const gateway = await gatewayOf('hq', password);
      const entry = justRead?.entryId
        ? await gateway?.findById(justRead.entryId, attributes)
        : await gateway?.findByUsername(username, attributes);
      await gateway?.close();
      await meanwhile();
      if (!entry) return;
      const { id: entryId, ...names } = entry;
      const read = toStored(configuration.fields, entry.attributes, justRead?.attributes);
      await store.people.keepEntry({ directory: 'hq', entryId, ...names, attributes: read }, false, { justRead });
    },
    state: async (directory = 'hq') => readState(await store.syncStates.load(directory)),
    /** Everybody, by name; hidden people only on demand. */
    async people({ hidden = false } = {}): Promise<ReadonlyMap<string, Person>> {
      const all = await store.people.changedAfter(0, 100_000);
      const wanted = all.filter(({ hiddenAt }) => (hiddenAt !== null) === hidden);
      return new Map(wanted.map((person) => [person.username, person]));
    },
  };
}
export type SyncUnderTest = Awaited<ReturnType<typeof aSync>>;
