import SQLite, { type RunResult } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import { folded } from '#shared/folded.ts';
import { applyMigrations } from './apply-migrations.ts';
import { asStoreProblem } from './store-problem.ts';

export type Queries = BaseSQLiteDatabase<'sync', RunResult>;

/** An open file. What a promise of these has resolved to is on the disk. */
export interface Database {
  /**
   * Prepares a query for the reads that every request makes; building one anew costs ten times what it takes to run. Of
   * one with placeholders and a join, an order or a limit, SQLite makes a new plan each time it runs, by the values, which
   * costs as much again: the two halves of a join are two queries, and few rows are put in order here.
   */
  prepare<Query>(build: (queries: Queries) => { prepare(): Query }): Query;
  /** The same in SQL, for what happens a hundred thousand times in a row. */
  statement(sql: string): SQLite.Statement<unknown[]>;
  /** Runs queries that change nothing. */
  read<Result>(work: (queries: Queries) => Result): Promise<Result>;
  /** The same for very many: they see one state of the file, and each is spared the locks of its own. */
  snapshot<Result>(work: (queries: Queries) => Result): Promise<Result>;
  /** Runs queries as one transaction that has the file to itself: all of it is kept, or, when `work` throws, nothing. */
  write<Result>(work: (queries: Queries) => Result): Promise<Result>;
  /**
   * The same, for what can be found out again: it survives the end of the process, but when the power fails the last of
   * it may be missing, as long as nothing else was written.
   */
  writeRecoverable<Result>(work: (queries: Queries) => Result): Promise<Result>;
  /** The same, and what it takes away is overwritten in the file, too. */
  overwrite<Result>(work: (queries: Queries) => Result): Promise<Result>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly busyTimeoutMilliseconds: number;
  readonly isForMany: boolean;
}

/** Opens a database file that exists, brings its tables up to date, and refuses one that is not ours. */
export function openDatabase(file: string, options: DatabaseOptions): Database {
  const client = connect(file, options);
  const queries = drizzle(client);
  // Immediate: a transaction that reads before it writes could otherwise find its snapshot outdated when it writes.
  const transact = <Result>(work: (queries: Queries) => Result) =>
    asProblems(file, () => queries.transaction(work, { behavior: 'immediate' }));
  return {
    prepare: (build) => build(queries).prepare(),
    statement: (sql) => client.prepare(sql),
    read: async (work) => asProblems(file, () => work(queries)),
    snapshot: async (work) => asProblems(file, () => queries.transaction(work, { behavior: 'deferred' })),
    write: async (work) => transact(work),
    async writeRecoverable(work) {
      client.pragma('synchronous = NORMAL');
      try {
        return transact(work);
      } finally {
        client.pragma('synchronous = FULL');
      }
    },
    async overwrite(work) {
      client.pragma('secure_delete = ON');
      try {
        const result = transact(work);
        // What was there stands in the log until it is written anew.
        client.pragma('wal_checkpoint(TRUNCATE)');
        return result;
      } finally {
        client.pragma('secure_delete = OFF');
      }
    },
    close: async () => void asProblems(file, () => client.close()),
  };
}

/** So much is written in a row that the usual 2 MiB and 1000 pages would have it written twice. */
const [cacheKibibytes, pagesBetweenCheckpoints] = [12_288, 8000];

function connect(file: string, { busyTimeoutMilliseconds, isForMany }: DatabaseOptions): SQLite.Database {
  return asProblems(file, () => {
    const client = new SQLite(file, { timeout: busyTimeoutMilliseconds, fileMustExist: true });
    try {
      // SQLite's own lower() knows the letters of ASCII alone.
      client.function('folded', { deterministic: true }, (value) => (typeof value === 'string' ? folded(value) : null));
      applyMigrations(client, file);
      client.pragma('journal_mode = WAL');
      // In WAL mode a lesser value loses the last transactions when the power fails.
      client.pragma(`synchronous = ${isForMany ? 'NORMAL' : 'FULL'}`);
      if (isForMany) {
        client.pragma(`cache_size = -${cacheKibibytes}`);
        client.pragma(`wal_autocheckpoint = ${pagesBetweenCheckpoints}`);
      }
      client.pragma('foreign_keys = ON');
      return client;
    } catch (error) {
      client.close();
      throw error;
    }
  });
}

function asProblems<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asStoreProblem(error, file);
  }
}
