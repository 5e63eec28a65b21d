import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const pictures = sqliteTable('pictures', {
  sha256: text().primaryKey(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  /** Since when nothing is known that names it; null as long as something does, or may be about to. */
  unnamedSince: integer('unnamed_since', { mode: 'timestamp_ms' }),
});
