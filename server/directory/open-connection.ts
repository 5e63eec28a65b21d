import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { checkServerIdentity, connect as connectTLS, type TLSSocket } from 'node:tls';
import { type Connection, createConnection } from './connection.ts';
import { ConnectionError, ResultError } from './connection-errors.ts';
import { type Endpoint, serverName } from './endpoint.ts';

const startTLSRequest = '1.3.6.1.4.1.1466.20037';
const mebibyte = 2 ** 20;

export interface Opening {
  onSecure?(socket: TLSSocket): void;
  /** Gives up when nobody waits any more. */
  readonly signal?: AbortSignal;
}

/** Opens one connection; the certificate is verified against the endpoint's own host, whatever the address was made of (L3). */
export async function openConnection(endpoint: Endpoint, { onSecure, signal }: Opening = {}): Promise<Connection> {
  signal?.throwIfAborted();
  const { host, port, tls, connectSeconds, operationSeconds } = endpoint;
  const limits = { operationSeconds, messageBytes: 16 * mebibyte, answerBytes: 256 * mebibyte };
  const socket = connect({ host, port, noDelay: true });
  const late = new AbortController();
  const giveUp = () => {
    late.abort();
    socket.destroy();
  };
  const timer = setTimeout(giveUp, connectSeconds * 1000);
  signal?.addEventListener('abort', giveUp);
  try {
    await once(socket, 'connect', late);
    if (tls === 'none') return createConnection(socket, limits);
    if (tls === 'starttls') await askForTLS(createConnection(socket, { ...limits, operationSeconds: connectSeconds }));
    const secured = await secure(socket, endpoint, late);
    onSecure?.(secured);
    return createConnection(secured, limits);
  } catch (cause) {
    socket.destroy();
    if (late.signal.aborted)
      throw new ConnectionError('timeout', `No connection within ${connectSeconds} s`, { cause });
    if (cause instanceof ConnectionError) throw cause;
    throw new ConnectionError('unreachable', 'No connection', { cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}

/** RFC 4511 4.14. Whoever speaks on after the answer may be somebody else in between, whose words would count as encrypted. */
async function askForTLS(connection: Connection): Promise<void> {
  try {
    await connection.extended(startTLSRequest);
  } catch (cause) {
    connection.close();
    if (!(cause instanceof ResultError)) throw cause;
    throw new ConnectionError('startTLS', 'The directory refused StartTLS', { cause });
  }
  try {
    connection.release();
  } catch (cause) {
    if (!(cause instanceof ConnectionError) || cause.fault !== 'protocol') throw cause;
    throw new ConnectionError('clearText', 'More came in clear text after the answer to StartTLS', { cause });
  }
}

async function secure(socket: Socket, endpoint: Endpoint, late: AbortController): Promise<TLSSocket> {
  const secured = connectTLS({
    socket,
    servername: serverName(endpoint),
    ...(endpoint.ca && { ca: endpoint.ca }),
    minVersion: 'TLSv1.2',
    // Said in spite of the default, which NODE_TLS_REJECT_UNAUTHORIZED changes.
    rejectUnauthorized: true,
    checkServerIdentity: (_, certificate) => checkServerIdentity(endpoint.host, certificate),
  });
  // An outage of the socket below may reach us on either of the two.
  socket.on('error', (error) => secured.destroy(error));
  try {
    await once(secured, 'secureConnect', late);
  } catch (cause) {
    throw new ConnectionError('tls', 'The handshake of TLS failed', { cause });
  }
  return secured;
}
