import { spawn, spawnSync } from 'node:child_process';

export interface CommandOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs a program to its end; its standard output, or an error that carries what it said and its exit status. */
export async function run(command: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const child = spawn(command, args, { cwd: options.cwd, env: { ...process.env, ...options.env } });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  child.stdin.on('error', () => child.stdin.destroy());
  child.stdin.end(options.input ?? '');
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (status !== 0) {
    const said = output.stderr.trim() || output.stdout.trim();
    throw Object.assign(new Error(`${command} ended with ${status}: ${said}`), { status, ...output });
  }
  return output.stdout;
}

/** The same while nothing else of this process goes on, so that it falls between two steps of what is under way. */
export function runNow(command: string, args: readonly string[], { input, env, cwd }: CommandOptions = {}): void {
  const { status, stderr, error } = spawnSync(command, args, { input, cwd, env: { ...process.env, ...env } });
  if (error || status !== 0) throw error ?? new Error(`${command} ended with ${status}: ${stderr}`);
}
