import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const cli = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly cwd?: string;
}

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command line as a person would: by its shebang, with an environment of its own. */
export function startCLI(args: readonly string[], { env = {}, cwd }: RunOptions = {}): ChildProcess {
  const PATH = `${dirname(process.execPath)}:/usr/bin:/bin`;
  const child = spawn(cli, args, { env: { PATH, ...env }, cwd });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

export async function runCLI(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const child = startCLI(args, options);
  child.stdin?.end(options.input ?? '');
  return outcomeOf(child);
}

export async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('The child has no output to read');
  const [written, said, [status]] = await Promise.all([text(stdout), text(stderr), once(child, 'close')]);
  return { status, stdout: written, stderr: said };
}
