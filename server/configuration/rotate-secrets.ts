import type { SecretReference } from '#shared/contract/configuration/directory.ts';
import type { Configuration } from '#shared/contract/configuration.ts';
import { Problem } from '../problem.ts';
import type { Cipher } from '../secrets/cipher.ts';
import { findBindPassword, placeOf } from './bind-password.ts';
import { findClientSecret, placeOfClientSecret } from './client-secret.ts';
import type { FoundSecret } from './secret-reference.ts';

/** Every secret sealed by the cipher's first key; throws an `internal` Problem, and changes none, where one cannot be read. */
export function rotateSecrets(
  configuration: Configuration,
  cipher: Cipher,
): { readonly configuration: Configuration; readonly rotated: number } {
  const sources = { environment: {}, cipher };
  const faults: { field: string; detail: string }[] = [];
  let rotated = 0;

  function renewed(
    { encrypted }: SecretReference,
    found: FoundSecret | undefined,
    place: readonly string[],
    field: string,
  ): SecretReference | undefined {
    if (!found || encrypted === undefined || cipher.isCurrent(encrypted)) return undefined;
    if ('secret' in found) {
      rotated += 1;
      return { encrypted: cipher.seal(found.secret, place) };
    }
    faults.push({ field, detail: found.issue });
    return undefined;
  }

  const directories = configuration.directories.map((directory, index) => {
    const { bindPassword = {} } = directory;
    const found = findBindPassword(directory, sources);
    const anew = renewed(bindPassword, found, placeOf(directory), `directories[${index}].bindPassword`);
    return anew ? { ...directory, bindPassword: anew } : directory;
  });
  const { openid } = configuration.signIn;
  const anew =
    openid?.clientSecret &&
    renewed(
      openid.clientSecret,
      findClientSecret(openid, sources),
      placeOfClientSecret(openid),
      'signIn.openid.clientSecret',
    );
  const signIn = anew ? { ...configuration.signIn, openid: { ...openid, clientSecret: anew } } : configuration.signIn;
  if (faults.length > 0) {
    throw new Problem('internal', 'Not every secret can be read, so none was encrypted anew.', {
      rule: 'unreadableSecret',
      faults,
    });
  }
  return { configuration: { ...configuration, directories, signIn }, rotated };
}
