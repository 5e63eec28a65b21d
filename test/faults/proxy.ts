import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { controlTypes } from '#server/directory/controls.ts';

/** A TCP proxy before a real directory, which hears everything and may break things. */
export interface BreakableProxy {
  readonly port: number;
  /** What clients sent, all connections together. */
  heard(): Buffer;
  /** How many connections there were. */
  connections(): number;
  /** Ends all connections: with a farewell (FIN), or without (RST). */
  end(how: 'FIN' | 'RST'): void;
  /** The next requests, so many, still arrive, but no answer does: the connection breaks instead. */
  breakBeforeAnswer(times: number): void;
  /** The next requests, so many, do not arrive: the connection breaks instead. */
  breakBeforeRequest(times: number): void;
  /** From now on an answer breaks off after so many bytes. */
  breakWithinAnswer(bytes: number): void;
  /** From now on new connections are reset at once (`refusing`), or nothing that arrives goes on (`silent`). */
  be(how: 'open' | 'refusing' | 'silent'): void;
  /** So many pages of searches (RFC 2696) are still asked for, then nothing that arrives goes on. */
  fallSilentAfter(pages: number): void;
  /** From now on an answer takes so long. */
  delay(milliseconds: number): void;
  close(): Promise<void>;
}

export async function startProxy(targetPort: number, targetHost = '127.0.0.1'): Promise<BreakableProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const chunks: Buffer[] = [];
  let connections = 0;
  let [state, delayed]: ['open' | 'refusing' | 'silent', number] = ['open', 0];
  let [lostRequests, lostAnswers, answerBytes] = [0, 0, Number.POSITIVE_INFINITY];
  let pagesLeft = Number.POSITIVE_INFINITY;

  const server = createServer({ noDelay: true }, (client) => {
    connections += 1;
    if (state === 'refusing') {
      client.on('error', () => undefined).resetAndDestroy();
      return;
    }
    const target = connect({ port: targetPort, host: targetHost, noDelay: true });
    const pair = [client, target] as const;
    pairs.add(pair);
    const breakOff = () => {
      pairs.delete(pair);
      client.resetAndDestroy();
      target.destroy();
    };
    let answered = 0;
    client.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      answered = 0;
      if (chunk.includes(controlTypes.pagedResults) && --pagesLeft < 0) state = 'silent';
      if (state === 'silent') return;
      if (lostRequests > 0) {
        lostRequests -= 1;
        return breakOff();
      }
      target.write(chunk);
    });
    target.on('data', (chunk: Buffer) => {
      if (state === 'silent') return undefined;
      if (delayed > 0) return setTimeout(() => client.write(chunk), delayed);
      if (lostAnswers > 0) {
        lostAnswers -= 1;
        return breakOff();
      }
      // A busy server sends an answer in many pieces, so what counts is what came since the last request.
      const left = answerBytes - answered;
      answered += chunk.length;
      if (left >= chunk.length) return client.write(chunk);
      client.write(chunk.subarray(0, left));
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
    breakBeforeAnswer(times) {
      lostAnswers = times;
    },
    breakBeforeRequest(times) {
      lostRequests = times;
    },
    breakWithinAnswer(bytes) {
      answerBytes = bytes;
    },
    be(how) {
      state = how;
      pagesLeft = Number.POSITIVE_INFINITY;
      if (how === 'refusing') end('RST');
    },
    fallSilentAfter(pages) {
      pagesLeft = pages;
    },
    delay(milliseconds) {
      delayed = milliseconds;
    },
    async close() {
      end('RST');
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
