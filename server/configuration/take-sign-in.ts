import type { OpenIDSettings, SignInSettings } from '#shared/contract/configuration/sign-in.ts';
import { placeOfClientSecret } from './client-secret.ts';
import type { Issue } from './configuration-fault.ts';
import type { Taken, TakingDeps } from './take-directory.ts';
import { isObject, isUsedElsewhere, type SecretUse, takeSecret } from './take-secret.ts';

/** What an admin sent of the sign-in, the secret of the provider's client put where it is kept (D4). */
export function takeSignIn(sent: unknown, before: SignInSettings, deps: TakingDeps): Taken {
  if (!isObject(sent) || !isObject(sent.openid)) return { document: sent, issues: [] };
  const { clientSecret, ...openid } = sent.openid;
  const place = placeOfClientSecret(openid as unknown as OpenIDSettings);
  const taken = takeSecret(
    { sent: clientSecret, before: secretOf(before.openid), destination: place, place, again: secretAgain },
    deps,
  );
  const kept = taken.reference === undefined ? {} : { clientSecret: taken.reference };
  return {
    document: { ...sent, openid: { ...openid, ...kept } },
    issues: taken.issue ? [{ path: ['openid', 'clientSecret'], ...taken.issue }] : [],
  };
}

function secretOf(before: OpenIDSettings | undefined): SecretUse | undefined {
  return before?.clientSecret && { reference: before.clientSecret, destination: placeOfClientSecret(before) };
}

/** Whether an exported configuration has a variable sent to a provider that goes elsewhere so far. */
export function strayClientSecret(document: unknown, known: readonly SecretUse[]): Issue[] {
  const signIn = isObject(document) && isObject(document.signIn) ? document.signIn : {};
  const { openid } = signIn;
  if (!isObject(openid) || !isObject(openid.clientSecret) || typeof openid.clientSecret.env !== 'string') return [];
  const place = placeOfClientSecret(openid as unknown as OpenIDSettings);
  const isStray = isUsedElsewhere(openid.clientSecret.env, place, known);
  return isStray ? [{ path: ['signIn', 'openid', 'clientSecret'], ...secretAgain }] : [];
}

const secretAgain = {
  rule: 'secretAgain',
  message:
    'is needed again, as its value: issuer, clientId or the variable is another one, and a stored secret is never sent elsewhere',
};
