import type { Configuration } from '#shared/contract/configuration.ts';
import type {
  Duplicate,
  HiddenPerson,
  LastSync,
  LastSyncRequest,
  Schedule,
  SyncPreview,
  SyncRun,
  SyncRunDetails,
} from '#shared/contract/sync.ts';
import type { DirectoryGateway } from '../directory/gateway.ts';
import { Problem } from '../problem.ts';
import { mappedAttributes } from '../profiles/field-source.ts';
import type { Store } from '../store/store.ts';
import { listDuplicates } from './duplicates.ts';
import { fromLocalTime, toLocalTime } from './local-time.ts';
import { planRun } from './plan-run.ts';
import { beginRun, type NewRun } from './run-sync.ts';
import { nextTimes } from './schedule.ts';
import { readState } from './sync-state.ts';

export interface SyncServiceDeps {
  readonly store: Pick<Store, 'syncRuns' | 'syncStates' | 'sweeps'>;
  configuration(): Promise<Configuration>;
  gateway(key: string): Promise<DirectoryGateway | undefined>;
  /** Carries out a run that was begun, elsewhere than here; returns at once. */
  carryOut(run: SyncRun): void;
  now(): Date;
  pause(milliseconds: number): Promise<void>;
}

const [usualPage, watchMilliseconds, timesAhead] = [50, 500, 5];

/** What admins may ask of the sync and tell it. */
export function createSyncService(deps: SyncServiceDeps) {
  const { store, configuration, now } = deps;
  const { syncRuns, syncStates, sweeps } = store;

  async function definitionOf(key: string) {
    const { directories, fields, settings } = await configuration();
    const definition = directories.find((each) => each.key === key);
    if (!definition) throw noDirectory(key);
    return { definition, fields, settings };
  }

  async function run(id: string): Promise<SyncRunDetails> {
    const found = await syncRuns.byId(id, now());
    if (!found) throw new Problem('notFound', 'There is no such run.');
    return found;
  }

  async function lastSync(key: string, wanted: string | undefined): Promise<LastSync> {
    const { settings } = await definitionOf(key);
    const timeZone = wanted ?? settings.sync.timeZone;
    const state = readState(await syncStates.load(key));
    const shown = state.isEmptied ? null : (state.setByHand ?? state.lastSync);
    const at = shown === null ? undefined : toLocalTime(new Date(shown), timeZone);
    const isSetByHand = state.setByHand !== null;
    return {
      date: at?.date ?? null,
      time: at?.time ?? null,
      timeZone,
      isSetByHand,
      mark: isSetByHand ? 'timestamp' : (state.mark?.kind ?? null),
    };
  }

  return {
    run,
    lastSync,

    async start(wish: NewRun): Promise<{ readonly id: string }> {
      if (wish.directory !== undefined) {
        const { definition } = await definitionOf(wish.directory);
        if (!definition.enabled) {
          throw new Problem('invalid', `directory: ${definition.name ?? definition.key} is switched off.`, {
            field: 'directory',
            rule: 'disabled',
          });
        }
      }
      const begun = await beginRun(syncRuns, wish, now());
      deps.carryOut(begun);
      return { id: begun.id };
    },

    async list(limit = usualPage, cursor?: string) {
      const { runs, ...more } = await syncRuns.list(limit, now(), cursor);
      return { runs: [...runs], ...more };
    },

    /** The run each time it has moved, until it has ended. */
    async *watch(id: string): AsyncGenerator<SyncRun> {
      let before = '';
      for (;;) {
        const { failures: _, changes: __, ...current } = await run(id);
        const text = JSON.stringify(current);
        if (text !== before) yield current;
        if (current.status !== 'running') return;
        before = text;
        await deps.pause(watchMilliseconds);
      }
    },

    async cancel(id: string): Promise<void> {
      await run(id);
      if (await syncRuns.requestCancel(id)) return;
      throw new Problem('conflict', 'The run has ended already.', { rule: 'ended' });
    },

    async setLastSync(key: string, request: LastSyncRequest): Promise<LastSync> {
      await definitionOf(key);
      const at = request.date === null ? null : fromLocalTime(request, request.timeZone, now());
      const wish = { setByHand: at?.toISOString() ?? null, isEmptied: at === null };
      for (;;) {
        const kept = await syncStates.load(key);
        if (await syncStates.save(key, { ...readState(kept), ...wish }, kept.revision)) break;
      }
      return lastSync(key, request.date === null ? undefined : request.timeZone);
    },

    async preview(key: string): Promise<SyncPreview> {
      const { definition, fields } = await definitionOf(key);
      const gateway = await deps.gateway(definition.key);
      if (!gateway) throw noDirectory(key);
      const state = readState(await syncStates.load(key));
      return gateway.sweep(async (sweep) => {
        const wish = { mode: 'incremental', isScheduled: false, fullEveryHours: 1, now: now() } as const;
        const plan = planRun(wish, state, sweep.definition, mappedAttributes(fields, definition.join && key));
        const { problem, ...timestamp } = await sweep.timestamps();
        const isByTime = plan.since && ('date' in plan.since || plan.since.mark.kind === 'timestamp');
        // With a pattern that does not fit nothing is sent; that is what the preview is to show.
        const selection = await sweep.select(isByTime && problem ? undefined : plan.since);
        const because = plan.because ?? (selection.mode === 'full' ? selection.because : undefined);
        return {
          base: sweep.base,
          mode: selection.mode,
          ...(because && { fullBecause: because }),
          filter: selection.filter,
          timestamp: { ...timestamp, ...(problem && { problem: problem.fault }) },
        };
      });
    },

    async hidden(limit = usualPage, cursor?: string) {
      const { people: found, ...more } = await sweeps.hidden(limit, cursor);
      const people = found.map(
        ({ id, username, displayName, directory, hiddenAt }): HiddenPerson => ({
          id,
          username,
          displayName,
          directory,
          hiddenAt: (hiddenAt ?? now()).toISOString(),
        }),
      );
      return { people, ...more };
    },

    async show(personId: string): Promise<void> {
      if (!(await sweeps.show(personId))) throw new Problem('notFound', 'There is no such hidden person.');
    },

    async duplicates(): Promise<Duplicate[]> {
      const { directories } = await configuration();
      return listDuplicates(sweeps, directories);
    },

    async schedule(wanted: {
      readonly cron?: string | undefined;
      readonly timeZone?: string | undefined;
    }): Promise<Schedule> {
      const { cron, timeZone } = (await configuration()).settings.sync;
      const chosen = { cron: wanted.cron ?? cron, timeZone: wanted.timeZone ?? timeZone };
      return { ...chosen, next: nextTimes(chosen, timesAhead, now()).map((at) => at.toISOString()) };
    },
  };
}
export type SyncService = ReturnType<typeof createSyncService>;

function noDirectory(key: string): Problem {
  return new Problem('notFound', `There is no directory ${key}, or it is switched off.`);
}
