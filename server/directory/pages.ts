import { Problem } from '../problem.ts';
import type { RawEntry } from './answer.ts';
import { nextCookie, pagedResults } from './controls.ts';
import { askedAttributes } from './entry.ts';
import type { Entry } from './gateway.ts';
import { personOf, type Session, shapeOf } from './people.ts';

/** A server that answers so many pages with nothing in them, one after the other, will not come to an end. */
const mostEmptyPages = 1000;

/** All people below the bases, one base after the other. */
export async function* readPages(
  session: Session,
  attributes: readonly string[],
  pageSize: number,
): AsyncGenerator<readonly Entry[]> {
  for (const base of session.facts.bases) yield* readPagesBelow(base, session, attributes, pageSize);
}

/** RFC 2696. Only an empty cookie ends it, an empty page does not (L4). */
async function* readPagesBelow(
  base: string,
  { connection, facts }: Session,
  attributes: readonly string[],
  pageSize: number,
): AsyncGenerator<readonly Entry[]> {
  const shape = shapeOf(facts, attributes);
  const hasComeRound = createRoundDetection();
  let cookie = Buffer.alloc(0);
  let emptyPages = 0;
  do {
    const { entries, controls } = await connection.search({
      base,
      scope: 'sub',
      filter: facts.userFilter,
      attributes: askedAttributes(shape),
      controls: [pagedResults(pageSize, cookie)],
    });
    cookie = Buffer.from(cookieIn(controls, facts.name));
    emptyPages = entries.length === 0 ? emptyPages + 1 : 0;
    if (emptyPages > mostEmptyPages || hasComeRound(entries)) throw wrongPaging(facts.name);
    if (entries.length > 0) yield entries.map((raw) => personOf(raw, shape, facts.name).entry);
  } while (cookie.length > 0);
}

function cookieIn(controls: ReadonlyMap<string, Buffer>, directoryName: string): Buffer {
  try {
    return nextCookie(controls);
  } catch (cause) {
    throw wrongPaging(directoryName, cause);
  }
}

function wrongPaging(directoryName: string, cause?: unknown): Problem {
  return new Problem('internal', `The directory "${directoryName}" does not page its answers as RFC 2696 wants it.`, {
    rule: 'paging',
    cause,
  });
}

/**
 * Tells when pages begin to repeat, by the algorithm of Brent: one page of the past is kept, and moved on at powers of
 * two. Cookies tell nothing, for some servers answer the same one to the end. A single entry may come again when it moves.
 */
function createRoundDetection() {
  let [landmark, steps, farthest] = ['', 0, 1];
  return function hasComeRound(entries: readonly RawEntry[]): boolean {
    if (entries.length === 0) return false;
    const page = [entries.length, entries[0]?.dn, entries.at(-1)?.dn].join('\n');
    if (page === landmark) return true;
    steps += 1;
    if (steps === farthest) [landmark, steps, farthest] = [page, 0, farthest * 2];
    return false;
  };
}
