import type { OpenIDSettings } from '#shared/contract/configuration/sign-in.ts';
import { type FoundSecret, findSecret, type SecretSources } from './secret-reference.ts';

type Provider = Pick<OpenIDSettings, 'issuer' | 'clientId'>;

/** Sealed for this provider and this client of it; it goes nowhere else. */
export function placeOfClientSecret({ issuer, clientId }: Provider): readonly string[] {
  return ['clientSecret', issuer, clientId];
}

/** The secret by which Nameplate shows the provider who it is; undefined where the client has none. */
export function findClientSecret(
  { clientSecret, ...provider }: Provider & Pick<OpenIDSettings, 'clientSecret'>,
  sources: SecretSources,
): FoundSecret | undefined {
  return clientSecret && findSecret(clientSecret, placeOfClientSecret(provider), sources, otherPlace);
}

const otherPlace =
  'was given for another issuer or clientId; give the secret again, a stored one is never sent elsewhere';
