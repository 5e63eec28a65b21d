import type { Configuration } from '#shared/contract/configuration.ts';
import { hasRole, type Role } from '#shared/contract/roles.ts';
import type { DirectoryGateway } from '../directory/gateway.ts';
import { Problem } from '../problem.ts';
import { mappedAttributes } from '../profiles/field-source.ts';
import { keepRead, type ReadKeeper } from '../profiles/keep-read.ts';
import type { LocalAccounts, Person } from '../store/store.ts';
import { verifyPassword } from './passwords.ts';
import { adminRole, groupsWithRoles, roleOf } from './roles.ts';

export interface SignInDeps extends ReadKeeper {
  readonly localAccounts: LocalAccounts;
  configuration(): Promise<Configuration>;
  /** The enabled directories, in their order. */
  gateways(): Promise<readonly DirectoryGateway[]>;
}

export interface SignedIn {
  readonly person: Person;
  readonly role: Role;
}

/**
 * Who this is, by user name and password: a local account, or whom the first directory that accepts the password
 * knows. One answer for an unknown name and a wrong password; a directory that is down or set up wrongly is said only
 * when no other knew the person.
 */
export function createSignIn(deps: SignInDeps) {
  const { people, localAccounts, configuration, gateways } = deps;

  return async function signIn(username: string, password: string): Promise<SignedIn> {
    const current = await configuration();
    const local = await fromLocalAccount(username, password, current);
    if (local) return local;

    let trouble: Problem | undefined;
    for (const gateway of await gateways()) {
      try {
        const found = await fromDirectory(gateway, username, password, current);
        if (found) return found;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        trouble ??= error;
      }
    }
    if (trouble) throw trouble;
    throw new Problem('unauthenticated', 'The user name or the password is not right.', { rule: 'credentials' });
  };

  async function fromLocalAccount(username: string, password: string, { roles }: Configuration) {
    const account = await localAccounts.byUsername(username);
    if (!(await verifyPassword(password, account?.passwordHash)) || !account) return undefined;
    const person = await people.byId(account.personId);
    const listed = roleOf(account.username, [], roles);
    const isAdmin = account.role === 'admin' && !hasRole(listed, 'admin');
    return person && { person, role: isAdmin ? adminRole(roles) : listed };
  }

  async function fromDirectory(gateway: DirectoryGateway, typed: string, password: string, current: Configuration) {
    const { fields, roles } = current;
    const { key: directory } = gateway;
    const entry = await gateway.authenticate(typed, password, mappedAttributes(fields));
    if (!entry) return undefined;
    const before = (await people.byEntry(directory, entry.id))?.attributes;
    const [person, groups] = await Promise.all([
      keepRead(deps, { directory, entry, fields, before, isAccepted: false }),
      gateway.groupsOf(entry, groupsWithRoles(roles)),
    ]);
    return { person, role: roleOf(entry.username, groups, roles) };
  }
}
