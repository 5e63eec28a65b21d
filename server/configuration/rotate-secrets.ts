import type { Configuration } from '#shared/contract/configuration.ts';
import { Problem } from '../problem.ts';
import type { Cipher } from '../secrets/cipher.ts';
import { bindPasswordOf, placeOf } from './bind-password.ts';

/** Every secret sealed by the cipher's first key; throws an `internal` Problem, and changes none, where one cannot be read. */
export function rotateSecrets(
  configuration: Configuration,
  cipher: Cipher,
): { readonly configuration: Configuration; readonly rotated: number } {
  const faults: { field: string; detail: string }[] = [];
  let rotated = 0;
  const directories = configuration.directories.map((directory, index) => {
    const encrypted = directory.bindPassword?.encrypted;
    if (encrypted === undefined || cipher.isCurrent(encrypted)) return directory;
    const found = bindPasswordOf(directory, { environment: {}, cipher });
    if ('issue' in found || found.password === undefined) {
      const detail = 'issue' in found ? found.issue : 'is empty';
      faults.push({ field: `directories[${index}].bindPassword`, detail });
      return directory;
    }
    rotated += 1;
    return { ...directory, bindPassword: { encrypted: cipher.seal(found.password, placeOf(directory)) } };
  });
  if (faults.length > 0) {
    throw new Problem('internal', 'Not every secret can be read, so none was encrypted anew.', {
      rule: 'unreadableSecret',
      faults,
    });
  }
  return { configuration: { ...configuration, directories }, rotated };
}
