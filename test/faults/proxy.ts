import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A TCP proxy before a real directory, which hears everything and may break things. */
export interface BreakableProxy {
  readonly port: number;
  /** What clients sent, all connections together. */
  heard(): Buffer;
  /** How many connections there were. */
  connections(): number;
  /** Ends all connections: with a farewell (FIN), or without (RST). */
  end(how: 'FIN' | 'RST'): void;
  /** From now on requests still arrive, but no answer does: the connection breaks instead. */
  breakBeforeAnswer(): void;
  /** From now on no request arrives: the connection breaks instead. */
  breakBeforeRequest(): void;
  /** From now on an answer breaks off after so many bytes. */
  breakWithinAnswer(bytes: number): void;
  /** Lets everything through again. */
  mend(): void;
  close(): Promise<void>;
}

export async function startProxy(targetPort: number): Promise<BreakableProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const chunks: Buffer[] = [];
  let connections = 0;
  let [requests, answerBytes] = [true, Number.POSITIVE_INFINITY];

  const server = createServer({ noDelay: true }, (client) => {
    connections += 1;
    const target = connect({ port: targetPort, host: '127.0.0.1', noDelay: true });
    const pair = [client, target] as const;
    pairs.add(pair);
    const breakOff = () => {
      pairs.delete(pair);
      client.resetAndDestroy();
      target.destroy();
    };
    client.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (!requests) return breakOff();
      target.write(chunk);
    });
    target.on('data', (chunk: Buffer) => {
      if (answerBytes >= chunk.length) return client.write(chunk);
      if (answerBytes > 0) client.write(chunk.subarray(0, answerBytes));
      return setImmediate(breakOff);
    });
    for (const [one, other] of [pair, [target, client] as const]) {
      one.on('error', () => other.destroy()).on('close', () => other.end());
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port');

  const end = (how: 'FIN' | 'RST') => {
    for (const [client, target] of pairs) {
      if (how === 'RST') client.resetAndDestroy();
      else client.end();
      target.destroy();
    }
    pairs.clear();
  };
  return {
    port: address.port,
    heard: () => Buffer.concat(chunks),
    connections: () => connections,
    end,
    breakBeforeAnswer() {
      answerBytes = 0;
    },
    breakBeforeRequest() {
      requests = false;
    },
    breakWithinAnswer(bytes) {
      answerBytes = bytes;
    },
    mend() {
      [requests, answerBytes] = [true, Number.POSITIVE_INFINITY];
    },
    async close() {
      end('RST');
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
