import { Problem } from '../problem.ts';
import { contentStart, elementEnd } from './ber.ts';
import type { FoundBytes, Search } from './connection.ts';
import { nextCookie, pagedResults } from './controls.ts';
import type { Session } from './people.ts';

/** A server that answers so many pages with nothing in them, one after the other, will not come to an end. */
const mostEmptyPages = 1000;

export interface BytesPage {
  readonly entries: readonly Buffer[];
  readonly isLast: boolean;
}

/**
 * A search by the page (RFC 2696), the next page asked for before this one is handed out. Only an empty cookie ends it,
 * an empty page does not (L4).
 */
export async function* searchByPages(
  { connection, facts }: Session,
  search: Omit<Search, 'scope'>,
  pageSize: number,
): AsyncGenerator<BytesPage> {
  const hasComeRound = createRoundDetection();
  const ask = (cookie: Buffer) =>
    settled(
      connection.searchBytes({
        ...search,
        scope: 'sub',
        controls: [...(search.controls ?? []), pagedResults(pageSize, cookie)],
      }),
    );
  let emptyPages = 0;
  for (let answer = ask(Buffer.alloc(0)); ; ) {
    const { entries, controls } = unwrap(await answer);
    const cookie = Buffer.from(cookieIn(controls, facts.name));
    emptyPages = entries.length === 0 ? emptyPages + 1 : 0;
    if (emptyPages > mostEmptyPages || hasComeRound(entries)) throw wrongPaging(facts.name);
    const isLast = cookie.length === 0;
    if (!isLast) answer = ask(cookie);
    yield { entries, isLast };
    if (isLast) return;
  }
}

type Settled = { readonly found: FoundBytes } | { readonly error: unknown };

/** An answer that breaks off while the page before it is being handled is an error only when its turn comes. */
function settled(answer: Promise<FoundBytes>): Promise<Settled> {
  return answer.then(
    (found) => ({ found }),
    (error: unknown) => ({ error }),
  );
}

function unwrap(answer: Settled): FoundBytes {
  if ('error' in answer) throw answer.error;
  return answer.found;
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
  return function hasComeRound(entries: readonly Buffer[]): boolean {
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last) return false;
    const page = [entries.length, nameIn(first), nameIn(last)].join('\n');
    if (page === landmark) return true;
    steps += 1;
    if (steps === farthest) [landmark, steps, farthest] = [page, 0, farthest * 2];
    return false;
  };
}

function nameIn(entry: Buffer): string {
  return entry.toString('latin1', contentStart(entry, 0), Math.min(elementEnd(entry) ?? 0, entry.length));
}
