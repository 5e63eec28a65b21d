import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { BerWriter } from 'ldapts';
import { readElements, readInteger } from '#server/directory/ber.ts';
import { createFraming } from '#server/directory/framing.ts';

/** What a client sent: its message id, what it wants (the tag of RFC 4511), and the whole message. */
export interface Request {
  readonly id: number;
  readonly operation: number;
  readonly message: Buffer;
}

export interface HostileServer {
  readonly url: string;
  readonly requests: readonly Request[];
  close(): Promise<void>;
}

export const requested = { bind: 0x60, search: 0x63, modify: 0x66, extended: 0x77 };

/** A server that takes LDAP and answers whatever the test makes of it; undefined is silence. */
export async function startHostileServer(answer: (request: Request) => Buffer | undefined): Promise<HostileServer> {
  const requests: Request[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const framing = createFraming(2 ** 20);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      // What is no LDAP, such as the greeting of TLS, gets no answer.
      if (framing.size === 0 && chunk[0] !== 0x30) return;
      for (const message of framing.push(chunk)) {
        const [id, operation] = readElements(readElements(message)[0]?.content ?? Buffer.alloc(0));
        const request = { id: readInteger(id?.content ?? Buffer.alloc(0)), operation: operation?.tag ?? 0, message };
        requests.push(request);
        const bytes = answer(request);
        if (bytes) socket.write(bytes);
      }
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port');
  return {
    url: `ldap://127.0.0.1:${address.port}`,
    requests,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One LDAPMessage: an operation that `write` fills, and controls with their values. */
export function message(
  id: number,
  operation: number,
  write: (writer: BerWriter) => void,
  controls: Readonly<Record<string, Buffer>> = {},
): Buffer {
  const writer = new BerWriter();
  writer.startSequence();
  writer.writeInt(id);
  writer.startSequence(operation);
  write(writer);
  writer.endSequence();
  if (Object.keys(controls).length > 0) {
    writer.startSequence(0xa0);
    for (const [oid, value] of Object.entries(controls)) {
      writer.startSequence();
      writer.writeString(oid);
      writer.writeBuffer(value, 0x04);
      writer.endSequence();
    }
    writer.endSequence();
  }
  writer.endSequence();
  return Buffer.from(writer.buffer);
}

export function result(
  id: number,
  operation: number,
  code = 0,
  controls: Readonly<Record<string, Buffer>> = {},
): Buffer {
  const write = (writer: BerWriter) => {
    writer.writeEnumeration(code);
    writer.writeString('');
    writer.writeString('');
  };
  return message(id, operation, write, controls);
}

export function entry(id: number, dn: string, attributes: Readonly<Record<string, string>>): Buffer {
  return message(id, 0x64, (writer) => {
    writer.writeString(dn);
    writer.startSequence();
    for (const [type, value] of Object.entries(attributes)) {
      writer.startSequence();
      writer.writeString(type);
      writer.startSequence(0x31);
      writer.writeString(value);
      writer.endSequence();
      writer.endSequence();
    }
    writer.endSequence();
  });
}

/** The value of a paged results control (RFC 2696). */
export function pagedResultsValue(cookie: string): Buffer {
  const writer = new BerWriter();
  writer.startSequence();
  writer.writeInt(0);
  writer.writeString(cookie);
  writer.endSequence();
  return Buffer.from(writer.buffer);
}
