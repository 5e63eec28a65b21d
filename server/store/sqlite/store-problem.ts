import { Problem } from '../../problem.ts';

/** Causes by SQLite's primary result code (https://www.sqlite.org/rescode.html), each with its mend. */
const sentences: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'is in use by another program that does not let go of it. Nothing was saved. Try again',
  SQLITE_LOCKED: 'is in use by another program that does not let go of it. Nothing was saved. Try again',
  SQLITE_FULL: 'does not fit on the disk any more. Nothing was saved. Free some space and try again',
  SQLITE_IOERR: 'cannot be read or written: the disk reports an error. Nothing was saved. Check the disk',
  SQLITE_NOTADB: 'is no database. Restore it from a backup, or move it away to begin with an empty store',
  SQLITE_CORRUPT: 'is damaged. Restore it from a backup',
  SQLITE_READONLY: 'may not be written. Make the file and its folder writable for the account that runs Nameplate',
  SQLITE_CANTOPEN: 'cannot be opened. Make the file and its folder accessible for the account that runs Nameplate',
  EACCES: 'may not be opened. Make the file and its folder accessible for the account that runs Nameplate',
  EPERM: 'belongs to another account. Give the file and its folder to the account that runs Nameplate',
  EROFS: 'lies on a disk that is read-only. Choose another folder in NAMEPLATE_DATA',
  ENOSPC: 'does not fit on the disk any more. Free some space and try again',
  ENOTDIR: 'lies below something that is no folder. Choose another folder in NAMEPLATE_DATA',
  EEXIST: 'lies below something that is no folder. Choose another folder in NAMEPLATE_DATA',
};

/** What the database or the file system reported, with cause and mend for whoever runs the server. */
export function asStoreProblem(error: unknown, file: string): unknown {
  if (error instanceof Problem) return error;
  const code = codeOf(error);
  const known = code && Object.keys(sentences).find((each) => code === each || code.startsWith(`${each}_`));
  return known
    ? new Problem('internal', `The store ${file} ${sentences[known]} (${code}).`, { rule: 'store', cause: error })
    : error;
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return 'code' in error && typeof error.code === 'string' ? error.code : codeOf(error.cause);
}
