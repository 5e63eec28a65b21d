import { and, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { SignInAttempts } from '../sign-in-attempts.ts';
import type { Database } from './database.ts';
import { signInAttempts as attempts, signInPlaces as places } from './schema/accounts.ts';

export function createSignInAttempts(database: Database): SignInAttempts {
  return {
    take: (buckets, now) =>
      database.write((queries) => {
        const keys = buckets.map(({ key }) => key);
        const rows = queries
          .select()
          .from(attempts)
          .where(and(inArray(attempts.key, keys), gt(attempts.expiresAt, now)))
          .all();
        const counted = new Map(rows.map((row) => [row.key, row]));
        const full = buckets.flatMap(({ key, most }) => {
          const row = counted.get(key);
          return row && row.count >= most ? [row.expiresAt] : [];
        });
        if (full.length > 0) return full.toSorted((one, other) => Number(other) - Number(one))[0];
        for (const { key, expiresAt, prolongs } of buckets) {
          const row = counted.get(key);
          const values = { count: (row?.count ?? 0) + 1, expiresAt: row && !prolongs ? row.expiresAt : expiresAt };
          queries
            .insert(attempts)
            .values({ key, ...values })
            .onConflictDoUpdate({ target: attempts.key, set: values })
            .run();
        }
        return undefined;
      }),

    giveBack: (keys) =>
      database.write(
        (queries) =>
          void queries
            .update(attempts)
            .set({ count: sql`max(0, ${attempts.count} - 1)` })
            .where(inArray(attempts.key, [...keys]))
            .run(),
      ),

    forget: (keys) =>
      database.write(
        (queries) =>
          void queries
            .delete(attempts)
            .where(inArray(attempts.key, [...keys]))
            .run(),
      ),

    isKnownPlace: (key, now) =>
      database.read(
        (queries) =>
          queries
            .select()
            .from(places)
            .where(and(eq(places.key, key), gt(places.expiresAt, now)))
            .get() !== undefined,
      ),

    keepPlaces: (keys, expiresAt) =>
      database.write((queries) => {
        for (const key of keys) {
          queries
            .insert(places)
            .values({ key, expiresAt })
            .onConflictDoUpdate({ target: places.key, set: { expiresAt } })
            .run();
        }
      }),

    removeExpired: (now) =>
      database.write(
        (queries) =>
          queries.delete(attempts).where(lte(attempts.expiresAt, now)).run().changes +
          queries.delete(places).where(lte(places.expiresAt, now)).run().changes,
      ),
  };
}
