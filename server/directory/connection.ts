import type { Socket } from 'node:net';
import {
  Attribute,
  BindRequest,
  Change,
  type Control,
  ExtendedRequest,
  type Filter,
  type Message,
  ModifyRequest,
  SearchRequest,
  UnbindRequest,
} from 'ldapts';
import { type Answer, operations, type RawEntry, type Result, readAnswer, readRawEntry } from './answer.ts';
import { ConnectionError, ResultError } from './connection-errors.ts';
import { createFraming } from './framing.ts';
import { resultCode } from './result-code.ts';

export interface Search {
  readonly base: string;
  readonly scope: 'base' | 'sub';
  readonly filter: Filter;
  readonly attributes: readonly string[];
  readonly controls?: readonly Control[];
}

export interface Found {
  readonly entries: readonly RawEntry[];
  readonly controls: Result['controls'];
}

/** What was found, entry by entry as it came (RFC 4511 4.5.2). */
export interface FoundBytes {
  readonly entries: readonly Buffer[];
  readonly controls: Result['controls'];
}

export interface Modification {
  readonly operation: 'add' | 'delete' | 'replace';
  readonly attribute: string;
  readonly values: readonly Buffer[];
}

/**
 * One LDAP session. It never reconnects: from the first error, timeout, close or answer that cannot be read on it is
 * dead, and each pending and later request ends with a ConnectionError (L1, L2). An answer other than success is a
 * ResultError. Referrals are not followed.
 */
export interface Connection {
  readonly isUsable: boolean;
  /** How many Modify requests left on this connection; what became of the last may be unknown. */
  readonly modifiesSent: number;
  /** A simple bind. One that fails leaves the connection dead, since it would go on anonymously. */
  bind(dn: string, password: string): Promise<void>;
  search(search: Search): Promise<Found>;
  /** The same with the entries still encoded: only that each is a message of its own has been checked. */
  searchBytes(search: Search): Promise<FoundBytes>;
  modify(dn: string, modifications: readonly Modification[], controls?: readonly Control[]): Promise<void>;
  extended(oid: string): Promise<void>;
  /** Gives the socket away, for StartTLS; refused when more was received than was answered. */
  release(): Socket;
  close(): void;
}

export interface ConnectionLimits {
  readonly operationSeconds: number;
  readonly messageBytes: number;
  /** All entries of one search together, with the memory that each of their values costs beside its bytes. */
  readonly answerBytes: number;
}

interface Pending {
  readonly operation: number;
  /** Takes an entry, and says what it costs beside its bytes. */
  take(entry: Buffer): number;
  bytes: number;
  settle(outcome: Result | ConnectionError): void;
}

/** Codes after which nothing more is to be expected of the session: a bind is wanted, the protocol is broken, the server ends. */
const fatalCodes = new Set<number>([
  resultCode.operationsError,
  resultCode.protocolError,
  resultCode.strongerAuthRequired,
  resultCode.confidentialityRequired,
  resultCode.saslBindInProgress,
  resultCode.busy,
  resultCode.unavailable,
]);

