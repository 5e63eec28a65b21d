import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const entryNames = sqliteTable(
  'entry_names',
  {
    directory: text().notNull(),
    dn: text().notNull(),
    entryId: text('entry_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.directory, table.dn] })],
);
