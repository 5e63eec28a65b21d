import { isAbsolute } from 'node:path';
import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import { type Destination, destinationOf, placeOf } from './bind-password.ts';
import type { Issue } from './configuration-fault.ts';
import type { SecretSources } from './secret-reference.ts';
import { isObject, isUsedElsewhere, type SecretUse, takeSecret } from './take-secret.ts';

/** A part of the configuration as it is to stand in the document, and what speaks against it already. */
export interface Taken {
  readonly document: unknown;
  readonly issues: readonly Issue[];
}

export interface TakingDeps extends SecretSources {
  /** All secrets as they are now. */
  readonly known: readonly SecretUse[];
}

/** What an admin sent of a directory, its password put where it is kept (D4). */
export function takeDirectory(sent: unknown, before: DirectoryDefinition | undefined, deps: TakingDeps): Taken {
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
  const target = definition as unknown as Destination;
  const isAnonymous = target.bindDN === undefined;
  const taken = takeSecret(
    {
      sent: bindPassword,
      before: isAnonymous ? undefined : passwordOf(before),
      destination: destinationOf(target),
      place: placeOf(target),
      again: passwordAgain,
    },
    deps,
  );
  if (taken.issue) issues.push({ path: ['bindPassword'], ...taken.issue });
  const kept = taken.reference === undefined ? {} : { bindPassword: taken.reference };
  return { document: { ...definition, ...kept }, issues };
}

function passwordOf(before: DirectoryDefinition | undefined): SecretUse | undefined {
  return before?.bindPassword && { reference: before.bindPassword, destination: destinationOf(before) };
}

/** Whether an exported configuration names a variable for another address than that to which its content is sent so far. */
export function strayPasswords(document: unknown, known: readonly SecretUse[]): Issue[] {
  const sent = isObject(document) && Array.isArray(document.directories) ? document.directories : [];
  return sent.flatMap((each: unknown, index) => {
    if (!isObject(each) || !isObject(each.bindPassword) || typeof each.bindPassword.env !== 'string') return [];
    const isStray = isUsedElsewhere(each.bindPassword.env, destinationOf(each as unknown as Destination), known);
    return isStray ? [{ path: ['directories', index, 'bindPassword'], ...passwordAgain }] : [];
  });
}

const passwordAgain = {
  rule: 'passwordAgain',
  message:
    'is needed again, as its value: url, tls, caFile, ca, bindDN or the variable is another one, and a stored password is never sent elsewhere',
};
