import { fileURLToPath } from 'node:url';
import type SQLite from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { Problem } from '../../problem.ts';

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/** Marks a database file as Nameplate's (https://www.sqlite.org/pragma.html#pragma_application_id): "Nmpl". */
const applicationId = 0x4e6d706c;

/**
 * Applies the migrations that the file lacks, all or none. `user_version` counts those applied, and is read under the
 * write lock, since two processes may open the file at once; drizzle's own `migrate` looks before it locks.
 */
export function applyMigrations(client: SQLite.Database, file: string): void {
  const migrations = readMigrationFiles({ migrationsFolder });
  if (appliedMigrations(client, file, migrations.length) === migrations.length) return;
  // A migration that rebuilds a table would otherwise delete what refers to it; this has no effect in a transaction.
  client.pragma('foreign_keys = OFF');
  const migrate = client.transaction(() => {
    const applied = appliedMigrations(client, file, migrations.length);
    for (const statement of migrations.slice(applied).flatMap(({ sql }) => sql)) client.exec(statement);
    const dangling = client.pragma('foreign_key_check') as unknown[];
    if (dangling.length > 0) throw new Error(`A migration left ${dangling.length} references to nothing`);
    client.pragma(`application_id = ${applicationId}`);
    client.pragma(`user_version = ${migrations.length}`);
  });
  migrate.immediate();
}

function appliedMigrations(client: SQLite.Database, file: string, known: number): number {
  const isOurs = client.pragma('application_id', { simple: true }) === applicationId;
  const { tables } = client.prepare('select count(*) as tables from sqlite_schema').get() as { tables: number };
  if (!isOurs && tables > 0) {
    const detail = `The store ${file} is the database of another program. Choose another folder in NAMEPLATE_DATA.`;
    throw new Problem('internal', detail, { rule: 'store' });
  }
  const applied = client.pragma('user_version', { simple: true }) as number;
  if (applied > known) {
    const detail = `The store ${file} was written by a newer version of Nameplate (${applied}, this one knows ${known}). Start that version, or restore a backup from before.`;
    throw new Problem('internal', detail, { rule: 'storeIsNewer' });
  }
  return isOurs ? applied : 0;
}
