import { timingSafeEqual } from 'node:crypto';
import * as client from 'openid-client';
import type { OpenIDSettings } from '#shared/contract/configuration/sign-in.ts';
import type { Configuration } from '#shared/contract/configuration.ts';
import { Problem } from '../problem.ts';
import { createOnceOnly } from './once-only.ts';
import type { SignedIn, SignIn } from './sign-in.ts';
import { newToken } from './tokens.ts';

const callbackPath = '/api/sign-in/openid/callback';

export interface OpenIDDeps {
  readonly signIn: Pick<SignIn, 'byTrustedName'>;
  /** The secret of the client, undefined where it has none; otherwise why it is not at hand, as the rest of a sentence. */
  clientSecretOf(settings: OpenIDSettings): { readonly secret: string } | { readonly issue: string } | undefined;
  configuration(): Promise<Configuration>;
  now(): Date;
}

/** Somebody on their way to the provider and back. */
interface Journey {
  readonly returnTo: string;
  readonly challenge: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export type OpenID = ReturnType<typeof createOpenID>;

/**
 * Sign-in by OpenID Connect: authorization code and PKCE, Nameplate being the relying party. The browser comes back to the
 * extension with a code that is good once, for a minute, and for whoever began the journey alone.
 */
export function createOpenID({ signIn, clientSecretOf, configuration, now }: OpenIDDeps) {
  const journeys = createOnceOnly<Journey>({ seconds: 600, now });
  const arrivals = createOnceOnly<{ readonly challenge: string; readonly signedIn: SignedIn }>({ seconds: 60, now });
  let known: { readonly key: string; readonly provider: Promise<client.Configuration> } | undefined;

  async function settingsNow(): Promise<{ readonly openid: OpenIDSettings; readonly extensionIds: readonly string[] }> {
    const { openid, extensionIds } = (await configuration()).signIn;
    if (openid) return { openid, extensionIds };
    throw new Problem('notFound', 'Nobody signs in by OpenID Connect here.', { rule: 'openid' });
  }

  /** What the provider says about itself is asked for once; a failure is not kept. */
  function providerOf(settings: OpenIDSettings): Promise<client.Configuration> {
    const key = JSON.stringify(settings);
    if (known?.key !== key) {
      const provider = discover(settings);
      known = { key, provider };
      provider.catch(() => {
        if (known?.provider === provider) known = undefined;
      });
    }
    return known.provider;
  }

  async function discover(settings: OpenIDSettings): Promise<client.Configuration> {
    const { issuer, clientId } = settings;
    const found = clientSecretOf(settings);
    if (found && 'issue' in found) {
      throw new Problem('internal', `signIn.openid.clientSecret ${found.issue}.`, { rule: 'openidSecret' });
    }
    const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
    const authentication = found ? client.ClientSecretPost(found.secret) : client.None();
    return client
      .discovery(new URL(issuer), clientId, undefined, authentication, { execute, timeout: 10 })
      .catch((cause: unknown) => {
        throw new Problem('unavailable', 'The provider of the sign-in cannot be reached.', { rule: 'openid', cause });
      });
  }

  return {
    /** Where to send the browser. */
    async start({ returnTo, challenge }: { returnTo: string; challenge: string }): Promise<{ url: string }> {
      const { openid, extensionIds } = await settingsNow();
      const id = new URL(returnTo).hostname.split('.')[0] ?? '';
      if (extensionIds.length > 0 && !extensionIds.includes(id)) {
        throw new Problem('forbidden', 'This extension is not the one that the company lists.', { rule: 'extension' });
      }
      const provider = await providerOf(openid);
      const [state, nonce, verifier] = [newToken(), newToken(), client.randomPKCECodeVerifier()];
      const url = client.buildAuthorizationUrl(provider, {
        redirect_uri: new URL(callbackPath, openid.serverUrl).href,
        scope: openid.scope,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      journeys.keep(state, { returnTo, challenge, state, nonce, verifier });
      return { url: url.href };
    },

    /** The browser is back from the provider: where it goes on to. */
    async finish(query: Readonly<Record<string, unknown>>): Promise<string> {
      const journey = journeys.take(String(query.state));
      if (!journey)
        throw new Problem('forbidden', 'This sign-in was not begun here, or took too long. Begin anew.', {
          rule: 'openid',
        });
      const back = new URL(journey.returnTo);
      try {
        const signedIn = await arrive(journey, query);
        const code = newToken();
        arrivals.keep(code, { challenge: journey.challenge, signedIn });
        back.searchParams.set('code', code);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        back.searchParams.set('error', error.options.rule ?? error.kind);
      }
      return back.href;
    },

    /** Who came back with this code; the verifier shows that they began it. */
    async redeem({ code, verifier }: { code: string; verifier: string }): Promise<SignedIn> {
      const arrival = arrivals.take(code);
      const [expected, given] = [arrival?.challenge ?? '', await client.calculatePKCECodeChallenge(verifier)];
      if (arrival && expected.length === given.length && timingSafeEqual(Buffer.from(expected), Buffer.from(given))) {
        return arrival.signedIn;
      }
      throw new Problem('unauthenticated', 'This code is not good, or not any more. Sign in anew.', {
        rule: 'credentials',
      });
    },
  };

  async function arrive(
    { state, nonce, verifier }: Journey,
    query: Readonly<Record<string, unknown>>,
  ): Promise<SignedIn> {
    const { openid } = await settingsNow();
    const url = new URL(callbackPath, openid.serverUrl);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
    const tokens = await client
      .authorizationCodeGrant(await providerOf(openid), url, checks)
      .catch((cause: unknown) => {
        throw new Problem('unauthenticated', 'The provider did not sign you in.', { rule: 'openidDenied', cause });
      });
    const name = tokens.claims()?.[openid.usernameClaim];
    if (typeof name === 'string' && name !== '' && name.length <= 256) return signIn.byTrustedName(name);
    throw new Problem('internal', `The provider does not tell ${openid.usernameClaim}.`, { rule: 'openidClaim' });
  }
}
