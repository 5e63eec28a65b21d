import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import { folded } from '#shared/folded.ts';
import { type JoinedDirectory, joinValue } from '../profiles/joined-entry.ts';
import type { People } from '../store/store.ts';
import { someOf, type Usernames } from './people-steps.ts';
import { Found, type Recorder } from './recorder.ts';
import { saw } from './saw.ts';

export interface JoinStep {
  readonly recorder: Recorder;
  readonly definition: JoinedDirectory;
  readonly fields: readonly FieldDefinition[];
  readonly people: Pick<People, 'changedAfter'>;
}

/** So many people tell whether the join is the right one. */
const sampleSize = 500;

/** Whether the people of the other directories have entries here, and one each (F12). */
export async function joinStep({ recorder, definition, fields, people }: JoinStep, entries: Usernames): Promise<void> {
  const { attribute, field = '' } = definition.join;
  const owners = new Map([...entries].map(([name, dns]) => [folded(name), dns]));
  await recorder.make('join', async () => {
    const known = (await people.changedAfter(0, sampleSize)).filter(({ hiddenAt }) => hiddenAt === null);
    const values = known.flatMap((person) => joinValue(person, definition, fields) ?? []);
    const found = values.filter((value) => owners.has(folded(value)));
    const seen = saw('joined', { found: found.length, count: values.length, attribute, field });
    const shared = found.filter((value) => (owners.get(folded(value))?.length ?? 0) > 1);
    if (shared.length > 0) {
      throw new Found({
        ...saw('sharedValues', { attribute, values: someOf(shared) }),
        rule: 'sharedJoin',
        cause: 'Nobody can tell which of them belongs to the person, so none is taken.',
        fix: `Make ${attribute} unique in the directory, narrow userFilter, or join by another attribute.`,
      });
    }
    if (values.length === 0) return { ...seen, value: true, warning: nobodyYet };
    if (found.length > 0) return { ...seen, value: true };
    throw new Found({
      ...seen,
      rule: 'nobodyJoined',
      cause: 'Of those who are known from the other directories nobody has such an entry.',
      fix: 'Correct join, or userFilter, baseDN and userDN.',
    });
  });
}

const nobodyYet = {
  rule: 'nobodyYet',
  cause: 'There is nobody from another directory to look for yet.',
  fix: 'Sync the directories that have the people, then test again.',
};
