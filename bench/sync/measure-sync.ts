import { setTimeout as pause } from 'node:timers/promises';
import { createCaller } from '../caller.ts';
import type { Result } from '../result.ts';
import { summarize } from '../rounds.ts';
import { type BigCompany, startBigCompany } from './big-company.ts';
import { type SyncedServer, startSyncedServer } from './runs.ts';

const changes = 100;

/** A million take minutes a round, and vary the less for it. */
const roundsOf = (people: number) => (people < 1_000_000 ? 3 : 1);

/** What the sync costs with so many people, each run to `ldapsearch` before and after it. */
export async function measureSync(people: number): Promise<Result[]> {
  const rounds = roundsOf(people);
  const company = await startBigCompany(people);
  try {
    // Warms up what the directory has to read from its disk.
    await company.ldapsearch();
    const samples: Awaited<ReturnType<typeof measureRound>>[] = [];
    for (let round = 0; round < rounds; round++) samples.push(await measureRound(company));
    const name = (what: string) => `${what}, ${people.toLocaleString('en')} people`;
    const ratio = (what: string, kind: 'first' | 'full' | 'incremental', limit: number): Result => {
      const all = samples.map((sample) => sample[kind]);
      const value = summarize(all.map(({ ours, search }) => ours / search)).median;
      const [ours, search] = [summarize(all.map((each) => each.ours)), summarize(all.map((each) => each.search))];
      const detail = `median of ${rounds}; ${seconds(ours.median)} to ${seconds(search.median)} for ldapsearch`;
      return { name: name(what), value, unit: 'x', limit, detail };
    };
    const latency = samples.flatMap((sample) => sample.latency);
    const idle = samples.flatMap((sample) => sample.idle);
    const [during, before] = [summarize(latency), summarize(idle)];
    const compared = (share: number, than: number) => `${share.toFixed(2)} ms to ${than.toFixed(2)} ms while idle`;
    return [
      ratio('first full run', 'first', 2),
      ratio('unchanged full run', 'full', 1.3),
      // The lesser the number of people, the more counts what a run costs at all.
      ratio(`run of ${changes} changes`, 'incremental', people >= 100_000 ? 0.15 : 1.5),
      {
        name: name('memory of the server'),
        value: Math.max(...samples.map(({ peak }) => peak)),
        unit: 'MiB',
        limit: 400,
        detail: `the most of ${rounds}`,
      },
      {
        name: name('a profile during a run, median'),
        value: during.median / before.median,
        unit: 'x',
        limit: 2,
        detail: compared(during.median, before.median),
      },
      {
        name: name('a profile during a run, p99'),
        value: during.p99 / before.p99,
        unit: 'x',
        limit: 5,
        detail: compared(during.p99, before.p99),
      },
    ];
  } finally {
    await company.stop();
  }
}

async function measureRound(company: BigCompany) {
  const server = await startSyncedServer(company);
  try {
    const search = async () => {
      await server.settled();
      return company.ldapsearch();
    };
    const searches = [await search()];
    const first = await server.run('full');
    searches.push(await search());
    const full = await server.run('full');
    searches.push(await search());
    await company.change(changes);
    const incremental = await server.run('incremental');
    const found = incremental.run.directories[0];
    if (found?.changed !== changes) throw new Error(`The run found ${found?.changed} changes`);
    const token = await server.signIn(company.person);
    // It has to be warm, and the search's index has to have caught up, before it is idle.
    await latencies(server, token, () => pause(2000));
    await server.settled();
    const idle = await latencies(server, token, () => pause(2000));
    const latency = await latencies(server, token, async () => void (await server.run('full')));
    const mean = (from: number) => ((searches[from] ?? 0) + (searches[from + 1] ?? searches[from] ?? 0)) / 2;
    return {
      first: { ours: first.milliseconds, search: mean(0) },
      full: { ours: full.milliseconds, search: mean(1) },
      incremental: { ours: incremental.milliseconds, search: mean(2) },
      peak: await server.peakMemory(),
      idle,
      latency,
    };
  } finally {
    await server.stop();
  }
}

/** The milliseconds of each `GET /api/me/profile`, one after the other, until the work is done; 200 at least. */
async function latencies({ url }: SyncedServer, token: string, work: () => Promise<void>): Promise<number[]> {
  const { call, close } = await createCaller(url);
  let isDone = false;
  const working = work().then(() => {
    isDone = true;
  });
  const times: number[] = [];
  while (!isDone || times.length < 200) {
    const start = performance.now();
    await call('GET', '/api/me/profile', { token });
    times.push(performance.now() - start);
  }
  close();
  await working;
  return times;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