export function createConnection(socket: Socket, limits: ConnectionLimits): Connection {
  const framing = createFraming(limits.messageBytes);
  const pending = new Map<number, Pending>();
  let end: ConnectionError | undefined;
  let lastId = 0;
  let modifiesSent = 0;

  function fail(error: ConnectionError): void {
    if (end) return;
    end = error;
    socket.destroy();
    for (const { settle } of pending.values()) settle(error);
  }

  function receive(answer: Answer, bytes: number): void {
    const request = pending.get(answer.messageId);
    if (answer.messageId === 0 && 'result' in answer) {
      fail(noticeOfDisconnection(answer.result));
      return;
    }
    if (!request) throw new Error(`The server sent a message ${answer.messageId} that answers no request`);
    if ('result' in answer) {
      if (answer.operation !== request.operation) throw new Error('The server answered another kind of request');
      request.settle(answer.result);
      return;
    }
    if (request.operation !== operations.search) throw new Error('The server sent entries that nobody searched');
    request.bytes += bytes + ('entry' in answer ? request.take(answer.entry) : 0);
    if (request.bytes > limits.answerBytes) throw new Error(`An answer of more than ${limits.answerBytes} bytes`);
  }

  function onData(chunk: Buffer): void {
    try {
      for (const message of framing.push(chunk)) {
        if (end) return;
        receive(readAnswer(message), message.length);
      }
    } catch (cause) {
      fail(new ConnectionError('protocol', 'The directory sent what cannot be read', { cause }));
    }
  }
  const onError = (cause: Error) => fail(new ConnectionError('closed', 'The connection broke', { cause }));
  const onEnd = () => fail(new ConnectionError('closed', 'The directory closed the connection'));
  socket.on('data', onData).on('error', onError).on('end', onEnd).on('close', onEnd);

  function request(
    operation: number,
    message: (messageId: number) => Message,
    take: Pending['take'] = () => 0,
  ): Promise<Result['controls']> {
    if (end) return Promise.reject(end);
    const messageId = ++lastId;
    const bytes = message(messageId).write();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => fail(new ConnectionError('timeout', `No answer within ${limits.operationSeconds} s`)),
        limits.operationSeconds * 1000,
      );
      pending.set(messageId, {
        operation,
        take,
        bytes: 0,
        settle(outcome) {
          clearTimeout(timer);
          pending.delete(messageId);
          if (outcome instanceof ConnectionError) return reject(outcome);
          const { code, diagnostic, controls } = outcome;
          if (code === resultCode.success) return resolve(controls);
          reject(new ResultError(code, diagnostic));
          if (operation === operations.bind || fatalCodes.has(code)) {
            fail(new ConnectionError('closed', `The connection is of no use after result code ${code}`));
          }
        },
      });
      socket.write(bytes);
    });
  }

  function search(wanted: Search, take: Pending['take']): Promise<Result['controls']> {
    const { base, scope, filter, attributes, controls = [] } = wanted;
    const message = (messageId: number) =>
      new SearchRequest({
        messageId,
        baseDN: base,
        scope,
        filter,
        attributes: [...attributes],
        timeLimit: Math.ceil(limits.operationSeconds),
        controls: [...controls],
      });
    return request(operations.search, message, take);
  }

  return {
    get isUsable() {
      return end === undefined;
    },
    get modifiesSent() {
      return modifiesSent;
    },
    async bind(dn, password) {
      await request(operations.bind, (messageId) => new BindRequest({ messageId, dn, password }));
    },
    async search(wanted) {
      const entries: RawEntry[] = [];
      const controls = await search(wanted, (bytes) => {
        const entry = readRawEntry(bytes);
        entries.push(entry);
        return bookkeepingOf(entry);
      });
      return { entries, controls };
    },
    async searchBytes(wanted) {
      const entries: Buffer[] = [];
      const controls = await search(wanted, (bytes) => {
        entries.push(bytes);
        return bookkeepingOfBytes;
      });
      return { entries, controls };
    },
    async modify(dn, modifications, controls = []) {
      const changes = modifications.map(
        ({ operation, attribute, values }) =>
          new Change({ operation, modification: new Attribute({ type: attribute, values: [...values] }) }),
      );
      const answer = request(operations.modify, (messageId) => {
        return new ModifyRequest({ messageId, dn, changes, controls: [...controls] });
      });
      if (!end) modifiesSent += 1;
      await answer;
    },
    async extended(oid) {
      await request(operations.extended, (messageId) => new ExtendedRequest({ messageId, oid }));
    },
    release() {
      if (end) throw end;
      if (framing.size > 0 || pending.size > 0) {
        fail(new ConnectionError('protocol', 'The directory went on talking in clear text'));
        throw end;
      }
      end = new ConnectionError('closed', 'The socket was given away');
      return socket.off('data', onData).off('error', onError).off('end', onEnd).off('close', onEnd);
    },
    close() {
      if (end) return;
      const farewell = new UnbindRequest({ messageId: ++lastId }).write();
      end = new ConnectionError('closed', 'The connection was closed');
      for (const { settle } of pending.values()) settle(end);
      socket.off('data', onData).resume();
      socket.end(farewell, () => socket.destroy());
      setTimeout(() => socket.destroy(), 1000).unref();
    },
  };
}

/** RFC 4511 4.4.1: what a server says before it disconnects, in the form of an answer to nothing. */
function noticeOfDisconnection({ code, diagnostic }: Result): ConnectionError {
  return new ConnectionError('closed', 'The directory said that it disconnects', {
    cause: new ResultError(code, diagnostic),
  });
}

/** What an entry takes beside its bytes while it is not decoded. */
const bookkeepingOfBytes = 200;

/** What entries take beside their bytes; a server could else fill the memory with values of no length. */
function bookkeepingOf({ attributes }: RawEntry): number {
  return attributes.reduce((sum, { values }) => sum + 200 * (1 + values.length), 200);
}
