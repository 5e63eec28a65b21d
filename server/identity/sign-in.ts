import type { Configuration } from '#shared/contract/configuration.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { DirectoryGateway, Entry, PersonEntry } from '../directory/gateway.ts';
import { Problem } from '../problem.ts';
import { mappedAttributes } from '../profiles/field-source.ts';
import { keepRead, type ReadKeeper } from '../profiles/keep-read.ts';
import type { LocalAccount, LocalAccounts, Person } from '../store/store.ts';
import { countedName, isOfDomain, type LoginName, readLoginName } from './login-name.ts';
import { verifyPassword } from './passwords.ts';
import { roleOfLocal } from './roles.ts';
import { standingOf } from './standing.ts';
import type { Throttle, Turn } from './throttle.ts';

export interface SignInDeps extends ReadKeeper {
  readonly localAccounts: LocalAccounts;
  readonly throttle: Throttle;
  configuration(): Promise<Configuration>;
  /** The enabled directories, in their order. */
  gateways(): Promise<readonly DirectoryGateway[]>;
  now(): Date;
}

export interface SignedIn {
  readonly person: Person;
  readonly role: Role;
  readonly passwordStamp?: string | undefined;
}

export interface SignIn {
  /**
   * Who this is, by user name and password: a local account, or whom the first directory that accepts the password
   * knows; a name with a directory's domain is asked for there alone. One answer for an unknown name and a wrong
   * password; a directory that is down or set up wrongly, or a name that was tried too often, is said only when no other
   * directory knew the person.
   */
  byPassword(username: string, password: string, address: string): Promise<SignedIn>;
  /** Whom somebody else has signed in, by the name that they gave: whom the first directory that knows it has; refused where that has blocked them. */
  byTrustedName(username: string): Promise<SignedIn>;
}

export function createSignIn(deps: SignInDeps): SignIn {
  const { people, localAccounts, throttle, configuration, gateways } = deps;

  return {
    async byPassword(typed, password, address) {
      const [current, name, turn] = [await configuration(), readLoginName(typed), throttle.turnAt(address)];
      await turn.permit(`name:${countedName(name)}`);
      const account = await localAccounts.byUsername(typed);
      const found =
        (await fromLocalAccount(account, password, current)) ??
        (await firstOf(
          current.signIn.password ? await gatewaysOf(name, current) : [],
          (gateway) => fromDirectory(gateway, name, password, turn, current),
          // Nobody has said no then, unless it was a local account: that was no wrong password.
          async () => account ?? turn.undone(),
        ));
      if (!found)
        throw new Problem('unauthenticated', 'The user name or the password is not right.', { rule: 'credentials' });
      await turn.succeeded();
      return found;
    },

    async byTrustedName(username) {
      const [current, name] = [await configuration(), readLoginName(username)];
      // The first that has the name decides, and while it cannot be asked nobody does: the next may have a namesake.
      for (const gateway of await gatewaysOf(name, current)) {
        const entry = await gateway.findByUsername(nameIn(gateway, name, current), mappedAttributes(current.fields));
        const found = entry && (await admit(gateway, entry, current));
        if (found) return found;
        if (entry) break;
      }
      throw new Problem('forbidden', 'No directory has an active account for you.', { rule: 'unknownPerson' });
    },
  };

  async function fromLocalAccount(account: LocalAccount | undefined, password: string, { roles }: Configuration) {
    if (!(await verifyPassword(password, account?.passwordHash)) || !account) return undefined;
    const person = await people.byId(account.personId);
    return person && { person, role: roleOfLocal(account, roles) };
  }

  async function fromDirectory(
    gateway: DirectoryGateway,
    name: LoginName,
    password: string,
    turn: Turn,
    current: Configuration,
  ) {
    const permit = (entry: Entry | undefined) => turn.permit(`${gateway.key}:${entry?.id ?? `?${countedName(name)}`}`);
    const asked = mappedAttributes(current.fields);
    const entry = await gateway.authenticate(nameIn(gateway, name, current), password, asked, permit);
    return entry && admit(gateway, entry, current);
  }

  async function admit(
    gateway: DirectoryGateway,
    entry: PersonEntry,
    current: Configuration,
  ): Promise<SignedIn | undefined> {
    const { key: directory } = gateway;
    const standing = await standingOf(gateway, entry, current, await gateways());
    if (!standing) return undefined;
    const known = await people.byEntry(directory, entry.id);
    const person = await keepRead(deps, { ...current, directory, entry, person: known, at: deps.now() });
    return { person, ...standing };
  }

  async function gatewaysOf(name: LoginName, current: Configuration): Promise<readonly DirectoryGateway[]> {
    const all = await gateways();
    const named = all.filter(({ key }) => isOfDomain(name, domainsOf(key, current)));
    return named.length > 0 ? named : all;
  }
}

/** The first that knows the person; the trouble that others had is said when none does. */
async function firstOf(
  gateways: readonly DirectoryGateway[],
  ask: (gateway: DirectoryGateway) => Promise<SignedIn | undefined>,
  noneAnswered: () => Promise<unknown>,
): Promise<SignedIn | undefined> {
  const troubles: Problem[] = [];
  for (const gateway of gateways) {
    try {
      const found = await ask(gateway);
      if (found) return found;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      troubles.push(error);
    }
  }
  const [trouble] = troubles;
  if (!trouble) return undefined;
  if (troubles.length === gateways.length && troubles.every(({ kind }) => kind !== 'throttled')) await noneAnswered();
  throw trouble;
}

const domainsOf = (directory: string, { directories }: Configuration) =>
  directories.find(({ key }) => key === directory)?.domains ?? [];

const nameIn = ({ key }: DirectoryGateway, name: LoginName, current: Configuration) =>
  isOfDomain(name, domainsOf(key, current)) ? name.bare : name.typed;
