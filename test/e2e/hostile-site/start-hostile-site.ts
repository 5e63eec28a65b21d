import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of the site: its headers, and a script that runs before anything else of it. */
export interface HostilePage {
  readonly headers?: Readonly<Record<string, string>>;
  readonly script?: string;
}

/** Lets a test run code as a script of the page itself. */
const attack = 'globalThis.attack = (body) => new Function(body)();';

/** A web site that means harm: each of its pages runs a script of its own first. */
export async function startHostileSite(pages: Readonly<Record<string, HostilePage>>) {
  const posted: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'POST') posted.push(await bodyOf(request));
    const page = pages[pathname];
    if (!page) return void response.writeHead(404).end();
    if (pathname.endsWith('.js'))
      return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(page.script);
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...page.headers,
    });
    response.end(
      `<!doctype html><html lang="en"><head><title>Intranet</title><script>${attack}${page.script ?? ''}</script></head>` +
        '<body><h1>Intranet</h1><p>Nothing to see here.</p><input id="own"></body></html>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    /** The bodies that were sent here, such as reports of the browser. */
    posted,
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type HostileSite = Awaited<ReturnType<typeof startHostileSite>>;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}
