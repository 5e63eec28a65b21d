import { hostPattern } from './hosts.ts';
import type { Stamp } from './stamp.ts';

/** Reads from the environment of a build what it is to be stamped with; both or neither must be there. */
export function readStamp(env: Readonly<Record<string, string | undefined>>): Stamp {
  const address = env.NAMEPLATE_SERVER?.trim();
  const intranet = (env.NAMEPLATE_INTRANET ?? '').split(',').flatMap((pattern) => pattern.trim() || []);
  if (!address && intranet.length === 0) return { server: undefined, intranet: [] };
  if (!address || intranet.length === 0) {
    throw new Error("A company's build needs both NAMEPLATE_SERVER and NAMEPLATE_INTRANET");
  }
  const server = new URL(address);
  if (server.pathname !== '/' || server.search || server.hash || server.username) {
    throw new Error(`NAMEPLATE_SERVER is an address without a path, such as https://nameplate.corp, not ${address}`);
  }
  for (const pattern of [server.origin, ...intranet]) hostPattern(pattern, { ports: true });
  return { server: server.origin, intranet };
}
