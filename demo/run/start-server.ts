import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { OpenLDAP } from '#test/directories/openldap.ts';
import { demoConfiguration, passwordVariable } from './demo-configuration.ts';
import { lastLines, startProgram } from './run-program.ts';

export interface RunningServer {
  readonly url: string;
  /** Resolves when the server ends, whoever ended it, to what it last said. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

export interface ServerPlace {
  readonly port: number;
  readonly folder: string;
  readonly directory: OpenLDAP;
  readonly intranetURL: string;
}

const patience = 30_000;

/** Starts `nameplate serve` with the demo's configuration, as anybody would: by the environment. */
export async function startServer(
  { port, folder, directory, intranetURL }: ServerPlace,
  signal: AbortSignal,
): Promise<RunningServer> {
  await mkdir(folder, { recursive: true });
  const configurationFile = join(folder, 'nameplate.json');
  const configuration = demoConfiguration({ directoryURL: directory.url, serviceDN: directory.serviceDN, intranetURL });
  await writeFile(configurationFile, JSON.stringify(configuration, null, 2));
  const logFile = join(folder, 'server.log');
  const url = `http://127.0.0.1:${port}`;
  const child = startProgram({
    args: [join(import.meta.dirname, '../../server/cli.ts'), 'serve'],
    env: {
      NAMEPLATE_LISTEN: `127.0.0.1:${port}`,
      NAMEPLATE_DATA: join(folder, 'data'),
      NAMEPLATE_SECRET: randomBytes(32).toString('base64'),
      NAMEPLATE_CONFIG: configurationFile,
      [passwordVariable]: directory.servicePassword,
    },
    logFile,
  });
  const ended = once(child, 'exit').then(() => lastLines(logFile));
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const stop = async () => {
    if (isRunning()) child.kill();
    await ended;
  };
  try {
    for (const deadline = Date.now() + patience; !(await isHealthy(url)); await pause(50, undefined, { signal })) {
      if (!isRunning()) throw new Error(`The server ended with ${child.exitCode}\n${await lastLines(logFile)}`);
      if (Date.now() > deadline) throw new Error(`The server does not answer at ${url}\n${await lastLines(logFile)}`);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, ended, stop };
}

async function isHealthy(url: string): Promise<boolean> {
  return fetch(`${url}/api/health`).then(
    (answer) => answer.ok,
    // Nobody listens yet.
    () => false,
  );
}
