import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { RecordedChange } from '#server/store/history.ts';
import type { CallOptions } from '#test/api/start-api.ts';
import type { Request, ServerOptions, Step } from './steps.ts';

/** A server in a process of its own, which dies as servers do. */
export interface ServerProcess {
  /** Undefined when the server died before it answered. */
  call<Body>(method: string, path: string, options?: CallOptions): Promise<{ status: number; body: Body } | undefined>;
  /** Of how many entries edits wait afterwards. */
  deliver(): Promise<number | undefined>;
  /** New gateways, which have not failed yet. */
  forgetTroubles(): Promise<void>;
  history(): Promise<readonly RecordedChange[]>;
  dieAt(step: Step): Promise<void>;
  readonly pid: number;
  isDead(): boolean;
  /** SIGKILL. */
  kill(): Promise<void>;
}

type WithoutId<Each> = Each extends unknown ? Omit<Each, 'id'> : never;

export async function startServerProcess(options: ServerOptions): Promise<ServerProcess> {
  const main = fileURLToPath(new URL('./server-main.ts', import.meta.url));
  const child = fork(main, [JSON.stringify(options)], { serialization: 'advanced' });
  const ended = once(child, 'exit');
  let isDead = false;
  void ended.then(() => {
    isDead = true;
  });
  await Promise.race([once(child, 'message'), ended.then(() => Promise.reject(new Error('The server did not start')))]);
  let requests = 0;

  async function ask<Result>(request: WithoutId<Request>): Promise<Result | undefined> {
    if (isDead) return undefined;
    const id = ++requests;
    const answered = new Promise<Result>((resolve, reject) => {
      child.on('message', function onMessage(message: { id: number; result: Result; error?: string }) {
        if (message.id !== id) return;
        child.off('message', onMessage);
        if (message.error === undefined) resolve(message.result);
        else reject(new Error(message.error));
      });
    });
    child.send({ ...request, id }, () => undefined);
    return Promise.race([answered, ended.then(() => undefined)]);
  }

  return {
    call: (method, path, callOptions = {}) => ask({ kind: 'call', method, path, options: callOptions }),
    deliver: () => ask<number>({ kind: 'deliver' }),
    forgetTroubles: async () => void (await ask({ kind: 'forgetTroubles' })),
    history: async () => (await ask<readonly RecordedChange[]>({ kind: 'history' })) ?? [],
    dieAt: async (step) => void (await ask({ kind: 'dieAt', step })),
    pid: child.pid ?? 0,
    isDead: () => isDead,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
