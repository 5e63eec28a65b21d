import { chmodSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import SQLite from 'better-sqlite3';
import { type Audience, audiences } from '#shared/contract/roles.ts';
import type { IndexHit, IndexQuery, IndexState, PeopleIndex } from '../people-index.ts';
import { asStoreProblem } from './store-problem.ts';

/** Rises whenever the words of a text or the tables change: an index of another version is made anew. */
const version = 2;

const tables = `
  create table state (id integer primary key check (id = 1), plan text not null, change integer not null, is_complete integer not null) strict;
  insert into state values (1, '', 0, 0);
  create table people (position integer primary key, person_id text not null unique, sort_name text not null) strict;
  create index people_by_name on people (sort_name, position);
  create virtual table words using fts5(names, ${audiences.join(', ')}, content='', contentless_delete=1, detail=column,
    prefix='1 2 3', tokenize='ascii');
  pragma user_version = ${version};
`;

/** Opens the index in this file; what is damaged or of another version is thrown away, since it can be made again. */
export async function openPeopleIndex(file: string): Promise<PeopleIndex> {
  try {
    return createPeopleIndex(connect(file), file);
  } catch {
    // Whatever is wrong with the file, a new one is as good; what is wrong with the folder shows once more here.
    await Promise.all(['', '-wal', '-shm'].map((suffix) => rm(file + suffix, { force: true })));
    return createPeopleIndex(
      asProblems(file, () => connect(file)),
      file,
    );
  }
}

function connect(file: string): SQLite.Database {
  const client = new SQLite(file, { timeout: 5000 });
  try {
    chmodSync(file, 0o600);
    client.pragma('journal_mode = WAL');
    // A power cut may cost the last transactions: the state goes back with them, and the people are indexed again.
    client.pragma('synchronous = NORMAL');
    const found = client.pragma('user_version', { simple: true });
    if (found !== 0 && found !== version) throw new Error(`The index is of version ${found}`);
    client.transaction(() => client.pragma('user_version', { simple: true }) === 0 && client.exec(tables)).immediate();
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

function createPeopleIndex(client: SQLite.Database, file: string): PeopleIndex {
  const statements = {
    state: client.prepare<[], StateRow>('select plan, change, is_complete as isComplete from state'),
    keepState: client.prepare('update state set plan = @plan, change = @change, is_complete = @isComplete'),
    position: client.prepare<[string], { position: number }>('select position from people where person_id = ?'),
    add: client.prepare('insert into people (person_id, sort_name) values (?, ?)'),
    rename: client.prepare('update people set sort_name = ? where position = ?'),
    remove: client.prepare('delete from people where position = ?'),
    addWords: client.prepare(`insert into words (rowid, names, ${audiences.join(', ')}) values (?, ?, ?, ?, ?)`),
    removeWords: client.prepare('delete from words where rowid = ?'),
    find: client.prepare<[string, number, number], IndexHit>(
      `select position, person_id as personId, sort_name as sortName from
         (select rowid as found from words where words match ? and rowid > ? order by rowid limit ?)
         cross join people on position = found order by position`,
    ),
    list: client.prepare<[string, number, number], IndexHit>(
      `select position, person_id as personId, sort_name as sortName from people
         where (sort_name, position) > (?, ?) order by sort_name, position limit ?`,
    ),
  };

  const forget = (personId: string) => {
    const known = statements.position.get(personId);
    if (!known) return;
    statements.remove.run(known.position);
    statements.removeWords.run(known.position);
  };

  const within = async (work: () => void): Promise<void> =>
    asProblems(file, () => client.transaction(work).immediate());

  return {
    state: async () =>
      asProblems(file, () => {
        const { isComplete, ...state } = statements.state.get() as StateRow;
        return { ...state, isComplete: isComplete === 1 };
      }),

    keep: (people, forgotten, state) =>
      within(() => {
        for (const personId of forgotten) forget(personId);
        for (const { personId, sortName, nameWords, words } of people) {
          const known = statements.position.get(personId);
          if (known) {
            statements.removeWords.run(known.position);
            statements.rename.run(sortName, known.position);
          }
          const position = known?.position ?? statements.add.run(personId, sortName).lastInsertRowid;
          const texts = audiences.map((audience) => words[audience].join(' '));
          statements.addWords.run(position, nameWords.join(' '), ...texts);
        }
        statements.keepState.run({ ...state, isComplete: state.isComplete ? 1 : 0 });
      }),

    async clear() {
      // The words are gone from the file then, too.
      client.pragma('secure_delete = ON');
      try {
        await within(() => {
          client.exec(`delete from people; insert into words(words) values ('delete-all')`);
          statements.keepState.run({ plan: '', change: 0, isComplete: 0 });
        });
        client.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        client.pragma('secure_delete = OFF');
      }
    },

    find: async (query) =>
      query.wanted.length === 0
        ? []
        : asProblems(file, () => statements.find.all(matchOf(query), query.after, query.most)),

    list: async ({ sortName, position }, most) => asProblems(file, () => statements.list.all(sortName, position, most)),

    close: async () => void asProblems(file, () => client.close()),
  };
}

interface StateRow extends Omit<IndexState, 'isComplete'> {
  readonly isComplete: number;
}

/** https://www.sqlite.org/fts5.html#full_text_query_syntax; words are letters and digits, and quoted, so none of it is syntax (X2). */
function matchOf({ wanted, match, audiences: searched }: IndexQuery): string {
  const columns: readonly ('names' | Audience)[] = ['names', ...searched];
  const all = (suffix: '' | '*') => {
    const word = (text: string) => `"${text.replaceAll('"', '""')}"${suffix}`;
    const way = (words: readonly string[]) => `(${words.map(word).join(' AND ')})`;
    return `(${wanted.map((ways) => `(${ways.map(way).join(' OR ')})`).join(' AND ')})`;
  };
  const expression = match === 'whole' ? all('') : `(${all('*')} NOT ${all('')})`;
  return `{${columns.join(' ')}} : ${expression}`;
}

function asProblems<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asStoreProblem(error, file);
  }
}
