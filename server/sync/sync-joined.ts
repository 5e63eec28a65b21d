import { idName, keptAs, mappedAttributes } from '../profiles/field-source.ts';
import type { JoinedDirectory } from '../profiles/joined-entry.ts';
import type { Person } from '../store/store.ts';
import { createCompletePeople } from './complete-people.ts';
import { planRun } from './plan-run.ts';
import { readSwept } from './read-swept.ts';
import { type SyncDirectoryDeps, stateAfter } from './sync-directory.ts';
import { fieldsReadBefore, readState } from './sync-state.ts';

const peopleAtOnce = 500;

export interface SyncJoinedDeps extends SyncDirectoryDeps {
  readonly definition: JoinedDirectory;
}

/**
 * Brings what a directory holds of the people of others up to date (F12). It goes by the people, not by the entries:
 * everybody is looked up by what ties them to their entry, or those alone who changed here or whose entry did.
 */
export async function syncJoined(deps: SyncJoinedDeps): Promise<void> {
  const { store, gateway, definition, wish, fields, report, signal } = deps;
  const { key, join } = definition;
  const kept = await store.syncStates.load(key);
  const state = readState(kept);
  const attributes = mappedAttributes(fields, key);
  const field = fields.find((each) => each.key === join.field);
  const valueName = field?.source.kind === 'directory' ? keptAs(field.source) : undefined;

  await gateway.sweep(async (sweep) => {
    const wanted = JSON.stringify([sweep.definition, join, valueName]);
    const plan = planRun(wish, state, wanted, attributes);
    // Fields that are new are read of everybody, and the others with them: that is one look at each entry either way (S5).
    const selection = await sweep.select(plan.missing.length > 0 ? undefined : plan.since);
    const isFull = selection.mode === 'full';
    const because = plan.because ?? (isFull && plan.since && 'because' in selection ? selection.because : undefined);
    report.set({
      mode: selection.mode,
      filter: selection.filter,
      ...(because && { fullBecause: because }),
      ...(isFull && state.people !== null && { expected: state.people }),
    });
    const since = await store.sweeps.changeNumber();
    const completing = createCompletePeople({
      ...deps,
      sweep,
      since,
      isFull,
      joinedBefore: state.people ?? 0,
      observed: fieldsReadBefore(state, fields),
    });

    for await (const people of changedSince(isFull ? 0 : (state.change ?? 0), since)) await completing.take(people);
    if (!isFull) {
      for await (const page of sweep.pages(selection, { attributes: [join.attribute], withRevision: false })) {
        for (const entry of page.unreadable) report.failed(entry);
        const found = page.entries.flatMap((entry) => readSwept(entry, report) ?? []);
        await takeTied(
          found.map(({ id }) => id),
          found.flatMap((entry) => entry.attributes[join.attribute] ?? []).map(String),
        );
      }
      if (state.mark) await takeTied(await sweep.deletedSince(state.mark), []);
    }
    await completing.end();
    const read = completing.found();
    const next = stateAfter({ state, sweep, isFull, definition: wanted, attributes, plan, wish, read });
    const document = { ...next, change: since };
    const closing = { hide: [], hiddenAt: deps.now(), state: { document, revision: kept.revision } };
    const { runId } = deps;
    if (runId !== undefined) await store.sweeps.keep({ directory: key, runId, since, entries: [], closing });

    async function takeTied(entryIds: readonly string[], values: readonly string[]): Promise<void> {
      if (entryIds.length === 0) return;
      const tied = await store.sweeps.tiedTo({ idName: idName(key), valueName, entryIds, values });
      await completing.take(tied);
    }
  }, signal);

  /** People by the page, as they were when the run began: who changes meanwhile is left to the next one. */
  async function* changedSince(from: number, until: number): AsyncGenerator<readonly Person[]> {
    for (let last = from; ; ) {
      signal.throwIfAborted();
      const people = await store.people.changedAfter(last, peopleAtOnce);
      yield people.filter(({ changeNumber }) => changeNumber <= until);
      last = people.at(-1)?.changeNumber ?? until;
      if (people.length < peopleAtOnce || last >= until) return;
    }
  }
}
