import { isDeepStrictEqual } from 'node:util';
import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import { type Configuration, configuration as schema } from '#shared/contract/configuration.ts';
import type { DirectoryGateway } from '../directory/gateway.ts';
import type { ConfigurationStore } from '../store/store.ts';

interface Kept {
  readonly revision: number;
  readonly configuration: Configuration;
  readonly gateways: ReadonlyMap<string, DirectoryGateway>;
}

export interface CurrentConfigurationDeps {
  readonly store: ConfigurationStore;
  openGateway(definition: DirectoryDefinition): DirectoryGateway;
}

/**
 * The configuration of this moment and the gateways of its enabled directories. A change takes effect at the next
 * call, whoever made it, without a restart; gateways that are still in use finish what they do.
 */
export function createCurrentConfiguration({ store, openGateway }: CurrentConfigurationDeps) {
  let kept: Kept = { revision: 0, configuration: schema.parse({}), gateways: new Map() };
  let loading: Promise<void> = Promise.resolve();

  async function load(): Promise<void> {
    const loaded = await store.load();
    if (!loaded || loaded.revision === kept.revision) return;
    const before = kept;
    const enabled = loaded.configuration.directories.filter((directory) => directory.enabled);
    // A directory that stays as it is keeps its gateway, which knows how often it was tried in vain.
    const gateways = enabled.map((definition) => {
      const isAsBefore = before.configuration.directories.some((each) => isDeepStrictEqual(each, definition));
      const known = isAsBefore ? before.gateways.get(definition.key) : undefined;
      return [definition.key, known ?? openGateway(definition)] as const;
    });
    kept = { ...loaded, gateways: new Map(gateways) };
    const isStillUsed = (gateway: DirectoryGateway) => [...kept.gateways.values()].includes(gateway);
    await Promise.all([...before.gateways.values()].filter((each) => !isStillUsed(each)).map((each) => each.close()));
  }

  async function current(): Promise<Kept> {
    if ((await store.revision()) !== kept.revision) {
      loading = loading.then(load, load);
      await loading;
    }
    return kept;
  }

  return {
    configuration: async (): Promise<Configuration> => (await current()).configuration,
    gateway: async (key: string): Promise<DirectoryGateway | undefined> => (await current()).gateways.get(key),
    /** Of those that have people: where entries only complete them, nobody signs in. */
    gateways: async (): Promise<DirectoryGateway[]> => {
      const { configuration, gateways } = await current();
      return configuration.directories.flatMap(({ key, join }) => (join ? [] : (gateways.get(key) ?? [])));
    },
    async close(): Promise<void> {
      // That a configuration could not be loaded keeps nothing from being closed.
      await Promise.allSettled([loading]);
      await Promise.all([...kept.gateways.values()].map((gateway) => gateway.close()));
    },
  };
}
