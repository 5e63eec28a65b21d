import type { Configuration } from '#shared/contract/configuration.ts';
import type { PeopleIndex } from '../store/people-index.ts';
import type { People } from '../store/store.ts';
import { indexedPerson, planOf } from './person-words.ts';

const batch = 500;

export interface FollowPeopleDeps {
  readonly people: Pick<People, 'changedAfter'>;
  readonly index: PeopleIndex;
  configuration(): Promise<Configuration>;
}

/**
 * Brings the index up to date with the people, a batch at a time. People are followed by their change number, so that
 * whoever writes them, in whatever process, need not know of the index.
 */
export function createFollower({ people, index, configuration }: FollowPeopleDeps) {
  /** Indexes the next batch; false when there was nothing left to do. */
  return async function followOnce(): Promise<boolean> {
    const current = await configuration();
    const plan = planOf(current);
    let state = await index.state();
    // The people of a backup that was put back are others than those that were indexed.
    if (state.change > 0 && (await people.changedAfter(state.change - 1, 1)).length === 0) {
      await index.clear();
      state = await index.state();
    }
    const isPlanned = state.plan === plan;
    const from = isPlanned ? state.change : 0;
    const changed = await people.changedAfter(from, batch);
    const isComplete = (isPlanned && state.isComplete) || changed.length < batch;
    const last = changed.at(-1)?.changeNumber ?? from;
    if (isPlanned && last === state.change && isComplete === state.isComplete) return false;
    await index.keep(
      changed.filter(({ hiddenAt }) => hiddenAt === null).map((person) => indexedPerson(person, current)),
      changed.filter(({ hiddenAt }) => hiddenAt !== null).map(({ id }) => id),
      { plan, change: last, isComplete },
    );
    return changed.length === batch;
  };
}
