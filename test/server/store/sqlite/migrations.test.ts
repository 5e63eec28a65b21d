import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { aDatabaseFile } from './a-database-file.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const drizzleKit = join(root, 'node_modules/drizzle-kit/bin.cjs');

test('the migrations make just the tables of the schema: nothing is left to generate', async () => {
  const folder = join(dirname(await aDatabaseFile()), 'migrations');
  await cp(join(root, 'server/store/migrations'), folder, { recursive: true });
  // drizzle-kit takes a relative folder alone, and ends with 0 whatever happens: what it says is the proof.
  const args = ['--dialect', 'sqlite', '--schema', 'server/store/sqlite/schema/*.ts', '--out', relative(root, folder)];
  const { stdout } = await promisify(execFile)(process.execPath, [drizzleKit, 'generate', ...args], { cwd: root });
  expect(stdout).toContain('No schema changes, nothing to migrate');
});
