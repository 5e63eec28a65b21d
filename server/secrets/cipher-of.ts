import { type Cipher, createCipher } from './cipher.ts';

/** The cipher of a server: seals by its secret, and opens what was sealed by the one before too; none without a secret. */
export function cipherOf(keys: {
  readonly secret: Uint8Array | undefined;
  readonly previousSecret: Uint8Array | undefined;
}): Cipher | undefined {
  const { secret, previousSecret } = keys;
  return secret && createCipher(secret, ...(previousSecret ? [previousSecret] : []));
}
