import { and, eq, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { personAfter } from '../kept-person.ts';
import type { Person } from '../store.ts';
import type { Completion, JoinQuery } from '../sync.ts';
import type { Queries } from './database.ts';
import { nextChangeNumber, personColumns } from './people.ts';
import { people } from './schema/people.ts';

/** Puts values beside those of the person's own entry, of which a sweep's digest then still tells; false where that changes nothing. */
export function complete(queries: Queries, since: number, { personId, attributes }: Completion): boolean {
  const isUntouched = and(eq(people.id, personId), isNull(people.hiddenAt), lte(people.entryChangeNumber, since));
  const before = queries.select(personColumns).from(people).where(isUntouched).get();
  if (!before || before.directory === null || before.entryId === null) return false;
  const record = { ...before, directory: before.directory, entryId: before.entryId, attributes };
  const after = personAfter(before, record, true);
  if (after === before) return false;
  const { attributes: all, syncedAttributes } = after;
  const changed = { attributes: all, syncedAttributes, changeNumber: nextChangeNumber(queries) };
  queries.update(people).set(changed).where(eq(people.id, personId)).run();
  return true;
}

export function findTied(queries: Queries, { idName, valueName, entryIds, values }: JoinQuery): Person[] {
  const value = valueName === undefined ? people.username : firstOf(valueName);
  const hasValue = sql`lower(${value}) in (select lower(value) from json_each(${JSON.stringify(values)}))`;
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
