import { Problem } from '../problem.ts';
import { nextCookie, pagedResults } from './controls.ts';
import { askedAttributes } from './entry.ts';
import type { Entry } from './gateway.ts';
import { personOf, type Session, shapeOf } from './people.ts';

/** A server that answers so many pages with nothing in them, one after the other, will not come to an end. */
const mostEmptyPages = 1000;

/** All people below the base (RFC 2696). Only an empty cookie ends it, an empty page does not (L4). */
export async function* readPages(
  { connection, facts }: Session,
  attributes: readonly string[],
  pageSize: number,
): AsyncGenerator<readonly Entry[]> {
  const shape = shapeOf(facts, attributes);
  let cookie = Buffer.alloc(0);
  let emptyPages = 0;
  do {
    const { entries, controls } = await connection.search({
      base: facts.base,
      scope: 'sub',
      filter: facts.userFilter,
      attributes: askedAttributes(shape),
      controls: [pagedResults(pageSize, cookie)],
    });
    const next = nextCookie(controls);
    emptyPages = entries.length === 0 ? emptyPages + 1 : 0;
    if (!next || emptyPages > mostEmptyPages) {
      throw new Problem('internal', `The directory "${facts.name}" does not page its answers as RFC 2696 wants it.`, {
        rule: 'paging',
      });
    }
    if (entries.length > 0) yield entries.map((raw) => personOf(raw, shape, facts.name).entry);
    cookie = Buffer.from(next);
  } while (cookie.length > 0);
}
