import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import { findSecret, type SecretSources } from './secret-reference.ts';

/** What a password may be sent to. Where any of it changes, the password has to be given again. */
export type Destination = Pick<DirectoryDefinition, 'key' | 'url' | 'tls' | 'caFile' | 'ca' | 'bindDN'>;

/** Sealed for this destination: a secret that is moved to another one cannot be read there, whoever moves it. */
export function placeOf({ key, ...destination }: Destination): readonly string[] {
  return ['bindPassword', key, ...destinationOf(destination)];
}

/** Where a password goes, whatever the directory is called. */
export function destinationOf({ url, tls, caFile, ca, bindDN }: Omit<Destination, 'key'>): readonly string[] {
  // What holds anyway may be said or left out.
  const encryption = tls ?? (`${url}`.startsWith('ldaps:') ? 'ldaps' : 'starttls');
  return [url, encryption, caFile ?? '', ca ?? '', bindDN ?? ''];
}

type Account = Destination & Pick<DirectoryDefinition, 'bindPassword'>;

/** The secret behind `bindPassword`, if there is one. */
export function findBindPassword({ bindPassword, ...destination }: Account, sources: SecretSources) {
  return bindPassword && findSecret(bindPassword, placeOf(destination), sources, otherPlace);
}

/** The password of the service account (none for an anonymous bind); otherwise why it is not at hand, as the rest of a sentence. */
export type BindPassword = { readonly password: string | undefined } | { readonly issue: string };

export function bindPasswordOf(account: Account, sources: SecretSources): BindPassword {
  const found = findBindPassword(account, sources);
  return found && 'issue' in found ? found : { password: found?.secret };
}

const otherPlace =
  'was given for another key, url, tls, caFile, ca or bindDN; give the password again, a stored one is never sent elsewhere';
