import type { Configuration } from '#shared/contract/configuration.ts';
import type { SignInWay } from '#shared/contract/session.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { textIn } from '#shared/fields/localized.ts';
import { Problem } from '../problem.ts';
import { createAddressList } from './address-list.ts';

/** What of a call tells whether a trusted proxy made it. */
export interface Caller {
  /** The address of the socket itself. */
  readonly peer: string;
  header(name: string): string | undefined;
}

export type SignInWays = ReturnType<typeof createSignInWays>;

/** The ways in that the company chose (P6). */
export function createSignInWays({ configuration }: { configuration(): Promise<Configuration> }) {
  /** The name that a proxy tells; undefined from anybody else, and where the company trusts none. */
  async function toldName({ peer, header }: Caller): Promise<string | undefined> {
    const { header: settings } = (await configuration()).signIn;
    const isTrusted = settings !== undefined && createAddressList(settings.from)(peer);
    return isTrusted ? header(settings.name)?.trim() || undefined : undefined;
  }

  return {
    /** The best first. */
    async list(caller: Caller, language: Language): Promise<SignInWay[]> {
      const { openid, password } = (await configuration()).signIn;
      return [
        ...((await toldName(caller)) === undefined ? [] : [{ kind: 'header' }]),
        ...(openid ? [{ kind: 'openid', ...(openid.label && { label: textIn(language, openid.label) }) }] : []),
        // With another way there is, local accounts come in by password still.
        ...(password || !openid ? [{ kind: 'password' }] : [{ kind: 'localPassword' }]),
      ];
    },

    async nameFromProxy(caller: Caller): Promise<string> {
      const name = await toldName(caller);
      if (name !== undefined && name.length <= 256) return name;
      throw new Problem('forbidden', 'Nobody that is trusted here says who you are.', { rule: 'header' });
    },
  };
}
