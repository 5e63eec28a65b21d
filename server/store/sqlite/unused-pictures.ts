import { picturesNamedIn } from '../named-pictures.ts';
import type { Database } from './database.ts';

/** Removes those of these pictures that nothing names any more, within a transaction of somebody else; how many there were. */
export function prepareRemoveUnused({ statement }: Database): (pictures: readonly string[]) => number {
  const texts = [
    `select attributes || synced_attributes || local_values as said from people`,
    `select coalesce("from", '') || coalesce("to", '') || coalesce(exact_from, '') || coalesce(exact_to, '') as said from history`,
    `select coalesce("from", '') || coalesce("to", '') as said from proposals`,
    `select coalesce("from", '') || coalesce("to", '') || old || "values" as said from outbox`,
  ].map((select) => statement(`select said from (${select}) where said like '%"sha256"%'`).pluck());
  const remove = statement('delete from pictures where sha256 = ?');
  return (pictures) => {
    const unused = new Set(pictures);
    for (const each of texts) {
      if (unused.size === 0) return 0;
      for (const text of each.iterate() as Iterable<string>)
        for (const used of picturesNamedIn(text)) unused.delete(used);
    }
    return [...unused].filter((sha256) => remove.run(sha256).changes === 1).length;
  };
}
