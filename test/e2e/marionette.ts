import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** One connection to Firefox's own remote protocol: the commands of WebDriver, over a socket. */
export interface Marionette {
  /** Rejects with what Firefox says was wrong, or once the connection is lost. */
  send<Value>(command: string, parameters?: Readonly<Record<string, unknown>>): Promise<Value>;
  close(): void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}
type Answer = readonly [type: 1, id: number, error: { error: string; message: string } | null, result: unknown];

/**
 * Connects to a Firefox that was started with `--marionette`. WebDriver BiDi would be the newer way, but it leaves out
 * pages of extensions (bug 1755014), and the popup is one.
 */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const isGreeted = new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    readMessages(socket, (message) => {
      if (!Array.isArray(message)) return resolve();
      const [, id, error, result] = message as unknown as Answer;
      const { resolve: settle, reject: fail } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error) fail?.(Object.assign(new Error(`${error.error}: ${error.message}`), { name: error.error }));
      else settle?.(isWrapped(result) ? result.value : result);
    });
  });
  socket.once('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has closed the connection'));
  });
  await Promise.all([once(socket, 'connect'), isGreeted]);
  return {
    send: <Value>(command: string, parameters = {}) =>
      new Promise<Value>((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve: (value) => resolve(value as Value), reject });
        const text = JSON.stringify([0, id, command, parameters]);
        socket.write(`${Buffer.byteLength(text)}:${text}`, (error) => error && reject(error));
      }),
    close: () => void socket.destroy(),
  };
}

/** A message is the number of its bytes, a colon, and JSON. */
function readMessages(socket: Socket, receive: (message: unknown) => void): void {
  let received = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    for (;;) {
      const colon = received.indexOf(':');
      const end = colon + 1 + Number(received.subarray(0, colon));
      if (colon < 0 || received.length < end) return;
      receive(JSON.parse(received.subarray(colon + 1, end).toString()));
      received = received.subarray(end);
    }
  });
}

const isWrapped = (result: unknown): result is { value: unknown } =>
  typeof result === 'object' && result !== null && Object.keys(result).join() === 'value';
