import { asc, eq, gt, lte } from 'drizzle-orm';
import { type Configuration, configuration as schema } from '#shared/contract/configuration.ts';
import { Problem } from '../../problem.ts';
import type { ConfigurationChange, ConfigurationStore } from '../store.ts';
import type { Database, Queries } from './database.ts';
import { configurationChanges, configurations } from './schema/configuration.ts';

const { revision, document } = configurations;
const id = 1;
const keptChanges = 100;

export function createConfigurationStore(database: Database): ConfigurationStore {
  const currentRevision = database.prepare((queries) => queries.select({ revision }).from(configurations));
  /** Every part of a request asks for it; within one turn of the event loop it is read once. */
  let lately: Promise<number> | undefined;

  function readRevision(): Promise<number> {
    setImmediate(forget);
    return database.read(() => currentRevision.get()?.revision ?? 0);
  }

  function forget(): void {
    lately = undefined;
  }

  return {
    async load() {
      const kept = await database.read((queries) =>
        queries.select({ revision, document }).from(configurations).where(eq(configurations.id, id)).get(),
      );
      return kept && { configuration: parse(kept.document), revision: kept.revision };
    },

    revision: () => (lately ??= readRevision()),

    save(configuration, expectedRevision, change) {
      forget();
      return database.write((queries) => {
        const next = { revision: expectedRevision + 1, document: configuration };
        const { changes } =
          expectedRevision === 0
            ? queries
                .insert(configurations)
                .values({ id, ...next })
                .onConflictDoNothing()
                .run()
            : queries.update(configurations).set(next).where(eq(revision, expectedRevision)).run();
        if (changes === 1 && change) keepChange(queries, next.revision, change);
        return changes === 1;
      });
    },

    changesAfter: (after) =>
      database.read((queries) =>
        queries
          .select()
          .from(configurationChanges)
          .where(gt(configurationChanges.revision, after))
          .orderBy(asc(configurationChanges.revision))
          .all()
          .map(({ revision, changedBy: by, changedAt: at, places }) => ({ revision, by, at, places })),
      ),
  };
}

function keepChange(queries: Queries, revision: number, { by, at, places }: Omit<ConfigurationChange, 'revision'>) {
  queries.insert(configurationChanges).values({ revision, changedBy: by, changedAt: at, places }).run();
  queries
    .delete(configurationChanges)
    .where(lte(configurationChanges.revision, revision - keptChanges))
    .run();
}

/** What an older version kept gets the defaults of what came since. */
function parse(kept: unknown): Configuration {
  const { data, error } = schema.safeParse(kept);
  if (data) return data;
  const detail = 'The configuration in the store does not fit this version of Nameplate. Apply a configuration file.';
  throw new Problem('internal', detail, { rule: 'configurationUnfit', cause: error });
}
