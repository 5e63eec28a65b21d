import { isDeepStrictEqual } from 'node:util';
import type { SecretReference } from '#shared/contract/configuration/directory.ts';
import type { Configuration } from '#shared/contract/configuration.ts';
import { destinationOf } from './bind-password.ts';
import { placeOfClientSecret } from './client-secret.ts';
import type { Issue } from './configuration-fault.ts';
import { sameText } from './same-text.ts';
import type { SecretSources } from './secret-reference.ts';

/** A secret that is there already, and where it is sent to. */
export interface SecretUse {
  readonly reference: SecretReference;
  readonly destination: readonly string[];
}

/** What was sent of a secret, where it would go to, and where it is sealed for. */
export interface SentSecret {
  readonly sent: unknown;
  readonly before: SecretUse | undefined;
  readonly destination: readonly string[];
  readonly place: readonly string[];
  /** What is said where it has to be given again. */
  readonly again: Omit<Issue, 'path'>;
}

export interface TakenSecret {
  readonly reference?: unknown;
  readonly issue?: Omit<Issue, 'path'>;
}

/** All secrets of a configuration. */
export function secretsIn({ directories, signIn: { openid } }: Configuration): readonly SecretUse[] {
  const bindPasswords = directories.flatMap(({ bindPassword, ...directory }) =>
    bindPassword ? [{ reference: bindPassword, destination: destinationOf(directory) }] : [],
  );
  if (!openid?.clientSecret) return bindPasswords;
  return [...bindPasswords, { reference: openid.clientSecret, destination: placeOfClientSecret(openid) }];
}

/**
 * What an admin sent of a secret, put where it is kept. A secret that is there already goes nowhere but where it went so
 * far: whoever changes its destination has to know it (D4).
 */
export function takeSecret(
  { sent, before, destination, place, again }: SentSecret,
  { environment, cipher, known }: SecretSources & { readonly known: readonly SecretUse[] },
): TakenSecret {
  if (sent === null) return {};
  if (sent === undefined || (isObject(sent) && sent.stored === true)) {
    if (!before) return {};
    return isDeepStrictEqual(before.destination, destination) ? { reference: before.reference } : { issue: again };
  }
  if (!isObject(sent)) return { reference: sent };
  const { env, value, ...others } = sent;
  if (typeof value === 'string' && env === undefined) {
    if (cipher) return { reference: { ...others, encrypted: cipher.seal(value, place) } };
    return { issue: { rule: 'noSecretKey', message: noSecretKey } };
  }
  if (typeof env !== 'string') return { reference: sent };
  if (typeof value === 'string') {
    const isKnown = sameText(environment[env] ?? '', value);
    return isKnown ? { reference: { ...others, env } } : { issue: { rule: 'wrongPassword', message: wrongPassword } };
  }
  return isUsedElsewhere(env, destination, known) ? { issue: again } : { reference: sent };
}

const noSecretKey =
  'cannot be kept: the server has no NAMEPLATE_SECRET to encrypt it with. Set that, or name an environment variable';
const wrongPassword = 'is not what the environment variable holds';

/** Whether a variable holds what is sent somewhere already, and never there. */
export function isUsedElsewhere(env: string, destination: readonly string[], known: readonly SecretUse[]): boolean {
  const users = known.filter(({ reference }) => reference.env === env);
  return users.length > 0 && !users.some((user) => isDeepStrictEqual(user.destination, destination));
}

export type Members = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
