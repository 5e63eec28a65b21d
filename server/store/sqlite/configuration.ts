import { eq } from 'drizzle-orm';
import { type Configuration, configuration as schema } from '#shared/contract/configuration.ts';
import { Problem } from '../../problem.ts';
import type { ConfigurationStore } from '../store.ts';
import type { Database } from './database.ts';
import { configurations } from './schema/configuration.ts';

const { revision, document } = configurations;
const id = 1;

export function createConfigurationStore(database: Database): ConfigurationStore {
  const currentRevision = database.prepare((queries) => queries.select({ revision }).from(configurations));

  return {
    async load() {
      const kept = await database.read((queries) =>
        queries.select({ revision, document }).from(configurations).where(eq(configurations.id, id)).get(),
      );
      return kept && { configuration: parse(kept.document), revision: kept.revision };
    },

    revision: () => database.read(() => currentRevision.get()?.revision ?? 0),

    save: (configuration, expectedRevision) =>
      database.write((queries) => {
        const next = { revision: expectedRevision + 1, document: configuration };
        const { changes } =
          expectedRevision === 0
            ? queries
                .insert(configurations)
                .values({ id, ...next })
                .onConflictDoNothing()
                .run()
            : queries.update(configurations).set(next).where(eq(revision, expectedRevision)).run();
        return changes === 1;
      }),
  };
}

/** What an older version kept gets the defaults of what came since. */
function parse(kept: unknown): Configuration {
  const { data, error } = schema.safeParse(kept);
  if (data) return data;
  const detail = 'The configuration in the store does not fit this version of Nameplate. Apply a configuration file.';
  throw new Problem('internal', detail, { rule: 'configurationUnfit', cause: error });
}
