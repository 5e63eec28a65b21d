import type { Result } from '../result.ts';
import { startBigCompany } from './big-company.ts';
import { startSyncedServer } from './runs.ts';

/** Memory swings by some 30 MiB from run to run, as garbage comes and goes: compared is the least of so many runs in a row. */
const [people, warmUp, runs, looks] = [10_000, 30, 50, 20];

/** Whether the server takes more and more memory from run to run. */
export async function measureGrowth(): Promise<Result[]> {
  const company = await startBigCompany(people);
  const server = await startSyncedServer(company);
  const leastOf = async (count: number) => {
    let least = Number.POSITIVE_INFINITY;
    for (let run = 0; run < count; run++) {
      await server.run('full');
      least = Math.min(least, await server.memory());
    }
    return least;
  };
  try {
    await leastOf(warmUp);
    const before = await leastOf(looks);
    await leastOf(runs - looks);
    const after = await leastOf(looks);
    const detail = `from ${before.toFixed(0)} to ${after.toFixed(0)} MiB, each the least of ${looks} runs, ${people.toLocaleString('en')} people`;
    return [{ name: 'growth over 50 runs', value: after - before, unit: 'MiB', limit: 15, detail }];
  } finally {
    await server.stop();
    await company.stop();
  }
}
