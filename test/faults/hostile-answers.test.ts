import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { operations } from '#server/directory/answer.ts';
import { aGatewayTo, impatient } from './gateways.ts';
import {
  entry,
  message,
  person,
  type Request,
  requested,
  result,
  startHostileDirectory,
  startHostileServer,
} from './hostile-server.ts';

const problem = (kind: 'internal' | 'unavailable', rule: string) => ({
  kind,
  options: { rule },
  message: expect.stringContaining('"Hostile"'),
});
const [noticeOfDisconnection, intermediate, sequence] = [operations.extended, 0x79, 0x30];

/** Sequences within one another, each with its length in four octets. */
function nested(depth: number): Buffer {
  const bytes = Buffer.alloc(depth * 6);
  for (let level = 0; level < depth; level++) {
    bytes.writeUInt16BE(0x3084, level * 6);
    bytes.writeUInt32BE((depth - level - 1) * 6, level * 6 + 2);
  }
  return bytes;
}

describe('what cannot be an answer ends the connection at once, and with a problem', () => {
  test.each<[what: string, answer: (request: Request) => Buffer]>([
    ['a message with the id of no request', ({ id }) => result(id + 1, operations.search)],
    ['a message with a negative id', () => result(-1, operations.search)],
    ['a result of another kind', ({ id }) => result(id, operations.modify)],
    ['L12 an intermediate response', ({ id }) => message(id, intermediate, () => {})],
    ['bytes that are no LDAP', () => Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['random bytes in the form of a message', () => Buffer.from('300f02017fffee84ffff0102030405060708', 'hex')],
    ['L14 a length of 2 GiB', () => Buffer.from('30847fffffff', 'hex')],
    ['L14 a length of 4 GiB', () => Buffer.from('3084ffffffff', 'hex')],
    ['L14 a length of more octets than LDAP uses', () => Buffer.from('3088000000000000ffff', 'hex')],
    ['a length that is left open', () => Buffer.from('3080', 'hex')],
    ['an element that reaches beyond its message', () => Buffer.from('300502010265ff', 'hex')],
    ['a message without an operation', ({ id }) => Buffer.from([sequence, 3, 2, 1, id])],
    ['a message that is empty', () => Buffer.from([sequence, 0])],
    ['sequences nested 100,000 deep', () => nested(100_000)],
    ['a DN that is no UTF-8', ({ id }) => entry(id, Buffer.from([0x63, 0x6e, 0x3d, 0xff]), {})],
  ])('%s', async (_, answer) => {
    const server = await startHostileDirectory(answer);
    await expect(aGatewayTo(server.url).findByUsername('jane', [])).rejects.toMatchObject(
      problem('unavailable', 'protocol'),
    );
    await expect.poll(() => server.connections).toEqual({ all: 1, open: 0 });
  });

  test('what comes whole before it still counts, in one piece or in many', async () => {
    const good = ({ id }: Request) => Buffer.concat([person(id, 'jane'), result(id, operations.search)]);
    const bad = Buffer.from('garbage');
    const inOne = await startHostileDirectory((request) => Buffer.concat([good(request), bad]));
    const inMany = await startHostileDirectory((request, socket) => {
      for (const byte of Buffer.concat([good(request), bad])) socket.write(Buffer.of(byte));
      return undefined;
    });
    for (const { url } of [inOne, inMany]) {
      expect(await aGatewayTo(url).findByUsername('jane', [])).toMatchObject({ username: 'jane' });
    }
  });
});

describe('a server that says that it disconnects (RFC 4511 4.4.1)', () => {
  test('is a problem with its reason', async () => {
    const server = await startHostileDirectory(() => result(0, noticeOfDisconnection, 52));
    await expect(aGatewayTo(server.url).findByUsername('jane', [])).rejects.toMatchObject(
      problem('unavailable', 'shuttingDown'),
    );
    const other = await startHostileDirectory(() => result(0, noticeOfDisconnection, 2));
    await expect(aGatewayTo(other.url).findByUsername('jane', [])).rejects.toMatchObject(
      problem('unavailable', 'closed'),
    );
  });

  test('between two uses is no problem: the next one is on a new connection', async () => {
    let first: Socket | undefined;
    const server = await startHostileDirectory(({ id }, socket) => {
      first ??= socket;
      return Buffer.concat([person(id, 'jane'), result(id, operations.search)]);
    });
    const gateway = aGatewayTo(server.url);
    await gateway.findByUsername('jane', []);
    first?.write(result(0, noticeOfDisconnection, 52));
    expect(await gateway.findByUsername('jane', [])).toMatchObject({ username: 'jane' });
    await expect.poll(() => server.connections).toEqual({ all: 2, open: 1 });
  });
});

describe('L11 result codes are told by their numbers', () => {
  test.each([
    [1, 'internal', 'bindRequired'],
    [3, 'unavailable', 'tooSlow'],
    [8, 'internal', 'encryptionRequired'],
    [10, 'internal', 'referral'],
    [11, 'unavailable', 'tooSlow'],
    [12, 'internal', 'missingControl'],
    [13, 'internal', 'encryptionRequired'],
    [32, 'internal', 'noSuchBase'],
    [51, 'unavailable', 'busy'],
    [52, 'unavailable', 'shuttingDown'],
    [80, 'internal', 'resultCode'],
    [122, 'internal', 'resultCode'],
    [123, 'internal', 'resultCode'],
    [4096, 'internal', 'resultCode'],
    [16_654, 'internal', 'resultCode'],
  ] as const)('%i', async (code, kind, rule) => {
    const server = await startHostileDirectory(({ id }) => result(id, operations.search, code));
    const finding = aGatewayTo(server.url).findByUsername('jane', []);
    await expect(finding).rejects.toMatchObject(problem(kind, rule));
    if (rule === 'resultCode') await expect(finding).rejects.toThrow(`result code ${code}.`);
  });
});

describe('a server that takes its time', () => {
  test('accepts a connection and is silent', async () => {
    const server = await startHostileServer(() => undefined);
    const finding = aGatewayTo(server.url, impatient).findByUsername('jane', []);
    await expect(finding).rejects.toMatchObject(problem('unavailable', 'timeout'));
    await expect.poll(() => server.connections.open).toBe(0);
  });

  test.each(['ldaps', 'starttls'] as const)('or in the midst of the handshake of TLS (%s)', async (tls) => {
    const server = await startHostileServer(({ id }) => result(id, operations.extended));
    const url = tls === 'ldaps' ? server.url.replace('ldap:', 'ldaps:') : server.url;
    const finding = aGatewayTo(url, { ...impatient, tls }).findByUsername('jane', []);
    await expect(finding).rejects.toMatchObject(problem('unavailable', 'timeout'));
    expect(server.requests.map(({ operation }) => operation)).toEqual(tls === 'ldaps' ? [] : [requested.extended]);
    await expect.poll(() => server.connections.open).toBe(0);
  });

  test('answers byte by byte: the whole answer has one time limit, not each byte', async () => {
    let sent = 0;
    const server = await startHostileDirectory(({ id }, socket) => {
      const bytes = person(id, 'jane', { description: 'x'.repeat(10_000) });
      const drip = setInterval(() => socket.write(bytes.subarray(sent, ++sent)), 10);
      socket.on('close', () => clearInterval(drip));
      return undefined;
    });
    const finding = aGatewayTo(server.url, impatient).findByUsername('jane', []);
    await expect(finding).rejects.toMatchObject(problem('unavailable', 'timeout'));
    expect(sent).toBeGreaterThan(1);
  });

  test('so have entries that never end, and what they may take of the memory has a limit too (L14)', async () => {
    let sent = 0;
    const server = await startHostileDirectory(({ id }, socket) => {
      const many = Buffer.concat(Array.from({ length: 1000 }, () => person(id, 'x', { cn: Array(100).fill('') })));
      const pour = () => {
        while (socket.writable) {
          sent += 1000;
          if (!socket.write(many)) return;
        }
      };
      socket.on('drain', pour);
      pour();
      return undefined;
    });
    await expect(
      aGatewayTo(server.url, { operationTimeoutSeconds: 60 }).findByUsername('jane', []),
    ).rejects.toMatchObject(problem('unavailable', 'protocol'));
    // Their bytes alone would let 700,000 in.
    expect(sent).toBeLessThan(100_000);
  });
});
