import { blob, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const pictures = sqliteTable('pictures', {
  sha256: text().primaryKey(),
  bytes: blob({ mode: 'buffer' }).notNull(),
});
