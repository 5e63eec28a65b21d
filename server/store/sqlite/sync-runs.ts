import { and, desc, eq, isNotNull, isNull, lt, lte } from 'drizzle-orm';
import type { SyncRun } from '#shared/contract/sync.ts';
import type { SyncRuns } from '../sync.ts';
import type { Database } from './database.ts';
import { syncRuns } from './schema/sync.ts';

interface Row {
  readonly run: SyncRun;
  readonly leaseUntil: Date | null;
  readonly isCancelRequested: boolean;
}

const nothingFound = { failures: [], changes: [] };
const { number, id, leaseUntil, isCancelRequested, run, details } = syncRuns;

export function createSyncRuns(database: Database): SyncRuns {
  return {
    begin: (begun, now, until) =>
      database.write((queries) => {
        const underWay = queries.select({ run, leaseUntil, id }).from(syncRuns).where(isNotNull(leaseUntil)).all();
        if (underWay.some((each) => isHeld(each, now))) return false;
        for (const dead of underWay) {
          const ended = { leaseUntil: null, run: { ...dead.run, status: 'interrupted' as const } };
          queries.update(syncRuns).set(ended).where(eq(id, dead.id)).run();
        }
        queries
          .insert(syncRuns)
          .values({ id: begun.id, leaseUntil: until, isCancelRequested: false, run: begun })
          .run();
        return true;
      }),

    beat: (beating, until) =>
      database.write((queries) => {
        const held = and(eq(id, beating.id), isNotNull(leaseUntil));
        const [row] = queries
          .update(syncRuns)
          .set({ leaseUntil: until, run: beating })
          .where(held)
          .returning({ isCancelRequested })
          .all();
        if (!row) return 'lost';
        return row.isCancelRequested ? 'cancel' : 'goOn';
      }),

    finish: ({ failures, changes, ...ended }) =>
      database.write((queries) => {
        const kept = { leaseUntil: null, run: ended, details: { failures, changes } };
        queries
          .update(syncRuns)
          .set(kept)
          .where(and(eq(id, ended.id), isNotNull(leaseUntil)))
          .run();
      }),

    requestCancel: (wanted) =>
      database.write((queries) => {
        const held = and(eq(id, wanted), isNotNull(leaseUntil));
        return queries.update(syncRuns).set({ isCancelRequested: true }).where(held).run().changes === 1;
      }),

    byId: (wanted, now) =>
      database.read((queries) => {
        const found = queries
          .select({ run, leaseUntil, isCancelRequested, details })
          .from(syncRuns)
          .where(eq(id, wanted))
          .get();
        return found && { ...shown(found, now), ...(found.details ?? nothingFound) };
      }),

    list: (limit, now, cursor) =>
      database.read((queries) => {
        const rows = queries
          .select({ number, run, leaseUntil, isCancelRequested })
          .from(syncRuns)
          .where(cursor === undefined ? undefined : lt(number, Number(cursor)))
          .orderBy(desc(number))
          .limit(limit + 1)
          .all();
        const last = rows[limit - 1];
        return {
          runs: rows.slice(0, limit).map((row) => shown(row, now)),
          ...(rows.length > limit && last && { next: String(last.number) }),
        };
      }),

    keepLatest: (count) =>
      database.write((queries) => {
        const latestOfOld = queries
          .select({ number })
          .from(syncRuns)
          .orderBy(desc(number))
          .limit(1)
          .offset(count)
          .get();
        if (!latestOfOld) return;
        queries
          .delete(syncRuns)
          .where(and(lte(number, latestOfOld.number), isNull(leaseUntil)))
          .run();
      }),
  };
}

function isHeld({ leaseUntil }: Pick<Row, 'leaseUntil'>, now: Date): boolean {
  return leaseUntil !== null && leaseUntil > now;
}

function shown(row: Row, now: Date): SyncRun {
  if (row.leaseUntil === null) return row.run;
  if (!isHeld(row, now)) return { ...row.run, status: 'interrupted' };
  return { ...row.run, isCancelRequested: row.isCancelRequested };
}
