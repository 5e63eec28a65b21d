import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import type { Cipher } from '../secrets/cipher.ts';

export interface PasswordSources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Undefined without `NAMEPLATE_SECRET`. */
  readonly cipher: Cipher | undefined;
}

/** What a password may be sent to. Where any of it changes, the password has to be given again. */
export type Destination = Pick<DirectoryDefinition, 'key' | 'url' | 'tls' | 'caFile' | 'ca' | 'bindDN'>;

/** Sealed for this destination: a secret that is moved to another one cannot be read there, whoever moves it. */
export function placeOf({ key, url, tls, caFile, ca, bindDN }: Destination): readonly string[] {
  // What holds anyway may be said or left out.
  const encryption = tls ?? (`${url}`.startsWith('ldaps:') ? 'ldaps' : 'starttls');
  return ['bindPassword', key, url, encryption, caFile ?? '', ca ?? '', bindDN ?? ''];
}

export function isSameDestination(one: Destination, other: Destination): boolean {
  return JSON.stringify(placeOf(one).slice(2)) === JSON.stringify(placeOf(other).slice(2));
}

/** The password of the service account (none for an anonymous bind); otherwise why it is not at hand, as the rest of a sentence. */
export type BindPassword = { readonly password: string | undefined } | { readonly issue: string };

export function bindPasswordOf(
  { bindPassword, ...destination }: Destination & Pick<DirectoryDefinition, 'bindPassword'>,
  { environment, cipher }: PasswordSources,
): BindPassword {
  if (!bindPassword) return { password: undefined };
  const { env, encrypted } = bindPassword;
  if (env !== undefined) {
    const value = environment[env];
    if (value) return { password: value };
    return { issue: `names the environment variable ${env}, which is ${value === undefined ? 'not set' : 'empty'}` };
  }
  if (!cipher) return { issue: 'is encrypted, but NAMEPLATE_SECRET is not set' };
  const opened = cipher.open(encrypted ?? '', placeOf(destination));
  if ('secret' in opened) return { password: opened.secret };
  return { issue: opened.issue === 'otherKey' ? otherKey : otherPlace };
}

const otherKey = 'was encrypted by another NAMEPLATE_SECRET; set that one, or give the password again';
const otherPlace =
  'was given for another key, url, tls, caFile, ca or bindDN; give the password again, a stored one is never sent elsewhere';
