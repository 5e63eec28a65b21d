import { isAbsolute } from 'node:path';
import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import { type Destination, isSameDestination, type PasswordSources, placeOf } from './bind-password.ts';
import type { Issue } from './configuration-fault.ts';
import { sameText } from './same-text.ts';

type Members = Readonly<Record<string, unknown>>;

/** A directory as it is to stand in the configuration document, and what speaks against it already. */
export interface TakenDirectory {
  readonly document: unknown;
  readonly issues: readonly Issue[];
}

export interface TakingDeps extends PasswordSources {
  /** All directories as they are now. */
  readonly directories: readonly DirectoryDefinition[];
}

/**
 * What an admin sent of a directory, its password put where it is kept. A password that is there already goes nowhere
 * but where it went so far: whoever changes the address or the account has to know it (D4).
 */
export function takeDirectory(
  sent: unknown,
  before: DirectoryDefinition | undefined,
  deps: TakingDeps,
): TakenDirectory {
  if (!isObject(sent)) return { document: sent, issues: [] };
  const { bindPassword, ...members } = sent;
  const issues: Issue[] = [];
  if (before && (members.key ?? before.key) !== before.key) {
    issues.push({ path: ['key'], rule: 'fixedKey', message: `cannot be changed; it stays ${before.key}` });
  }
  if (typeof members.caFile === 'string' && !isAbsolute(members.caFile)) {
    issues.push({ path: ['caFile'], rule: 'fullPath', message: 'must be the full path of a file on the server' });
  }
  const definition = { ...members, key: members.key ?? before?.key };
  const taken = takePassword(bindPassword, definition as unknown as Destination, before, deps);
  if (taken.issue) issues.push({ path: ['bindPassword'], ...taken.issue });
  const kept = taken.reference === undefined ? {} : { bindPassword: taken.reference };
  return { document: { ...definition, ...kept }, issues };
}

/** Whether an exported configuration names a variable for another address than that to which its content is sent so far. */
export function strayVariables(document: unknown, directories: readonly DirectoryDefinition[]): Issue[] {
  const sent = isObject(document) && Array.isArray(document.directories) ? document.directories : [];
  return sent.flatMap((each: unknown, index) => {
    const password = isObject(each) && isObject(each.bindPassword) ? each.bindPassword : {};
    if (typeof password.env !== 'string' || !isUsedElsewhere(password.env, each as unknown as Destination, directories))
      return [];
    return [{ path: ['directories', index, 'bindPassword'], ...passwordAgain }];
  });
}

interface TakenPassword {
  readonly reference?: unknown;
  readonly issue?: Omit<Issue, 'path'>;
}

const passwordAgain = {
  rule: 'passwordAgain',
  message:
    'is needed again, as its value: url, tls, caFile, ca, bindDN or the variable is another one, and a stored password is never sent elsewhere',
};

function takePassword(
  sent: unknown,
  destination: Destination,
  before: DirectoryDefinition | undefined,
  { directories, environment, cipher }: TakingDeps,
): TakenPassword {
  if (sent === null) return {};
  if (sent === undefined || (isObject(sent) && sent.stored === true)) {
    if (before?.bindPassword === undefined || destination.bindDN === undefined) return {};
    return isSameDestination(before, destination) ? { reference: before.bindPassword } : { issue: passwordAgain };
  }
  if (!isObject(sent)) return { reference: sent };
  const { env, value, ...others } = sent;
  if (typeof value === 'string' && env === undefined) {
    if (cipher) return { reference: { ...others, encrypted: cipher.seal(value, placeOf(destination)) } };
    return { issue: { rule: 'noSecretKey', message: noSecretKey } };
  }
  if (typeof env !== 'string') return { reference: sent };
  if (typeof value === 'string') {
    const isKnown = sameText(environment[env] ?? '', value);
    return isKnown ? { reference: { ...others, env } } : { issue: { rule: 'wrongPassword', message: wrongPassword } };
  }
  return isUsedElsewhere(env, destination, directories) ? { issue: passwordAgain } : { reference: sent };
}

const noSecretKey =
  'cannot be kept: the server has no NAMEPLATE_SECRET to encrypt it with. Set that, or name an environment variable';
const wrongPassword = 'is not what the environment variable holds';

function isUsedElsewhere(env: string, destination: Destination, directories: readonly DirectoryDefinition[]): boolean {
  const users = directories.filter(({ bindPassword }) => bindPassword?.env === env);
  return users.length > 0 && !users.some((user) => isSameDestination(user, destination));
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
