import type { Result } from '../result.ts';
import { summarize } from '../rounds.ts';
import { directoryOf } from '../server.ts';
import { type BigCompany, startBigCompany } from './big-company.ts';
import { attributes } from './people.ts';
import { type SyncedServer, startSyncedServer } from './runs.ts';

const [people, rounds, changes] = [10_000, 3, 100];
const joined = 'hr';

/**
 * What the sync of a directory costs that completes the people of another one (F12): all attributes come from it, joined
 * by the login name, and each person is looked up. It is the same slapd, and only its own run counts.
 */
export async function measureJoined(): Promise<Result[]> {
  const company = await startBigCompany(people);
  try {
    await company.ldapsearch();
    const samples: Awaited<ReturnType<typeof measureRound>>[] = [];
    for (let round = 0; round < rounds; round++) samples.push(await measureRound(company));
    const names = { first: 'first full run', full: 'unchanged full run', incremental: `run of ${changes} changes` };
    return (['first', 'full', 'incremental'] as const).map((kind) => {
      const all = samples.map((sample) => sample[kind]);
      const median = (of: (each: (typeof all)[number]) => number) => summarize(all.map(of)).median;
      const took = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
      const [ours, search] = [took(median((each) => each.ours)), took(median((each) => each.search))];
      return {
        name: `${names[kind]}, ${people.toLocaleString('en')} people, joined`,
        value: median((each) => each.ours / each.search),
        unit: 'x',
        detail: `median of ${rounds}; ${ours} to ${search} for ldapsearch`,
      };
    });
  } finally {
    await company.stop();
  }
}

async function measureRound(company: BigCompany) {
  const { slapd } = company;
  const server = await startSyncedServer(company, {
    directories: [directoryOf(slapd), directoryOf(slapd, { key: joined, join: { attribute: 'uid' } })],
    fields: attributes.map((attribute) => ({
      key: attribute,
      type: 'text',
      source: { kind: 'directory', directory: joined, attribute },
    })),
  });
  try {
    await server.run('full', 'hq');
    const first = await measured(server, company, 'full');
    const full = await measured(server, company, 'full');
    await company.change(changes);
    const incremental = await measured(server, company, 'incremental');
    for (const [{ found }, changed] of [
      [first, people],
      [full, 0],
      [incremental, changes],
    ] as const)
      if (found !== changed) throw new Error(`The run found ${found} changes, not ${changed}`);
    return { first, full, incremental };
  } finally {
    await server.stop();
  }
}

async function measured(server: SyncedServer, company: BigCompany, mode: 'full' | 'incremental') {
  const before = await company.ldapsearch();
  const { milliseconds, run } = await server.run(mode, joined);
  const after = await company.ldapsearch();
  return { ours: milliseconds, search: (before + after) / 2, found: run.directories[0]?.changed };
}
