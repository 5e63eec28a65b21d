import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { BerWriter } from 'ldapts';
import { onTestFinished } from 'vitest';
import { operations } from '#server/directory/answer.ts';
import { readElements, readInteger } from '#server/directory/ber.ts';
import { createFraming } from '#server/directory/framing.ts';

/** What a client sent: its message id, what it wants (the tag of RFC 4511), about which entry, and the whole message. */
export interface Request {
  readonly id: number;
  readonly operation: number;
  readonly dn: string;
  readonly message: Buffer;
}

/** Bytes to answer with; undefined is silence, unless it does something to the socket itself. */
export type AnswerRequest = (request: Request, socket: Socket) => Buffer | undefined;

export interface HostileServer {
  readonly url: string;
  readonly requests: readonly Request[];
  /** How many connections there were, and how many of them are still open. */
  readonly connections: { readonly all: number; readonly open: number };
}

export const requested = { bind: 0x60, search: 0x63, modify: 0x66, extended: 0x77 };
const [none, octetString] = [Buffer.alloc(0), 0x04];

/** A server that takes LDAP and answers whatever the test makes of it; it ends with the test. */
export async function startHostileServer(answer: AnswerRequest): Promise<HostileServer> {
  const requests: Request[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const framing = createFraming(2 ** 20);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      // What is no LDAP, such as the greeting of TLS, gets no answer.
      if (framing.size === 0 && chunk[0] !== 0x30) return;
      for (const message of framing.push(chunk)) {
        const [id, operation] = readElements(readElements(message)[0]?.content ?? none);
        const tag = operation?.tag ?? 0;
        const name =
          tag === requested.search || tag === requested.modify
            ? readElements(operation?.content ?? none)[0]
            : undefined;
        const request = {
          id: readInteger(id?.content ?? none),
          operation: tag,
          dn: name?.content.toString() ?? '',
          message,
        };
        requests.push(request);
        const bytes = answer(request, socket);
        if (bytes) socket.write(bytes);
      }
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port');
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(close);
  return {
    url: `ldap://127.0.0.1:${address.port}`,
    requests,
    get connections() {
      return { all: connections, open: sockets.size };
    },
  };
}

/**
 * The same, passing for a directory until people are searched or written: any bind succeeds, and the rootDSE lists
 * these controls.
 */
export function startHostileDirectory(
  answer: AnswerRequest,
  supportedControl: readonly string[] = [],
): Promise<HostileServer> {
  return startHostileServer((request, socket) => {
    const { id, operation, dn } = request;
    if (operation === requested.bind) return result(id, operations.bind);
    if (operation !== requested.search || dn !== '') return answer(request, socket);
    return Buffer.concat([entry(id, '', { supportedControl }), result(id, operations.search)]);
  });
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
      writer.writeBuffer(value, octetString);
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

/** A result that names another server (RFC 4511 4.1.10). */
export function referral(id: number, operation: number, url: string): Buffer {
  return message(id, operation, (writer) => {
    writer.writeEnumeration(10);
    writer.writeString('');
    writer.writeString('');
    writer.startSequence(0xa3);
    writer.writeString(`${url}/dc=example,dc=org`);
    writer.endSequence();
  });
}

export type Values = string | Buffer | readonly (string | Buffer)[];

/** Attributes as an object, or as pairs where one comes twice. */
export function entry(
  id: number,
  dn: string | Buffer,
  attributes: Readonly<Record<string, Values>> | readonly (readonly [string, Values])[],
): Buffer {
  return message(id, operations.searchEntry, (writer) => {
    writer.writeBuffer(Buffer.from(dn), octetString);
    writer.startSequence();
    for (const [type, values] of Array.isArray(attributes) ? attributes : Object.entries(attributes)) {
      writer.startSequence();
      writer.writeString(type);
      writer.startSequence(0x31);
      for (const value of [values].flat()) writer.writeBuffer(Buffer.from(value), octetString);
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

/** A person whose `uid` is this, with what makes an entry a person. */
export function person(id: number, uid: string, attributes: Readonly<Record<string, Values>> = {}): Buffer {
  return entry(id, `uid=${uid},dc=example,dc=org`, { entryUUID: uuidOf(uid), uid, cn: uid, ...attributes });
}

function uuidOf(uid: string): string {
  const hex = createHash('sha256').update(uid).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
