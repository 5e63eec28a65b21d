import { readRawEntry } from './answer.ts';
import { ResultError } from './connection-errors.ts';
import { showDeleted } from './controls.ts';
import { allOf, atLeast, equals } from './filter.ts';
import { firstValueOf, readBase, textsOf } from './marks.ts';
import { searchByPages } from './paged-search.ts';
import type { Session } from './people.ts';
import type { Mark } from './sweep.ts';

/**
 * Tombstones of Active Directory since a mark (MS-ADTS 3.1.1.5.5); the usual user filter misses them, and an account
 * without the right to see them is told of none.
 */
export async function deletedSince(session: Session, since: Mark, pageSize: number): Promise<readonly string[]> {
  if (since.kind !== 'uSNChanged') return [];
  const { dialect } = session.facts;
  const [context] = textsOf(await readBase(session, '', ['defaultNamingContext']), 'defaultNamingContext');
  if (context === undefined) return [];
  const changed = atLeast('uSNChanged', String(BigInt(since.usn) + 1n));
  const search = {
    base: `CN=Deleted Objects,${context}`,
    filter: allOf(equals('isDeleted', 'TRUE'), changed),
    attributes: [dialect.idAttribute],
    controls: [showDeleted()],
  };
  const ids: string[] = [];
  try {
    for await (const { entries } of searchByPages(session, search, pageSize)) {
      for (const entry of entries) {
        const value = firstValueOf(readRawEntry(entry), dialect.idAttribute);
        const id = value && dialect.idOf(value);
        if (id !== undefined) ids.push(id);
      }
    }
  } catch (error) {
    // To hide them is the directory's right; who left is noticed by the next full run.
    if (error instanceof ResultError) return [];
    throw error;
  }
  return ids;
}
