import { isDeepStrictEqual } from 'node:util';
import { inArray } from 'drizzle-orm';
import type { NewChange } from '../history.ts';
import type { Edit } from '../outbox.ts';
import type { StoredValue } from '../store.ts';
import type { Database } from './database.ts';
import { type Append, prepareAppend } from './history.ts';
import { outbox } from './schema/outbox.ts';

/** Appends what others changed; what an edit has done that is on its way goes into the history when that edit is settled. */
export function prepareAppendObserved(database: Database): Append {
  const append = prepareAppend(database);
  const perhapsSent = database.prepare((queries) => {
    const { personId, field, old, values, state } = outbox;
    return queries
      .select({ personId, field, old, values })
      .from(outbox)
      .where(inArray(state, ['sending', 'unknown']));
  });
  return (changes) => {
    if (changes.length === 0) return;
    const edits = perhapsSent.all();
    append(changes.filter((change) => !edits.some((edit) => isDoneBy(edit, change))));
  };
}

function isDoneBy(edit: Pick<Edit, 'personId' | 'field' | 'old' | 'values'>, change: NewChange): boolean {
  if (edit.personId !== change.personId || edit.field !== change.field) return false;
  const { old, values } = edit;
  const isIn = (all: readonly StoredValue[], one: StoredValue) => all.some((each) => isDeepStrictEqual(each, one));
  const now = change.exactTo ?? [];
  return values.every((value) => isIn(now, value)) && old.every((value) => isIn(values, value) || !isIn(now, value));
}
