import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { type Element, readElements } from '#server/directory/ber.ts';
import { createFraming } from '#server/directory/framing.ts';

/** In what a domain controller differs from the real one; it replicates at once, but counts changes by itself. */
export interface Controller {
  readonly host?: string;
  /** 32 hexadecimal digits. */
  readonly invocationId?: string;
  /** By how much its change numbers are lower. */
  readonly behind?: number;
}

/** The address of a domain, behind which another domain controller answers whenever a test says so; it ends with the test. */
export async function startControllers(realAddress: string) {
  let controller: Controller = {};
  const server = createServer({ noDelay: true }, (client) => {
    const { host, invocationId, behind = 0 } = controller;
    const target = connect({ port: 389, host: realAddress, noDelay: true });
    const counted = (by: number) => (value: Buffer) => Buffer.from(String(BigInt(value.toString()) + BigInt(by)));
    pass(client, target, { uSNChanged: counted(behind) });
    pass(target, client, {
      uSNChanged: counted(-behind),
      highestCommittedUSN: counted(-behind),
      ...(host && { dnsHostName: () => Buffer.from(host) }),
      ...(invocationId && { invocationId: () => Buffer.from(invocationId, 'hex') }),
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port');
  return {
    url: `ldap://127.0.0.1:${address.port}`,
    /** From the next connection on. */
    answerAs(other: Controller): void {
      controller = other;
    },
  };
}

type Values = Readonly<Record<string, (value: Buffer) => Buffer>>;

function pass(from: Socket, to: Socket, values: Values): void {
  const framing = createFraming(2 ** 24);
  from.on('error', () => to.destroy()).on('close', () => to.destroy());
  from.on('data', (chunk: Buffer) => {
    for (const message of framing.push(chunk)) to.write(rewritten(message, values));
  });
}

const [octetString, setOf] = [0x04, 0x31];
const constructed = 0x20;
/** Filters by a value: equal, at least, at most (RFC 4511 4.5.1). */
const assertions = [0xa3, 0xa5, 0xa6];

/** The same LDAP with other values of some attributes, in entries and in filters. */
function rewritten(bytes: Buffer, values: Values): Buffer {
  const elements = readElements(bytes).map(({ tag, content }) => {
    if ((tag & constructed) === 0) return element(tag, content);
    const [name, value] = readElements(content);
    const change = name?.tag === octetString ? values[name.content.toString()] : undefined;
    if (name && value && change && (value.tag === setOf || assertions.includes(tag)))
      return element(tag, Buffer.concat([element(name.tag, name.content), changed(value, change)]));
    return element(tag, rewritten(content, values));
  });
  return Buffer.concat(elements);
}

function changed({ tag, content }: Element, change: (value: Buffer) => Buffer): Buffer {
  if (tag !== setOf) return element(tag, change(content));
  return element(tag, Buffer.concat(readElements(content).map((value) => element(value.tag, change(value.content)))));
}

function element(tag: number, content: Buffer): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt8(tag, 0);
  // A length of four octets, as Active Directory writes it itself.
  head.writeUInt8(0x84, 1);
  head.writeUInt32BE(content.length, 2);
  return Buffer.concat([head, content]);
}
