import type { Outcome } from '#shared/contract/profile.ts';
import { Problem } from '../problem.ts';
import type { People } from '../store/store.ts';
import type { WantedChange } from './check-changes.ts';
import { planLocalChange } from './plan-changes.ts';

/** More tries than people who could be editing one profile at the same moment. */
const mostTries = 100;

/** Saves values that live in Nameplate by the same rule as those in a directory: only over what the person saw. */
export async function saveLocally(
  personId: string,
  wanted: readonly WantedChange[],
  people: People,
): Promise<ReadonlyMap<string, Outcome>> {
  if (wanted.length === 0) return new Map();
  for (let tries = 0; tries < mostTries; tries++) {
    const person = await people.byId(personId);
    if (!person) throw new Problem('notFound', 'There is no such person.');
    const { localValues, localRevision } = person;
    const decisions = wanted.map((change) => {
      const current = localValues[change.field.key] ?? null;
      return { change, current, decision: planLocalChange(change, current) };
    });
    const values = { ...localValues };
    for (const { change, decision } of decisions) {
      if (decision !== 'write') continue;
      if (change.to === null) delete values[change.field.key];
      else values[change.field.key] = change.to;
    }
    const writes = decisions.some(({ decision }) => decision === 'write');
    if (writes && !(await people.changeLocalValues(personId, localRevision, values))) continue;
    return new Map(
      decisions.map(({ change, current, decision }): [string, Outcome] => {
        if (decision === 'write') return [change.field.key, { status: 'saved', value: change.to }];
        if (decision === 'unchanged') return [change.field.key, { status: 'unchanged', value: current }];
        return [change.field.key, { status: 'conflict', value: current, current }];
      }),
    );
  }
  throw new Problem('conflict', 'Others changed this profile again and again. Nothing was saved; try again.');
}
