#!/usr/bin/env node
import { access, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import packageJson from '../package.json' with { type: 'json' };
import { examineOnce, linesOfReport } from './cli/doctor.ts';
import { eraseOnce, exportOnce, linesOfErased } from './cli/person.ts';
import { rotateKeys } from './cli/rotate-keys.ts';
import { isWithoutTrouble, linesOf, syncOnce } from './cli/sync.ts';
import { terminalLine } from './cli/terminal-line.ts';
import {
  type Command,
  type DoctorCommand,
  help,
  type PersonCommand,
  parseCommandLine,
  type SyncCommand,
  wantsJSON,
} from './command-line.ts';
import { readConfig } from './config.ts';
import { applyConfiguration } from './configuration/apply-configuration.ts';
import { exportConfiguration } from './configuration/export-configuration.ts';
import { loadConfigurationFile, parseConfigurationFile } from './configuration/load-configuration-file.ts';
import { isDN } from './directory/dn.ts';
import { isFilter } from './directory/filter.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { Problem } from './problem.ts';
import { exitStatus, sentencesOf, troubleOf } from './report-trouble.ts';
import { cipherOf } from './secrets/cipher-of.ts';
import { createSQLiteStore } from './store/sqlite/sqlite-store.ts';
import type { Store } from './store/store.ts';

const args = process.argv.slice(2);
const isJSON = wantsJSON(args);

try {
  await run(parseCommandLine(args, new Date()));
} catch (error) {
  for (const sentence of sentencesOf(error)) console.error(terminalLine(sentence));
  if (isJSON) print(troubleOf(error));
  process.exitCode = exitStatus(error);
}

async function run(command: Command): Promise<void> {
  switch (command.name) {
    case 'help':
      process.stdout.write(help);
      return;
    case 'version':
      process.stdout.write(`${packageJson.version}\n`);
      return;
    case 'serve':
      return serveUntilStopped();
    case 'apply':
      return apply(command.file);
    case 'export':
      return exportTo(command.file);
    case 'sync':
      return sync(command);
    case 'exportPerson':
      return exportPersonTo(command);
    case 'erasePerson':
      return erasePerson(command);
    case 'rotate':
      return rotate();
    case 'doctor':
      return examine(command);
  }
}

async function serveUntilStopped(): Promise<void> {
  const config = readConfig(process.env);
  const { serve } = await import('./main.ts');
  giveBackMemory();
  const server = await serve(config);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop());
}

async function apply(file: string): Promise<void> {
  const config = readConfig(process.env);
  const { storeFile } = config;
  const deps = { isFilter, isDN, environment: process.env, cipher: cipherOf(config) };
  const configuration =
    file === '-'
      ? await parseConfigurationFile('<stdin>', await buffer(process.stdin), { ...deps, folder: process.cwd() })
      : await loadConfigurationFile(file, deps);
  const change = { by: 'nameplate config apply', at: new Date() };
  const outcome = await withStore(storeFile, ({ configuration: kept }) =>
    applyConfiguration(kept, configuration, change),
  );
  if (isJSON) print({ ok: true, outcome, faults: [] });
  else
    console.error(outcome === 'applied' ? 'The configuration is in force.' : 'This configuration is in force already.');
}

async function exportTo(file: string): Promise<void> {
  const { storeFile } = readConfig(process.env);
  const kept = await withExistingStore(storeFile, (store) => store.configuration.load());
  if (!kept)
    throw new Problem('notFound', 'The store holds no configuration yet. nameplate config apply FILE puts one in.');
  const document = exportConfiguration(kept.configuration);
  if (file === '-') process.stdout.write(document);
  else await writeFile(file, document);
  if (file !== '-' && isJSON) print({ ok: true, faults: [] });
}

async function sync(command: SyncCommand): Promise<void> {
  const config = readConfig(process.env);
  const run = await withExistingStore(config.storeFile, (store) => syncOnce(command, store, config));
  const ok = isWithoutTrouble(run);
  if (isJSON) print({ ok, run });
  else for (const line of linesOf(run)) console.error(terminalLine(line));
  if (!ok) process.exitCode = 1;
}

async function rotate(): Promise<void> {
  const config = readConfig(process.env);
  const rotated = await withExistingStore(config.storeFile, (store) => rotateKeys(store, config));
  if (isJSON) print({ ok: true, rotated });
  else console.error(`${rotated} secrets were encrypted anew; NAMEPLATE_SECRET_PREVIOUS is no longer needed.`);
}

async function examine(command: DoctorCommand): Promise<void> {
  const config = readConfig(process.env);
  const report = await withExistingStore(config.storeFile, (store) => examineOnce(command, store, config));
  if (isJSON) print(report);
  else process.stdout.write(`${linesOfReport(report).map(terminalLine).join('\n')}\n`);
  if (!report.ok) process.exitCode = 1;
}

async function exportPersonTo(command: PersonCommand): Promise<void> {
  const { storeFile } = readConfig(process.env);
  const document = await withExistingStore(storeFile, (store) => exportOnce(command, store));
  if (command.file === '-') process.stdout.write(document);
  else await writeFile(command.file, document, { mode: 0o600 });
  if (command.file !== '-' && isJSON) print({ ok: true, faults: [] });
}

async function erasePerson(command: PersonCommand): Promise<void> {
  const config = readConfig(process.env);
  const erased = await withExistingStore(config.storeFile, (store) => eraseOnce(command, store, config));
  if (isJSON) print({ ok: true, erased });
  else for (const line of linesOfErased(erased)) console.error(terminalLine(line));
}

async function withExistingStore<Result>(file: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  await access(file).catch((error: unknown) => {
    throw new Problem('notFound', `There is no store ${file}. NAMEPLATE_DATA says in which folder it is.`, {
      cause: error,
    });
  });
  return withStore(file, work);
}

async function withStore<Result>(file: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await createSQLiteStore(file);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function print(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document)}\n`);
}
