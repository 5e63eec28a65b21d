import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lastLines, startProgram } from '#demo/run/run-program.ts';
import { freePort } from '#test/directories/free-port.ts';

const patience = 30_000;

/** `nameplate serve` as it is right after the installation: no configuration unless told, nothing but the local admin. */
export async function startBareServer(
  configuration?: object,
  environment: Readonly<Record<string, string>> = {},
  wantedPort?: number,
) {
  const admin = { username: 'root', password: 'fake-password-of-root' };
  const folder = await mkdtemp(join(tmpdir(), 'nameplate-bare-'));
  const logFile = join(folder, 'server.log');
  const configurationFile = configuration ? join(folder, 'nameplate.json') : '';
  if (configuration) await writeFile(configurationFile, JSON.stringify(configuration));
  const port = wantedPort ?? (await freePort());
  const child = startProgram({
    args: [join(import.meta.dirname, '../../server/cli.ts'), 'serve'],
    env: {
      ...environment,
      NAMEPLATE_LISTEN: `127.0.0.1:${port}`,
      NAMEPLATE_DATA: join(folder, 'data'),
      NAMEPLATE_SECRET: randomBytes(32).toString('base64'),
      NAMEPLATE_ADMIN: `${admin.username}:${admin.password}`,
      NAMEPLATE_CONFIG: configurationFile,
    },
    logFile,
  });
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  async function stop(): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  const isHealthy = () =>
    fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      // Nobody listens yet.
      () => false,
    );
  for (const deadline = Date.now() + patience; !(await isHealthy()); await pause(50)) {
    if (Date.now() < deadline && child.exitCode === null) continue;
    const said = await lastLines(logFile);
    await stop();
    throw new Error(`The server does not answer at ${url}\n${said}`);
  }
  return { url, admin, stop };
}
export type BareServer = Awaited<ReturnType<typeof startBareServer>>;
