import { resolve } from 'node:path';
import { type Configuration, configuration as schema } from '#shared/contract/configuration.ts';
import { type ConfigurationCheckDeps, checkConfiguration } from './check-configuration.ts';
import type { ConfigurationFault } from './configuration-fault.ts';
import { readJSON } from './json-document.ts';
import { schemaIssues } from './schema-issues.ts';

export type ReadConfiguration =
  | { readonly configuration: Configuration }
  | { readonly faults: readonly ConfigurationFault[] };

/** The configuration that a file holds, its file names made absolute; or all that is wrong with it, in file order. */
export async function readConfigurationFile(
  content: Uint8Array,
  deps: ConfigurationCheckDeps,
): Promise<ReadConfiguration> {
  const text = decode(content);
  if (text === undefined) return { faults: [{ path: '', line: 1, column: 1, message: 'the file is not UTF-8' }] };
  const document = readJSON(text);
  if ('faults' in document) return document;
  const { data, error } = schema.safeParse(document.value);
  const issues = [
    ...schemaIssues(error?.issues ?? [], document.value).filter(({ path }) => !path.includes('__proto__')),
    ...(await checkConfiguration(document.value, deps)),
  ];
  const faults = [...document.oddities, ...issues.map(document.locate)];
  if (data && faults.length === 0) return { configuration: withAbsoluteFiles(data, deps.folder) };
  return { faults: faults.toSorted((one, other) => one.line - other.line || one.column - other.column) };
}

/** Without a byte order mark; undefined for bytes that are no UTF-8. */
function decode(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function withAbsoluteFiles(configuration: Configuration, folder: string): Configuration {
  const directories = configuration.directories.map((directory) =>
    directory.caFile ? { ...directory, caFile: resolve(folder, directory.caFile) } : directory,
  );
  return { ...configuration, directories };
}
