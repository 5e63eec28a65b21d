import type { Configuration } from '#shared/contract/configuration.ts';
import type { SignInWay } from '#shared/contract/session.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { textIn } from '#shared/fields/localized.ts';
import { createAddressList } from '../address-list.ts';
import { Problem } from '../problem.ts';

/** What of a call tells whether a trusted proxy made it. */
export interface Caller {
  /** The address of the socket itself. */
  readonly peer: string;
  header(name: string): string | undefined;
}

export type SignInWays = ReturnType<typeof createSignInWays>;

/** The ways in that the company chose (P6). */
export function createSignInWays({ configuration }: { configuration(): Promise<Configuration> }) {
  /** The header in which this caller is believed to tell a name. */
  async function trustedHeader({ peer }: Caller): Promise<string | undefined> {
    const { header } = (await configuration()).signIn;
    return header && createAddressList(header.from)(peer) ? header.name : undefined;
  }

  return {
    /** The best first. */
    async list(caller: Caller, language: Language): Promise<SignInWay[]> {
      const { openid, password } = (await configuration()).signIn;
      return [
        ...((await trustedHeader(caller)) === undefined ? [] : [{ kind: 'header' }]),
        ...(openid ? [{ kind: 'openid', ...(openid.label && { label: textIn(language, openid.label) }) }] : []),
        // Local accounts come in by password still.
        { kind: password ? 'password' : 'localPassword' },
      ];
    },

    async nameFromProxy(caller: Caller): Promise<string> {
      const trusted = await trustedHeader(caller);
      const name = trusted && caller.header(trusted)?.trim();
      if (name && name.length <= 256) return name;
      throw new Problem('forbidden', 'Nobody that is trusted here says who you are.', { rule: 'header' });
    },
  };
}
