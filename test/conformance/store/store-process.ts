import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Store } from '#server/store/store.ts';
import type { Call } from './store-process-main.ts';

type Parts = Omit<Store, 'close'>;

/** A store that another process has open; its calls travel there and back. */
export interface StoreProcess extends Parts {
  /** SIGKILL: the process gets no chance to tidy up. */
  kill(): Promise<void>;
}

export async function startStoreProcess(adapter: string, location: string): Promise<StoreProcess> {
  const main = fileURLToPath(new URL('./store-process-main.ts', import.meta.url));
  const child = fork(main, [adapter, location], { serialization: 'advanced' });
  const failed = once(child, 'exit').then(() => Promise.reject(new Error('The process could not open the store')));
  await Promise.race([once(child, 'message'), failed]);
  let calls = 0;

  function part<Name extends keyof Parts>(name: Name): Parts[Name] {
    const get =
      (_: object, method: string) =>
      (...args: unknown[]) =>
        ask(child, { id: ++calls, part: name, method, args });
    return new Proxy({}, { get }) as Parts[Name];
  }

  return {
    people: part('people'),
    sessions: part('sessions'),
    signInAttempts: part('signInAttempts'),
    localAccounts: part('localAccounts'),
    configuration: part('configuration'),
    valueCounts: part('valueCounts'),
    outbox: part('outbox'),
    history: part('history'),
    personalData: part('personalData'),
    pictures: part('pictures'),
    proposals: part('proposals'),
    entryNames: part('entryNames'),
    syncRuns: part('syncRuns'),
    syncStates: part('syncStates'),
    sweeps: part('sweeps'),
    async kill() {
      if (child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function ask(child: ChildProcess, call: Call): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onMessage = ({ id, result, error }: { id: number; result?: unknown; error?: string }) => {
      if (id !== call.id) return;
      child.off('message', onMessage);
      if (error === undefined) resolve(result);
      else reject(new Error(error));
    };
    child.on('message', onMessage);
    child.send(call);
  });
}
