import { createServer } from 'node:net';

const tries = 50;

/** The first port from here on that nothing listens on; says what is in the way where there is none. */
export async function nextFreePort(first: number): Promise<number> {
  let obstacle: unknown;
  for (let port = first; port < first + tries && port <= 65_535; port += 1) {
    obstacle = await obstacleAt(port);
    if (!obstacle) return port;
  }
  throw new Error(`No free port from ${first} to ${first + tries - 1}: ${obstacle}`, { cause: obstacle });
}

function obstacleAt(port: number): Promise<unknown> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve).listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });
}
