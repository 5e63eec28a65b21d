import { once } from 'node:events';
import { connect } from 'node:net';

export interface Caller {
  /** The answer's JSON; throws on everything but success. */
  call<Answer = unknown>(method: string, path: string, parts: { token?: string; body?: unknown }): Promise<Answer>;
  close(): void;
}

/**
 * Calls a server over one kept connection, a call at a time, with next to nothing of its own: what is measured is the
 * server. Node's own client costs 0.12 ms a call, as much as a server's half of it.
 */
export async function createCaller(url: string): Promise<Caller> {
  const { host, hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  let received = Buffer.alloc(0);
  let awaited: { resolve(answer: Buffer): void; reject(error: Error): void } | undefined;
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    const size = sizeOfAnswer(received);
    if (size === undefined || received.length < size) return;
    awaited?.resolve(received.subarray(0, size));
    received = received.subarray(size);
  });
  socket.on('error', (error) => awaited?.reject(error));
  socket.on('close', () => awaited?.reject(new Error('The server closed the connection')));

  return {
    async call<Answer>(method: string, path: string, { token, body }: { token?: string; body?: unknown }) {
      const text = body === undefined ? '' : JSON.stringify(body);
      const headers = [
        `Host: ${host}`,
        ...(token ? [`Authorization: Bearer ${token}`] : []),
        ...(text ? ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`] : []),
      ];
      const answered = new Promise<Buffer>((resolve, reject) => {
        awaited = { resolve, reject };
      });
      socket.write(`${method} ${path} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n${text}`);
      const answer = (await answered).toString();
      const content = answer.slice(answer.indexOf('\r\n\r\n') + 4);
      if (!/^HTTP\/1\.1 2/u.test(answer)) throw new Error(`${method} ${path}: ${answer.slice(9, 12)} ${content}`);
      return JSON.parse(content) as Answer;
    },
    close: () => socket.destroy(),
  };
}

/** Of the answer that begins here, in bytes; undefined while its head is not complete. */
function sizeOfAnswer(received: Buffer): number | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const length = /^content-length: *(\d+)\r?$/imu.exec(received.toString('latin1', 0, end + 2))?.[1];
  if (length === undefined) throw new Error('The answer does not tell its length');
  return end + 4 + Number(length);
}
