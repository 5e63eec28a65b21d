import { hash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Pictures } from '../pictures.ts';
import type { Database } from './database.ts';
import { pictures } from './schema/pictures.ts';

export function createPictures(database: Database): Pictures {
  const bySHA256 = database.prepare((queries) =>
    queries
      .select()
      .from(pictures)
      .where(eq(pictures.sha256, sql.placeholder('sha256'))),
  );
  const known = database.prepare((queries) =>
    queries
      .select({ sha256: pictures.sha256 })
      .from(pictures)
      .where(eq(pictures.sha256, sql.placeholder('sha256'))),
  );

  return {
    async put(bytes) {
      const sha256 = hash('sha256', bytes);
      if (await database.read(() => known.get({ sha256 }))) return sha256;
      await database.write((queries) =>
        queries
          .insert(pictures)
          .values({ sha256, bytes: Buffer.from(bytes) })
          .onConflictDoNothing()
          .run(),
      );
      return sha256;
    },

    get: async (sha256) => (await database.read(() => bySHA256.get({ sha256 })))?.bytes,
  };
}
