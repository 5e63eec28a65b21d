import { connect, createServer } from 'node:net';

/**
 * The ports of this process: below those that the system gives out by itself, so that one which is free while its
 * server is down is nobody else's meanwhile.
 */
const [first, count] = [20_000 + (process.pid % 100) * 120, 120];
let given = 0;

/** A port of 127.0.0.1 that nothing listens on at this moment, and that was not given out of late. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < count; tries++) {
    const port = first + (given++ % count);
    if (await canListen(port)) return port;
  }
  throw new Error(`None of ${count} ports from ${first} on is free`);
}

function canListen(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Whether something takes connections there. */
export function isOpen(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    const answer = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
  });
}
