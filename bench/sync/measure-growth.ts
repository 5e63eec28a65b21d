import type { Result } from '../result.ts';
import { startBigCompany } from './big-company.ts';
import { startSyncedServer } from './runs.ts';

const [people, runs, settled] = [10_000, 50, 10];

/** Whether the server takes more and more memory from run to run. */
export async function measureGrowth(): Promise<Result[]> {
  const company = await startBigCompany(people);
  const server = await startSyncedServer(company);
  try {
    let before = 0;
    for (let run = 1; run <= runs; run++) {
      await server.run('full');
      if (run === settled) before = await server.memory();
    }
    const growth = (await server.memory()) - before;
    const detail = `from ${before.toFixed(0)} MiB after run ${settled} to run ${runs}, ${people.toLocaleString('en')} people`;
    return [{ name: 'growth over 50 runs', value: growth, unit: 'MiB', limit: 40, detail }];
  } finally {
    await server.stop();
    await company.stop();
  }
}
