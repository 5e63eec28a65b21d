import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Configuration } from '#shared/contract/configuration.ts';
import { Problem } from '../problem.ts';
import type { ConfigurationCheckDeps } from './check-configuration.ts';
import { readConfigurationFile } from './read-configuration-file.ts';

export type LoadConfigurationDeps = Omit<ConfigurationCheckDeps, 'folder'>;

/**
 * The configuration in a file. Throws an `invalid` Problem with all faults: `field` is the path in the document,
 * `params` hold file, line and column.
 */
export async function loadConfigurationFile(file: string, deps: LoadConfigurationDeps): Promise<Configuration> {
  return parseConfigurationFile(file, await read(file), { ...deps, folder: dirname(file) });
}

/** The same for content that is at hand; `file` is what the faults call it. */
export async function parseConfigurationFile(
  file: string,
  content: Uint8Array,
  deps: ConfigurationCheckDeps,
): Promise<Configuration> {
  const outcome = await readConfigurationFile(content, deps);
  if ('configuration' in outcome) return outcome.configuration;
  const faults = outcome.faults.map(({ path, line, column, message }) => ({
    detail: message,
    ...(path && { field: path }),
    params: { file, line, column },
  }));
  throw new Problem('invalid', `The configuration in ${file} has faults. Nothing was applied.`, { faults });
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const reason = code === 'ENOENT' ? 'There is no such file' : `It cannot be read (${code})`;
    throw new Problem('invalid', `The configuration file ${file}: ${reason}.`, { cause: error });
  }
}
