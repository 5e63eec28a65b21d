import { randomUUID } from 'node:crypto';
import { hashToken, newToken } from '#server/identity/tokens.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { API } from '../start-api.ts';

/** Opens a session of a local person with this role, past the password; gives its token. */
export function createSessionOpener(api: API) {
  const people = new Map<Role, string>();

  async function personWith(role: Role): Promise<string> {
    const username = `${role}-${randomUUID()}`;
    await api.store.localAccounts.add({ username, displayName: username, passwordHash: 'none', role: 'employee' });
    const account = await api.store.localAccounts.byUsername(username);
    if (!account) throw new Error('There is no such account');
    people.set(role, account.personId);
    return account.personId;
  }

  return async function openSession(role: Role): Promise<string> {
    const personId = people.get(role) ?? (await personWith(role));
    const token = newToken();
    const now = new Date();
    const times = { openedAt: now, seenAt: now, checkedAt: now, expiresAt: new Date(now.getTime() + 3_600_000) };
    const session = { id: randomUUID(), personId, role, client: 'test', passwordStamp: null, ...times };
    await api.store.sessions.add(hashToken(token), session);
    return token;
  };
}
