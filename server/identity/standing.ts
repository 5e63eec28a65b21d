import type { Configuration } from '#shared/contract/configuration.ts';
import { hasRole, type Role, role as roleSchema } from '#shared/contract/roles.ts';
import type { Account, DirectoryGateway, PersonEntry } from '../directory/gateway.ts';
import { Problem } from '../problem.ts';
import type { FoundSession, Sessions, StoredSession } from '../store/sessions.ts';
import type { LocalAccounts } from '../store/store.ts';
import { groupsWithRoles, highestRole, roleOf, roleOfLocal } from './roles.ts';

/** So old may be what a directory said of a person with a session; where it cannot be asked, it is asked again sooner. */
const [askedEvery, askedAgain] = [15 * 60_000, 60_000];
const mostSaid = 10_000;

/** What a directory says of somebody who wants to come in, or is here. */
export interface Standing {
  readonly role: Role;
  readonly passwordStamp: string | undefined;
}

export interface StandingDeps {
  readonly sessions: Sessions;
  readonly localAccounts: LocalAccounts;
  configuration(): Promise<Configuration>;
  gateway(key: string): Promise<DirectoryGateway | undefined>;
  /** Of all directories that have people, in their order. */
  gateways(): Promise<readonly DirectoryGateway[]>;
  now(): Date;
}

export interface StandingReviews {
  /** Asks who the session's person is by now where that was long ago; true when the session may have changed or ended. */
  check(session: FoundSession): Promise<boolean>;
  /** An entry was read, or found to be gone: ends the person's sessions, or keeps the role that they have by now. */
  review(
    person: { readonly id: string; readonly directory: string | null },
    entry: PersonEntry | undefined,
  ): Promise<void>;
}

/** Undefined for somebody whom the directory has blocked. A role of a user name is that of the first of this name (D2). */
export async function standingOf(
  gateway: DirectoryGateway,
  entry: PersonEntry,
  { roles }: Configuration,
  gateways: readonly DirectoryGateway[],
): Promise<Standing | undefined> {
  const { isBlocked, passwordStamp } = entry.account;
  if (isBlocked) return undefined;
  const groups = await gateway.groupsOf(entry, groupsWithRoles(roles));
  const [byName, byGroups] = [roleOf(entry.username, groups, roles), roleOf('', groups, roles)];
  const isTheirs = byName === byGroups || (await isFirstOfName(gateway, entry, gateways));
  return { role: isTheirs ? byName : byGroups, passwordStamp };
}

/** While an earlier directory cannot be asked, nobody is: whoever is meant may be there. */
async function isFirstOfName(
  { key }: DirectoryGateway,
  { username }: PersonEntry,
  gateways: readonly DirectoryGateway[],
): Promise<boolean> {
  const earlier = gateways.slice(
    0,
    gateways.findIndex((each) => each.key === key),
  );
  try {
    const namesakes = await Promise.all(earlier.map((each) => each.findByUsername(username, [])));
    return namesakes.every((each) => each === undefined);
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** Whoever is disabled, locked or gone loses their sessions, and so does every session from before a new password. */
export function createStandingReviews(deps: StandingDeps): StandingReviews {
  const { sessions, localAccounts, configuration, gateway, gateways, now } = deps;
  /** The same said again of somebody needs no second look at their sessions; by person, until when and what. */
  const said = new Map<string, Pick<Account, 'passwordStamp'> & { readonly until: number }>();

  async function review(
    person: { readonly id: string; readonly directory: string | null },
    entry: PersonEntry | undefined,
  ): Promise<void> {
    if (isSaidAgain(person.id, entry?.account)) return;
    const open = await sessions.ofPerson(person.id);
    if (entry && open.every((session) => isFresh(session, entry.account))) {
      const checked = Math.min(now().getTime(), ...open.map(({ checkedAt }) => checkedAt.getTime()));
      if (said.size >= mostSaid) said.clear();
      said.set(person.id, { passwordStamp: entry.account.passwordStamp, until: checked + askedAgain });
      return;
    }
    const from = person.directory === null ? undefined : await gateway(person.directory);
    const standing = from && entry && (await standingOf(from, entry, await configuration(), await gateways()));
    if (!standing) {
      await sessions.removeOfPerson(person.id);
      return;
    }
    await Promise.all(open.map((session) => keep(session, standing)));
  }

  function isSaidAgain(personId: string, account: Account | undefined): boolean {
    const before = said.get(personId);
    if (!before || !account || account.isBlocked || account.passwordStamp !== before.passwordStamp) return false;
    return now().getTime() < before.until;
  }

  /** Opening a profile again and again neither asks for groups nor writes, which would cost more than all the rest of it. */
  function isFresh({ checkedAt, passwordStamp }: StoredSession, account: Account): boolean {
    if (account.isBlocked || passwordStamp !== (account.passwordStamp ?? passwordStamp)) return false;
    return now().getTime() - checkedAt.getTime() < askedAgain;
  }

  async function keep({ id, personId, passwordStamp: before }: StoredSession, standing: Standing): Promise<unknown> {
    const { role, passwordStamp } = standing;
    const isPasswordNew = before !== null && passwordStamp !== undefined && before !== passwordStamp;
    if (isPasswordNew) return sessions.remove(personId, id);
    return sessions.change(id, { role, passwordStamp: passwordStamp ?? before, checkedAt: now() });
  }

  async function reviewLocal({ id, personId, username }: FoundSession): Promise<unknown> {
    const account = await localAccounts.byUsername(username);
    if (!account) return sessions.remove(personId, id);
    return sessions.change(id, { role: roleOfLocal(account, (await configuration()).roles), checkedAt: now() });
  }

  async function reviewInDirectory(session: FoundSession, directory: string): Promise<void> {
    const from = await gateway(directory);
    try {
      const entry = from && session.entryId !== null ? await from.findById(session.entryId, []) : undefined;
      await review({ id: session.personId, directory }, entry);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const again = new Date(now().getTime() - askedEvery + askedAgain);
      await sessions.change(session.id, { checkedAt: again });
    }
  }

  /** What the lists no longer give is gone at once, whether the directory can be asked or not. */
  async function lower({ id, directory, role, username }: FoundSession): Promise<boolean> {
    if (directory === null || role === 'employee') return false;
    const highest = highestRole(username, (await configuration()).roles);
    if (hasRole(highest, roleSchema.parse(role))) return false;
    await sessions.change(id, { role: highest });
    return true;
  }

  return {
    review,

    async check(session) {
      if (now().getTime() - session.checkedAt.getTime() < askedEvery) return lower(session);
      await (session.directory === null ? reviewLocal(session) : reviewInDirectory(session, session.directory));
      return true;
    },
  };
}
