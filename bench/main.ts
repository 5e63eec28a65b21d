import { writeFile } from 'node:fs/promises';
import { cpus, release, type } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '#test/directories/command.ts';
import { measureExtension } from './extension.ts';
import { formatTable, isWithin, type Result } from './result.ts';
import { measureSaves } from './save.ts';
import { measureSearch } from './search.ts';
import { measureGrowth } from './sync/measure-growth.ts';
import { measureJoined } from './sync/measure-joined.ts';
import { measureSync } from './sync/measure-sync.ts';
import { plotSync } from './sync/plot.ts';

const docs = join(import.meta.dirname, '../docs');
const { values, positionals } = parseArgs({
  options: { json: { type: 'string' }, million: { type: 'boolean' } },
  allowPositionals: true,
});
const slapd = /slapd (\S+)/u.exec(await run('bash', ['-c', '/usr/sbin/slapd -VV 2>&1; true']))?.[1] ?? '';
const machine = `${cpus().length} cores of ${cpus()[0]?.model.trim()}, ${type()} ${release()}, Node ${process.version}, OpenLDAP ${slapd}`;

const parts: Readonly<Record<string, () => Promise<Result[]>>> = {
  saves: measureSaves,
  search: measureSearch,
  extension: measureExtension,
  sync,
};
const chosen = positionals.length > 0 ? positionals : Object.keys(parts);
const unknown = chosen.filter((part) => !(part in parts));
if (unknown.length > 0)
  throw new Error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);

const results: Result[] = [];
for (const part of chosen) results.push(...((await parts[part]?.()) ?? []));
console.log(`${formatTable(results)}\n\n${machine}`);
if (values.json) await writeFile(values.json, `${JSON.stringify({ machine, results }, null, 2)}\n`);
process.exitCode = results.every(isWithin) ? 0 : 1;

/** Writes what it found into the documentation, too. */
async function sync(): Promise<Result[]> {
  const sizes = [10_000, 100_000, ...(values.million ? [1_000_000] : [])];
  const found: Result[] = [];
  for (const people of sizes) found.push(...(await measureSync(people)));
  found.push(...(await measureJoined()));
  found.push(...(await measureGrowth()));
  await writeFile(join(docs, 'sync-bench.json'), `${JSON.stringify({ machine, results: found }, null, 2)}\n`);
  await writeFile(join(docs, 'sync-bench.svg'), plotSync(found, machine));
  return found;
}
