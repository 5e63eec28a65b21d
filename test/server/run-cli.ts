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

export interface StartedServer {
  readonly url: string;
  /** How it ends; it is told to. */
  stop(): Promise<Outcome>;
}

/** `nameplate serve`, once it listens. */
export async function startServer({ env = {}, cwd }: RunOptions = {}): Promise<StartedServer> {
  const child = startCLI(['serve'], { env: { NAMEPLATE_LISTEN: '127.0.0.1:0', ...env }, ...(cwd && { cwd }) });
  const ended = outcomeOf(child);
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk;
      const [, found] = /"url":"([^"]+)"/.exec(said) ?? [];
      if (found) resolve(found);
    });
    child.once('close', () => reject(new Error(said)));
  });
  return {
    url,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

export async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('The child has no output to read');
  const [written, said, [status]] = await Promise.all([text(stdout), text(stderr), once(child, 'close')]);
  return { status, stdout: written, stderr: said };
}
