import { isDeepStrictEqual } from 'node:util';
import type { Configuration } from '#shared/contract/configuration.ts';
import { Problem } from '../problem.ts';
import type { ConfigurationStore } from '../store/store.ts';

/** Puts a configuration in the place of the kept one, whole or not at all; one that is the same already stays. */
export async function applyConfiguration(
  store: ConfigurationStore,
  configuration: Configuration,
): Promise<'applied' | 'unchanged'> {
  const revision = await store.revision();
  if (isDeepStrictEqual(await loadIfFit(store), configuration)) return 'unchanged';
  if (await store.save(configuration, revision)) return 'applied';
  throw new Problem(
    'conflict',
    'Somebody else changed the configuration at the same moment. Nothing was applied; look at it and try again.',
  );
}

/** A kept configuration that this version cannot read is there to be replaced. */
async function loadIfFit(store: ConfigurationStore): Promise<Configuration | undefined> {
  try {
    return (await store.load())?.configuration;
  } catch (error) {
    if (error instanceof Problem && error.options.rule === 'configurationUnfit') return undefined;
    throw error;
  }
}
