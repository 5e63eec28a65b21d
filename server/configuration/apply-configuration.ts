import { isDeepStrictEqual } from 'node:util';
import { type Configuration, configuration as schema } from '#shared/contract/configuration.ts';
import { Problem } from '../problem.ts';
import type { ConfigurationChange, ConfigurationStore } from '../store/store.ts';
import { changedPlaces } from './changed-places.ts';

/** Puts a configuration in the place of the kept one, whole or not at all; one that is the same already stays. */
export async function applyConfiguration(
  store: ConfigurationStore,
  configuration: Configuration,
  { by, at }: Pick<ConfigurationChange, 'by' | 'at'>,
): Promise<'applied' | 'unchanged'> {
  const revision = await store.revision();
  const before = await loadIfFit(store);
  if (isDeepStrictEqual(before, configuration)) return 'unchanged';
  const places = changedPlaces(before ?? schema.parse({}), configuration);
  if (await store.save(configuration, revision, { by, at, places })) return 'applied';
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
