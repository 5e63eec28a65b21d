import { and, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { folded } from '#shared/folded.ts';
import { completedBy } from '../kept-person.ts';
import type { Person, StoredAttributes } from '../store.ts';
import type { Completion, JoinQuery } from '../sync.ts';
import type { Database, Queries } from './database.ts';
import { personColumns } from './people.ts';
import { people } from './schema/people.ts';

/**
 * Puts values beside those of people's own entries, of which a sweep's digests then still tell; gives those that change
 * anything.
 */
export function prepareComplete({ statement }: Database) {
  // Whoever changed since, by whatever, is looked at by the next run.
  const untouched = statement(
    'select number, attributes, synced_attributes from people where id = ? and hidden_at is null and change_number <= ?',
  ).raw();
  const update = statement(
    'update people set attributes = ?, synced_attributes = ?, change_number = ? where number = ?',
  );
  return (since: number, completions: readonly Completion[], firstChangeNumber: number): Completion[] => {
    let changeNumber = firstChangeNumber;
    return completions.filter(({ personId, attributes }) => {
      const row = untouched.get(personId, since) as [number, string, string] | undefined;
      if (!row) return false;
      const before = {
        attributes: JSON.parse(row[1]) as StoredAttributes,
        syncedAttributes: JSON.parse(row[2]) as StoredAttributes,
      };
      const after = completedBy(before, attributes, true);
      if (after === before) return false;
      update.run(JSON.stringify(after.attributes), JSON.stringify(after.syncedAttributes), changeNumber++, row[0]);
      return true;
    });
  };
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
