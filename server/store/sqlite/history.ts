import { randomBytes } from 'node:crypto';
import { and, asc, desc, eq, gt, gte, inArray, isNotNull, lt, max, type SQL, sql } from 'drizzle-orm';
import type { History, HistoryContent, HistoryMark, HistoryQuery, NewChange, RecordedChange } from '../history.ts';
import { digestOf, linkOf } from '../history-chain.ts';
import { picturesNamedIn } from '../named-pictures.ts';
import type { Database, Queries } from './database.ts';
import { history } from './schema/history.ts';
import { prepareRemoveUnused } from './unused-pictures.ts';

type Row = typeof history.$inferSelect;

/** Appends to the chain within a transaction of somebody else. */
export type Append = (changes: readonly NewChange[]) => void;

export function prepareAppend(database: Database): Append {
  const last = prepareLast(database);
  const insert = database.prepare((queries) => {
    const names = ['id', 'at', 'nonce', 'personId', 'field', 'actorId', 'source', 'reason', 'from', 'to'] as const;
    const more = ['exactFrom', 'exactTo', 'undoes', 'approverId', 'digest', 'link'] as const;
    const values = Object.fromEntries([...names, ...more].map((name) => [name, sql.placeholder(name)]));
    return queries.insert(history).values(values as never);
  });
  return (changes) => {
    let { id, link } = last.get() ?? { id: 0, link: '' };
    for (const change of changes) {
      id += 1;
      const nonce = newNonce();
      const digest = digestOf(id, { nonce, change });
      link = linkOf(link, digest);
      insert.run({ ...change, approverId: change.approverId ?? null, id, nonce, digest, link });
    }
  };
}

/** `History.erase` within a transaction of somebody else. */
export function prepareErase(database: Database): (queries: Queries, personId: string, at: Date) => number {
  const mark = prepareMark(database);
  return (queries, personId, at) => {
    const theirs = eq(history.personId, personId);
    const ids = queries.select({ id: history.id }).from(history).where(theirs).all();
    if (ids.length === 0) return 0;
    queries
      .update(history)
      .set({ ...nothing })
      .where(theirs)
      .run();
    mark(queries, at, { kind: 'erased', ids: ids.map(({ id }) => id) });
    return ids.length;
  };
}

function prepareMark(database: Database) {
  const last = prepareLast(database);
  return (queries: Queries, at: Date, kind: HistoryMark): void => {
    const before = last.get() ?? { id: 0, link: '' };
    const [id, nonce] = [before.id + 1, newNonce()];
    const digest = digestOf(id, { nonce, mark: kind, at });
    queries
      .insert(history)
      .values({ id, at, nonce, mark: kind, digest, link: linkOf(before.link, digest) })
      .run();
  };
}

export function createHistory(database: Database, append: Append): History {
  const last = prepareLast(database);
  const mark = prepareMark(database);
  const erase = prepareErase(database);
  const removeUnused = prepareRemoveUnused(database);

  return {
    append: (changes) => database.write(() => append(changes)),

    byId: (id) =>
      database.read((queries) => {
        const row = queries.select().from(history).where(eq(history.id, id)).get();
        return row && changeOf(row);
      }),

    list: (query) =>
      database.read((queries) =>
        queries
          .select()
          .from(history)
          .where(and(isNotNull(history.field), ...conditions(query)))
          .orderBy(desc(history.id))
          .limit(query.limit)
          .all()
          .flatMap((row) => changeOf(row) ?? []),
      ),

    erase: (personId, at) => database.write((queries) => erase(queries, personId, at)),

    trim: (olderThan, at) =>
      database.write((queries) => {
        const first = queries.select({ id: history.id }).from(history).where(gte(history.at, olderThan));
        const end = first.orderBy(asc(history.id)).limit(1).get()?.id ?? (last.get()?.id ?? 0) + 1;
        const edge = queries.select({ link: history.link }).from(history).where(lt(history.id, end));
        const before = edge.orderBy(desc(history.id)).limit(1).get();
        if (!before) return 0;
        // The mark builds on the end of the chain, which may be the very row that goes.
        mark(queries, at, { kind: 'trimmed', before: end, link: before.link });
        const isOld = lt(history.id, end);
        const { exactFrom, exactTo, from, to } = history;
        const values = queries.select({ exactFrom, exactTo, from, to }).from(history).where(isOld).all();
        const { changes } = queries.delete(history).where(isOld).run();
        removeUnused(picturesNamedIn(JSON.stringify(values)));
        return changes;
      }),

    links: (after, limit) =>
      database.read((queries) =>
        queries
          .select()
          .from(history)
          .where(gt(history.id, after))
          .orderBy(asc(history.id))
          .limit(limit)
          .all()
          .map((row) => ({ id: row.id, digest: row.digest, link: row.link, content: contentOf(row) })),
      ),

    lastId: () =>
      database.read((queries) => {
        const given = queries.get<{ seq: number } | undefined>(
          sql`select seq from sqlite_sequence where name = 'history'`,
        );
        return given?.seq ?? 0;
      }),
  };
}

const nothing = {
  nonce: null,
  personId: null,
  field: null,
  actorId: null,
  source: null,
  reason: null,
  from: null,
  to: null,
  exactFrom: null,
  exactTo: null,
  undoes: null,
  approverId: null,
};

function prepareLast(database: Database) {
  return database.prepare((queries) =>
    queries
      .select({ id: history.id, link: history.link })
      .from(history)
      .where(eq(history.id, queries.select({ id: max(history.id) }).from(history))),
  );
}

function newNonce(): string {
  return randomBytes(16).toString('base64url');
}

function conditions({ personId, actorId, fields, source, since, until, before }: HistoryQuery): SQL[] {
  return [
    ...(personId === undefined ? [] : [eq(history.personId, personId)]),
    ...(actorId === undefined ? [] : [eq(history.actorId, actorId)]),
    ...(fields === undefined ? [] : [inArray(history.field, [...fields])]),
    ...(source === undefined ? [] : [eq(history.source, source)]),
    ...(since === undefined ? [] : [gte(history.at, since)]),
    ...(until === undefined ? [] : [lt(history.at, until)]),
    ...(before === undefined ? [] : [lt(history.id, before)]),
  ];
}

/** Undefined for a row that is erased or a mark. */
function changeOf({ nonce: _, digest: __, link: ___, mark: ____, ...row }: Row): RecordedChange | undefined {
  const { personId, field, source } = row;
  return personId === null || field === null || source === null ? undefined : { ...row, personId, field, source };
}

function contentOf(row: Row): HistoryContent | null {
  const { nonce, mark, at } = row;
  if (nonce === null) return null;
  if (mark) return { nonce, mark, at };
  const change = changeOf(row);
  return change ? { nonce, change } : null;
}
