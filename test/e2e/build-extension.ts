import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '#test/directories/command.ts';

const root = join(import.meta.dirname, '../..');

export interface BuiltExtension {
  /** The folder of the unpacked extension. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** Builds the extension as `npm run build` does, into a folder of its own; with a stamp, a company's build. */
export async function buildExtension(options: {
  readonly browser: 'chrome' | 'firefox';
  readonly server?: string;
  readonly intranet?: readonly string[];
}): Promise<BuiltExtension> {
  const { browser, server = '', intranet = [] } = options;
  await using parts = new AsyncDisposableStack();
  const out = await mkdtemp(join(tmpdir(), 'nameplate-extension-'));
  parts.defer(() => rm(out, { recursive: true, force: true }));
  await run('npx', ['wxt', 'build', 'extension', '-b', browser, '--mv3'], {
    cwd: root,
    // Vitest's own NODE_ENV would make it a build for development.
    env: {
      NODE_ENV: 'production',
      NAMEPLATE_OUT: out,
      NAMEPLATE_SERVER: server,
      NAMEPLATE_INTRANET: intranet.join(','),
    },
  });
  const built = parts.move();
  return { folder: join(out, `${browser}-mv3`), remove: () => built.disposeAsync() };
}
