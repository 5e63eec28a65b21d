import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

export interface Program {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What it says goes there. */
  readonly logFile: string;
}

/** Starts one of our programs with this Node. Where the system can, it ends with us, even when we are killed. */
export function startProgram({ args, env, logFile }: Program): ChildProcess {
  const log = openSync(logFile, 'a');
  const command = [
    ...(process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'TERM'] : []),
    process.execPath,
    ...args,
  ];
  const [file = process.execPath, ...rest] = command;
  const child = spawn(file, rest, { stdio: ['ignore', log, log], env: { ...process.env, ...env } });
  closeSync(log);
  return child;
}

/** Runs one of our programs to its end; rejects with what it last said when it fails. */
export async function runProgram(program: Program, signal: AbortSignal): Promise<void> {
  const child = startProgram(program);
  const stop = () => void child.kill();
  signal.addEventListener('abort', stop);
  const [status] = await once(child, 'exit');
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (status !== 0) throw new Error(`${program.args[0]} ended with ${status}\n${await lastLines(program.logFile)}`);
}

/** The end of a log, for a person who has to find out what went wrong. */
export async function lastLines(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n');
  return lines.slice(-15).join('\n');
}
