import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import type { DirectoryRun, SyncChange, SyncFailure } from '#shared/contract/sync.ts';
import type { UnreadableEntry } from '../directory/sweep.ts';
import { asProblem } from '../problem.ts';

/** Of very many the first tell enough; the counts tell of all. */
const mostDetails = 500;

/** Memory must not grow with the people who fail (S10): of still more, one that is met twice counts twice. */
const mostTold = 10_000;

type Counts = 'read' | 'added' | 'changed' | 'returned' | 'unchanged' | 'hidden' | 'missing' | 'failed';

/** What is known so far of a run in one directory. */
export function createDirectoryReport({ key, name = key }: Pick<DirectoryDefinition, 'key' | 'name'>) {
  const run: DirectoryRun = {
    directory: key,
    name,
    status: 'waiting',
    read: 0,
    added: 0,
    changed: 0,
    returned: 0,
    unchanged: 0,
    hidden: 0,
    missing: 0,
    failed: 0,
  };
  const failures: SyncFailure[] = [];
  const changes: SyncChange[] = [];
  /** A run that looks by changes and by names may meet an entry twice. */
  const told = new Set<string>();

  return {
    /** Changes as the run goes on. */
    run: run as Readonly<DirectoryRun>,
    failures,
    changes,
    set(members: Partial<DirectoryRun>): void {
      Object.assign(run, members);
    },
    count(what: Counts, by = 1): void {
      run[what] += by;
    },
    failed({ dn, problem }: UnreadableEntry, username?: string): void {
      const whose = `${username ?? ''} ${dn}`;
      if (dn !== undefined && told.has(whose)) return;
      if (told.size < mostTold) told.add(whose);
      run.failed += 1;
      if (failures.length >= mostDetails) return;
      failures.push({ directory: key, ...(dn && { dn }), ...(username && { username }), problem: problem.fault });
    },
    did(change: Omit<SyncChange, 'directory'>): void {
      run[change.kind] += 1;
      if (changes.length < mostDetails) changes.push({ directory: key, ...change });
    },
    ended(status: DirectoryRun['status'], at: Date, error?: unknown): void {
      const problem = error === undefined ? undefined : asProblem(error);
      Object.assign(run, {
        status,
        endedAt: at.toISOString(),
        ...(problem && { problem: { ...problem.fault, kind: problem.kind } }),
      });
    },
  };
}
export type DirectoryReport = ReturnType<typeof createDirectoryReport>;
