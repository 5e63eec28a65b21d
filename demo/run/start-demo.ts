import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startIntranet } from '../intranet/start-intranet.ts';
import type { DemoOptions } from './demo-options.ts';
import { type Browser, findBrowser } from './find-browser.ts';
import { nextFreePort } from './next-free-port.ts';
import { openBrowser } from './open-browser.ts';
import { runProgram } from './run-program.ts';
import { startDirectory } from './start-directory.ts';
import { startServer } from './start-server.ts';

const root = join(import.meta.dirname, '../..');

export interface Demo {
  readonly directoryURL: string;
  readonly serverURL: string;
  readonly intranetURL: string;
  /** The folder of the built extension, where it was to be built. */
  readonly extension: string | undefined;
  readonly browser: Browser | undefined;
  /** Resolves when a part that the demo cannot do without has ended by itself. */
  readonly broken: Promise<string>;
  stop(): Promise<void>;
}

/** Starts all parts, or none: what had been started is ended when a later one fails or `signal` aborts. */
export async function startDemo(options: DemoOptions, signal: AbortSignal, say: (line: string) => void): Promise<Demo> {
  await using parts = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'nameplate-demo-'));
  parts.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

  say('Starting a directory of 240 people …');
  const directory = await startDirectory(await nextFreePort(options.ports.directory), join(folder, 'directory'));
  parts.defer(() => directory.stop());
  signal.throwIfAborted();

  const intranet = await startIntranet({ port: await nextFreePort(options.ports.intranet) });
  parts.defer(() => intranet.stop());
  say('Starting the server …');
  const server = await startServer(
    {
      port: await nextFreePort(options.ports.server),
      folder: join(folder, 'server'),
      directory,
      intranetURL: intranet.url,
    },
    signal,
  );
  parts.defer(() => server.stop());

  const browser = options.browser ? findBrowser(process.env, process.platform) : undefined;
  const extension = options.build ? join(folder, 'extension') : undefined;
  if (extension) {
    const kind = browser?.kind ?? 'chrome';
    say('Building the extension …');
    await runProgram(
      {
        args: [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build', join(root, 'extension'), '-b', kind, '--mv3'],
        env: {
          NAMEPLATE_OUT: join(folder, 'build'),
          NAMEPLATE_SERVER: server.url,
          NAMEPLATE_INTRANET: `${intranet.url}/*`,
        },
        logFile: join(folder, 'build.log'),
      },
      signal,
    );
    await cp(join(folder, 'build', `${kind}-mv3`), extension, { recursive: true });
    if (browser) {
      const profile = join(folder, 'profile');
      await mkdir(profile, { recursive: true });
      const window = await openBrowser({ browser, extension, profile, url: intranet.url });
      parts.defer(() => window.close());
    }
  }
  signal.throwIfAborted();

  const started = parts.move();
  return {
    directoryURL: directory.url,
    serverURL: server.url,
    intranetURL: intranet.url,
    extension,
    browser,
    broken: server.ended.then((said) => `The server ended.\n${said}`),
    stop: () => started.disposeAsync(),
  };
}
