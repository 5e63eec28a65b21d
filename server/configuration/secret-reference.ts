import type { SecretReference } from '#shared/contract/configuration/directory.ts';
import type { Cipher } from '../secrets/cipher.ts';

export interface SecretSources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Undefined without `NAMEPLATE_SECRET`. */
  readonly cipher: Cipher | undefined;
}

/** A secret, or why it is not at hand, as the rest of a sentence. */
export type FoundSecret = { readonly secret: string } | { readonly issue: string };

/** What a reference stands for, read where it belongs; `moved` is said of one that was sealed for another place. */
export function findSecret(
  { env, encrypted }: SecretReference,
  place: readonly string[],
  { environment, cipher }: SecretSources,
  moved: string,
): FoundSecret {
  if (env !== undefined) {
    const value = environment[env];
    if (value) return { secret: value };
    return { issue: `names the environment variable ${env}, which is ${value === undefined ? 'not set' : 'empty'}` };
  }
  if (!cipher) return { issue: 'is encrypted, but NAMEPLATE_SECRET is not set' };
  const opened = cipher.open(encrypted ?? '', place);
  if ('secret' in opened) return opened;
  return { issue: opened.issue === 'otherKey' ? otherKey : moved };
}

const otherKey = 'was encrypted by another NAMEPLATE_SECRET; set that one, or give the secret again';
