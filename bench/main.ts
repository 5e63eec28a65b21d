import { writeFile } from 'node:fs/promises';
import { cpus, release, type } from 'node:os';
import { parseArgs } from 'node:util';
import { measureExtension } from './extension.ts';
import { formatTable, isWithin } from './result.ts';
import { measureSaves } from './save.ts';
import { measureSearch } from './search.ts';

const { values } = parseArgs({ options: { json: { type: 'string' } } });

const results = [...(await measureSaves()), ...(await measureSearch()), ...(await measureExtension())];
const machine = `${cpus().length} cores of ${cpus()[0]?.model.trim()}, ${type()} ${release()}, Node ${process.version}`;
console.log(`${formatTable(results)}\n\n${machine}`);
if (values.json) await writeFile(values.json, `${JSON.stringify({ machine, results }, null, 2)}\n`);
process.exitCode = results.every(isWithin) ? 0 : 1;
