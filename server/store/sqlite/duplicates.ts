import { and, countDistinct, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Person } from '../store.ts';
import type { Queries } from './database.ts';
import { personColumns } from './people.ts';
import { people } from './schema/people.ts';

const mostPeople = 1000;

/** Everybody whose name several of the directories have, whatever its case and blanks, name by name. */
export function findDuplicates(queries: Queries, directories: readonly string[]): Person[] {
  if (directories.length < 2) return [];
  const name = sql`folded(${people.username})`;
  const isThere = and(inArray(people.directory, [...directories]), isNull(people.hiddenAt), ne(people.username, ''));
  const names = queries
    .select({ name })
    .from(people)
    .where(isThere)
    .groupBy(name)
    .having(sql`${countDistinct(people.directory)} > 1`);
  return queries
    .select(personColumns)
    .from(people)
    .where(and(isThere, inArray(name, names)))
    .orderBy(name)
    .limit(mostPeople)
    .all();
}
