import type { Throttle } from '../identity/throttle.ts';
import type { OwnPassword } from '../profiles/write-as.ts';
import type { Client } from './client.ts';

export type OwnPasswordOf = (password: string | undefined, client: Client) => OwnPassword | undefined;

/** A password that came with a save: attempts with it count as those to sign in from that address do (X4). */
export function createOwnPasswordOf(throttle: Throttle): OwnPasswordOf {
  return (password, { address }) => (password === undefined ? undefined : { password, ...throttle.turnAt(address) });
}
