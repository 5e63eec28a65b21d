import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

export interface Service {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly isUp: () => Promise<boolean>;
  /** How to find out why it did not start. */
  readonly hint: string;
}

/** Starts a program that serves, and waits until it does. It ends with this process, however this one ends. */
export async function startService({ command, args, env, isUp, hint }: Service): Promise<ChildProcess> {
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', command, ...args], {
    stdio: 'ignore',
    env: { ...process.env, ...env },
  });
  let failure: unknown;
  child.once('error', (error) => {
    failure = error;
  });
  for (const deadline = Date.now() + 30_000; !(await isUp()); await pause(20)) {
    if (failure || child.exitCode !== null || Date.now() > deadline) {
      await endService(child, 'SIGKILL');
      throw new Error(`${command} did not start (exit status ${child.exitCode}); ${hint}`, { cause: failure });
    }
  }
  return child;
}

export async function endService(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const killer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  child.kill('SIGCONT');
  child.kill(signal);
  await gone;
  clearTimeout(killer);
}
