import { count, eq, or, type SQL, sql } from 'drizzle-orm';
import type { ValueCounts } from '../value-counts.ts';
import type { Database, Queries } from './database.ts';
import { people } from './schema/people.ts';

export function createValueCounts(database: Database): ValueCounts {
  const localValues = sql`(select count(*) from json_each(${people.localValues}))`;
  return {
    ofDirectory: (directory) =>
      database.read((queries) => {
        const isCompleted = sql`json_array_length(${people.attributes}, ${path(`${directory}:`)}) > 0`;
        const isOfThere = eq(people.directory, directory);
        return counted(queries, or(isOfThere, isCompleted), sql`iif(${isOfThere}, ${localValues}, 0)`);
      }),

    ofField: (field, attribute) =>
      database.read((queries) => {
        const hasLocal = sql`json_extract(${people.localValues}, ${path(field)}) is not null`;
        const hasAttribute = sql`json_array_length(${people.attributes}, ${path(attribute ?? '')}) > 0`;
        return counted(queries, attribute === undefined ? hasLocal : or(hasLocal, hasAttribute), hasLocal);
      }),
  };
}

/** A member of a JSON object, by a name that holds no quotes. */
const path = (name: string): string => `$."${name}"`;

function counted(queries: Queries, condition: SQL | undefined, localValues: SQL) {
  const columns = { people: count(), localValues: sql<number>`coalesce(sum(${localValues}), 0)` };
  return queries.select(columns).from(people).where(condition).get() ?? { people: 0, localValues: 0 };
}
