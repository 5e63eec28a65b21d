import { serve } from '@hono/node-server';
import { createIntranet } from './create-intranet.ts';

export interface IntranetAddress {
  /** Any free one unless told. */
  readonly port?: number;
  readonly host?: string;
}

export interface Intranet {
  /** Without a slash at its end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the sample company's intranet site; rejects when the port is taken. */
export function startIntranet({ port = 0, host = '127.0.0.1' }: IntranetAddress = {}): Promise<Intranet> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: createIntranet().fetch, port, hostname: host }, ({ port }) =>
      resolve({
        url: `http://${host}:${port}`,
        stop: () =>
          new Promise((stopped, failed) => {
            server.close((error) => (error ? failed(error) : stopped()));
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
    server.once('error', reject);
  });
}
