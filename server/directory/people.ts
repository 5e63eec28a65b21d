import type { Filter } from 'ldapts';
import { Problem } from '../problem.ts';
import type { RawEntry } from './answer.ts';
import type { Connection } from './connection.ts';
import { pagedResults } from './controls.ts';
import { askedAttributes, type EntryShape, type ReadEntry, readEntry } from './entry.ts';
import type { Facts } from './facts.ts';
import { allOf, equals } from './filter.ts';
import { withAllValues } from './ranges.ts';

/** A bound connection and what is known of the directory behind it. */
export interface Session {
  readonly connection: Connection;
  readonly facts: Facts;
  /** The DN whose rights a write is to have instead (RFC 4370). */
  readonly writesAs?: string;
}

export async function findByUsername(
  session: Session,
  username: string,
  attributes: readonly string[],
): Promise<ReadEntry | undefined> {
  // No directory holds such a name: an empty one, or half a character, which would be sent as another.
  if (username === '' || !username.isWellFormed()) return undefined;
  const { userFilter, usernameAttribute } = session.facts;
  return findOne(session, allOf(userFilter, equals(usernameAttribute, username)), attributes);
}

export type FindById = (session: Session, id: string, attributes: readonly string[]) => Promise<ReadEntry | undefined>;

/** One of the people. */
export const findById: FindById = async (session, id, attributes) => {
  const filter = idFilter(session, id);
  return filter && findOne(session, allOf(session.facts.userFilter, filter), attributes);
};

/** The entry that was one of the people: what was written of it may have taken it out of the user filter. */
export const findWritten: FindById = async (session, id, attributes) => {
  const filter = idFilter(session, id);
  return filter && findOne(session, filter, attributes);
};

function idFilter({ facts: { dialect } }: Session, id: string): Filter | undefined {
  const value = dialect.idValue(id);
  return value === undefined ? undefined : equals(dialect.idAttribute, value);
}

/** One of the people, as cheaply as it goes: a page of one entry. */
export async function findAny(
  { connection, facts }: Session,
  attributes: readonly string[],
): Promise<ReadEntry | undefined> {
  const shape = shapeOf(facts, attributes);
  for (const base of facts.bases) {
    const { entries } = await connection.search({
      base,
      scope: 'sub',
      filter: facts.userFilter,
      attributes: askedAttributes(shape),
      controls: [pagedResults(1, Buffer.alloc(0))],
    });
    if (entries[0]) return personOf(entries[0], shape, facts.name);
  }
  return undefined;
}

export function shapeOf({ dialect, usernameAttribute }: Facts, attributes: readonly string[]): EntryShape {
  return { dialect, usernameAttribute, attributes };
}

/** An entry of a search for people; an `internal` problem when it hides what tells it from others. */
export function personOf(raw: RawEntry, shape: EntryShape, directoryName: string): ReadEntry {
  const read = readEntry(raw, shape);
  if (read) return read;
  throw new Problem(
    'internal',
    `The directory "${directoryName}" does not show ${shape.dialect.idAttribute}. Permit the service account to read it.`,
    { rule: 'noId' },
  );
}

async function findOne(
  { connection, facts }: Session,
  filter: Filter,
  attributes: readonly string[],
): Promise<ReadEntry | undefined> {
  const shape = shapeOf(facts, attributes);
  const found = await Promise.all(
    facts.bases.map((base) =>
      connection.search({
        base,
        scope: 'sub',
        filter,
        attributes: askedAttributes(shape),
      }),
    ),
  );
  const [first, second] = found.flatMap(({ entries }) => entries);
  if (second) {
    throw new Problem(
      'internal',
      `The directory "${facts.name}" has several entries for one name. Narrow its user filter, its base, or choose another attribute for the user name.`,
      { rule: 'ambiguous' },
    );
  }
  return first && personOf(await withAllValues(connection, first), shape, facts.name);
}
