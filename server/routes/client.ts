import { isIP } from 'node:net';
import type { Context } from 'hono';
import { createAddressList } from '../address-list.ts';

/** Who calls, as far as the network tells. */
export interface Client {
  /** The address that the call came from; that of the person where a trusted proxy tells it. */
  readonly address: string;
  /** The address of the socket itself, whatever anybody tells. */
  readonly peer: string;
  /** What the browser calls itself. */
  readonly name: string;
  header(name: string): string | undefined;
}

export type ClientOf = (c: Context) => Client;

/**
 * Of a chain of proxies those are believed that are trusted: the person is at the last address before them. What is no
 * address ends the chain there.
 */
export function createClientOf(trustedProxies: readonly string[]): ClientOf {
  const isTrusted = createAddressList(trustedProxies);
  return (c) => {
    const peer = plainAddress(peerOf(c));
    let address = peer;
    const told = (c.req.header('X-Forwarded-For') ?? '').split(',').map((each) => plainAddress(each.trim()));
    while (isTrusted(address) && isIP(told.at(-1) ?? '') !== 0) address = told.pop() as string;
    return {
      address,
      peer,
      name: (c.req.header('User-Agent') ?? '').slice(0, 300),
      header: (name) => c.req.header(name),
    };
  };
}

/** An IPv4 address that arrived over an IPv6 socket is that IPv4 address (RFC 4291 2.5.5.2). */
function plainAddress(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1] ?? address;
}

/** @hono/node-server hands the request of Node in; an app that is called without a socket has no peer. */
function peerOf({ env }: Context): string {
  const { incoming } = (env ?? {}) as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? '';
}
