import { pagedResults } from './controls.ts';
import { allOf, atLeast, equals } from './filter.ts';
import { textsOf } from './marks.ts';
import type { Session } from './people.ts';
import type { ContextCSN, LastChange } from './sweep.ts';

/** The entry of the latest change; undefined where that was a deletion, or of an entry that the account may not see. */
export async function findLastChange({ connection }: Session, { csns }: ContextCSN): Promise<LastChange | undefined> {
  const [newest] = Object.entries(csns).toSorted(([, one], [, other]) => (one < other ? 1 : -1));
  if (!newest) return undefined;
  const [server, csn] = newest;
  const base = server.slice(0, server.lastIndexOf('#'));
  const { entries } = await connection.search({
    base,
    scope: 'sub',
    filter: equals('entryCSN', csn),
    attributes: ['entryUUID'],
    controls: [pagedResults(1, Buffer.alloc(0))],
  });
  const [id] = textsOf(entries[0], 'entryUUID');
  return id === undefined ? undefined : { base, id, csn };
}

/** An entry never goes back to an earlier change, unless its server is restored or has its clock set back. */
export async function isStillThere({ connection }: Session, { base, id, csn }: LastChange): Promise<boolean> {
  const filter = allOf(equals('entryUUID', id), atLeast('entryCSN', csn));
  const { entries } = await connection.search({ base, scope: 'sub', filter, attributes: ['1.1'] });
  return entries.length > 0;
}
