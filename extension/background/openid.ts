import { endpoints } from '#shared/contract/endpoints.ts';
import type { Session } from '#shared/contract/session.ts';
import type { Result } from '../messages.ts';
import type { Client } from './client.ts';
import type { Trouble } from './trouble.ts';

/** The part of `browser.identity` that a sign-in needs. */
export interface WebAuth {
  /** The address that this extension alone gets. */
  getRedirectURL(): string;
  /** Opens a window, and gives the address at which it came back; throws where the person closed it. */
  launchWebAuthFlow(details: { url: string; interactive: boolean }): Promise<string | undefined>;
}

/** Signs in with the company's provider. What comes back can be redeemed by whoever has the verifier, which never leaves this function but for that. */
export async function signInByOpenID(deps: {
  readonly client: Client;
  readonly webAuth: WebAuth;
  readonly trouble: Trouble;
}): Promise<Result<Session>> {
  const { client, webAuth, trouble } = deps;
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const body = { returnTo: webAuth.getRedirectURL(), challenge: base64url(new Uint8Array(digest)) };
  const started = await client.call(endpoints.startOpenID, { body });
  if (!started.ok) return started;
  const back = await webAuth
    .launchWebAuthFlow({ url: started.value.url, interactive: true })
    .catch((error: unknown) => {
      console.debug('The window of the sign-in was closed', error);
      return undefined;
    });
  const answer = new URL(back ?? 'about:blank').searchParams;
  const code = answer.get('code');
  if (!code) return { ok: false, problem: trouble.notSignedIn(answer.get('error')) };
  return client.call(endpoints.signInByOpenID, { body: { code, verifier } });
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (sign) => ({ '+': '-', '/': '_' })[sign] ?? '');
}
