import { and, eq, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { folded } from '#shared/folded.ts';
import { completedBy } from '../kept-person.ts';
import type { Person } from '../store.ts';
import type { Completion, JoinQuery } from '../sync.ts';
import type { Queries } from './database.ts';
import { keepValues, personColumns } from './people.ts';
import { people } from './schema/people.ts';

/** Puts values beside those of the person's own entry, of which a sweep's digest then still tells; false where that changes nothing. */
export function complete(queries: Queries, since: number, { personId, attributes }: Completion): boolean {
  // Whoever changed since, by whatever, is looked at by the next run.
  const isUntouched = and(eq(people.id, personId), isNull(people.hiddenAt), lte(people.changeNumber, since));
  const before = queries.select(personColumns).from(people).where(isUntouched).get();
  if (!before) return false;
  const after = completedBy(before, attributes, true);
  if (after === before) return false;
  keepValues(queries, after);
  return true;
}

export function findTied(queries: Queries, { idName, valueName, entryIds, values }: JoinQuery): Person[] {
  const value = valueName === undefined ? people.username : firstOf(valueName);
  const hasValue = sql`folded(${value}) in (select value from json_each(${JSON.stringify(values.map(folded))}))`;
  const hasEntry = sql`${firstOf(idName)} in (select value from json_each(${JSON.stringify(entryIds)}))`;
  return queries
    .select(personColumns)
    .from(people)
    .where(and(isNotNull(people.directory), isNull(people.hiddenAt), or(hasEntry, hasValue)))
    .all();
}

/** The first value that is kept under a name, which holds no quotes. */
function firstOf(name: string): SQL {
  return sql`json_extract(${people.attributes}, ${`$."${name}"[0]`})`;
}
