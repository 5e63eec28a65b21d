import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSchedule } from '#server/start-schedule.ts';
import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import { beginRun } from '#server/sync/run-sync.ts';
import { configuration as schema } from '#shared/contract/configuration.ts';
import type { SyncRun } from '#shared/contract/sync.ts';
import { aDirectory, aFolder } from './configuration/a-configuration-file.ts';

const minute = 60_000;

/** A store, a clock that is turned by hand, and servers that begin runs by it; how runs end is up to the test. */
async function aWorld({ from, cron = '0 */3 * * *' }: { readonly from: string; readonly cron?: string }) {
  const store = await createSQLiteStore(join(await aFolder(), 'nameplate.sqlite'));
  onTestFinished(() => store.close());
  let at = Date.parse(from);
  const now = () => new Date(at);
  const configured = (members: object) => {
    const sync = { cron, timeZone: 'UTC' };
    return schema.parse({ directories: [aDirectory()], settings: { sync }, ...members });
  };
  let configuration = configured({});
  let trouble: Error | undefined;
  const log: unknown[] = [];
  const begun: SyncRun[] = [];
  let isEndingAtOnce = true;

  async function end(run: SyncRun): Promise<void> {
    const endedAt = now().toISOString();
    await store.syncRuns.finish({ ...run, status: 'succeeded', endedAt, failures: [], changes: [] });
  }

  function startServer() {
    let look = () => {};
    const every = (_: number, work: () => void) => {
      look = work;
      return { stop: () => {} };
    };
    const runs: Promise<void>[] = [];
    const deps = {
      store,
      log: { error: (facts: unknown) => log.push(facts) },
      configuration: async () => {
        if (trouble) throw trouble;
        return configuration;
      },
      now,
      every,
    };
    const schedule = startSchedule(deps, (run) => {
      begun.push(run);
      if (isEndingAtOnce) runs.push(end(run));
    });
    return {
      async look(): Promise<void> {
        look();
        // It waits for the look that is under way.
        await schedule.stop();
        await Promise.all(runs);
      },
    };
  }

  return {
    store,
    log,
    now,
    end,
    startServer,
    begun: () => begun.map(({ startedAt }) => startedAt.slice(5, 16)),
    last: () => begun.at(-1) as SyncRun,
    endRunsAtOnce(does: boolean): void {
      isEndingAtOnce = does;
    },
    configure(members: object): void {
      configuration = configured(members);
    },
    fail(error: Error | undefined): void {
      trouble = error;
    },
    /** Each minute the servers look, one after the other. */
    async pass(until: string, servers: readonly ReturnType<typeof startServer>[], eachMinute = async () => {}) {
      while (at < Date.parse(until)) {
        at += minute;
        for (const server of servers) await server.look();
        await eachMinute();
      }
    },
  };
}

const day = '2026-05-23';

test('S1 a run begins when its time has come, once, and none because a server was installed', async () => {
  const { startServer, pass, begun } = await aWorld({ from: `${day}T12:30:00Z` });
  await pass(`${day}T18:30:00Z`, [startServer()]);
  expect(begun()).toEqual(['05-23T15:00', '05-23T18:00']);
});

test('S1 what was missed while the server was down is caught up once, and at once', async () => {
  const { startServer, pass, begun } = await aWorld({ from: `${day}T14:30:00Z` });
  await pass(`${day}T15:10:00Z`, [startServer()]);
  await pass('2026-05-24T05:45:00Z', []);
  await pass('2026-05-24T06:30:00Z', [startServer()]);
  expect(begun()).toEqual(['05-23T15:00', '05-24T05:46', '05-24T06:00']);
});

test('S1 S7 a run that finds another one under way waits for its end, and is caught up once', async () => {
  const world = await aWorld({ from: `${day}T14:50:00Z` });
  const { store, now, pass, startServer, begun, end } = world;
  const server = startServer();
  const lease = () => new Date(now().getTime() + 2 * minute);
  const isAlive = (run: SyncRun) => async () => void (await store.syncRuns.beat(run, lease()));

  const manual = await beginRun(store.syncRuns, { startedBy: { kind: 'commandLine' }, mode: 'full' }, now());
  await isAlive(manual)();
  await pass(`${day}T15:07:00Z`, [server], isAlive(manual));
  expect(begun()).toEqual([]);
  await end(manual);
  world.endRunsAtOnce(false);
  await pass(`${day}T15:08:00Z`, [server]);
  expect(begun()).toEqual(['05-23T15:08']);

  // It takes until after the next one's time, and so does not meet it.
  const long = world.last();
  await isAlive(long)();
  await pass(`${day}T18:20:00Z`, [server], isAlive(long));
  expect(begun()).toEqual(['05-23T15:08']);
  await end(long);
  world.endRunsAtOnce(true);
  await pass(`${day}T20:59:00Z`, [server]);
  expect(begun()).toEqual(['05-23T15:08', '05-23T18:21']);
});

test('S1 S7 two processes with one store begin one run between them, though the first one is over soon', async () => {
  const { startServer, pass, begun } = await aWorld({ from: `${day}T14:30:00Z` });
  const [one, other] = [startServer(), startServer()];
  await pass(`${day}T18:30:00Z`, [one, other]);
  expect(begun()).toEqual(['05-23T15:00', '05-23T18:00']);
});

test('S1 another schedule holds at once, and wants nothing of the time before it was there', async () => {
  const { startServer, pass, begun, configure } = await aWorld({ from: `${day}T12:30:00Z` });
  const server = startServer();
  await pass(`${day}T12:40:00Z`, [server]);
  configure({ settings: { sync: { cron: '50 * * * *', timeZone: 'UTC' } } });
  await pass(`${day}T12:55:00Z`, [server]);
  expect(begun()).toEqual(['05-23T12:50']);
  configure({ settings: { sync: { cron: '52 14 * * *', timeZone: 'Europe/Berlin' } } });
  await pass(`${day}T13:55:00Z`, [server]);
  expect(begun()).toEqual(['05-23T12:50']);
  await pass('2026-05-24T12:52:00Z', [server]);
  expect(begun()).toEqual(['05-23T12:50', '05-24T12:52']);
});

test('S1 nothing was missed while there was no directory to read', async () => {
  const { startServer, pass, begun, configure } = await aWorld({ from: `${day}T12:30:00Z` });
  const server = startServer();
  configure({ directories: [aDirectory({ enabled: false })] });
  await pass(`${day}T15:10:00Z`, [server]);
  configure({});
  await pass(`${day}T18:10:00Z`, [server]);
  expect(begun()).toEqual(['05-23T18:00']);
});

test('S1 what keeps it from looking is told, and it goes on', async () => {
  const { startServer, pass, begun, fail, log } = await aWorld({ from: `${day}T14:58:00Z` });
  const server = startServer();
  await pass(`${day}T14:59:00Z`, [server]);
  const error = new Error('The disk is gone');
  fail(error);
  await pass(`${day}T15:01:00Z`, [server]);
  expect(log).toEqual([{ err: error }, { err: error }]);
  fail(undefined);
  await pass(`${day}T15:10:00Z`, [server]);
  expect(begun()).toEqual(['05-23T15:02']);
});
