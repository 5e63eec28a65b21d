import { randomUUID } from 'node:crypto';
import { role as roleSchema } from '#shared/contract/roles.ts';
import type { ListedSession, User } from '#shared/contract/session.ts';
import type { FoundSession, Sessions as StoredSessions } from '../store/sessions.ts';
import type { SignedIn } from './sign-in.ts';
import { hashToken, newToken } from './tokens.ts';

/** So often it is noted that a session is in use. */
const seenEvery = 60_000;

export interface OpenSession {
  readonly id: string;
  readonly user: User;
  readonly expiresAt: Date;
}

export interface SessionsDeps {
  readonly sessions: StoredSessions;
  lifetime(): Promise<{ readonly sessionHours: number; readonly idleMinutes: number }>;
  /** Asks who the person is by now, where it is time to; true when the session may have changed or ended. */
  check(session: FoundSession): Promise<boolean>;
  now(): Date;
}

/** Sessions by opaque tokens, of which only the hash is kept. */
export function createSessions({ sessions, lifetime, check, now }: SessionsDeps) {
  async function standing(tokenHash: string): Promise<FoundSession | undefined> {
    const session = await sessions.byTokenHash(tokenHash);
    if (!session) return undefined;
    const { idleMinutes } = await lifetime();
    const [time, seen] = [now(), session.seenAt.getTime()];
    const isOver = session.expiresAt <= time || seen + idleMinutes * 60_000 <= time.getTime();
    if (isOver || session.hiddenAt !== null) {
      await sessions.remove(session.personId, session.id);
      return undefined;
    }
    if (seen + seenEvery <= time.getTime()) await sessions.change(session.id, { seenAt: time });
    return session;
  }

  return {
    async open(
      { person, role, passwordStamp }: SignedIn,
      client: string,
    ): Promise<OpenSession & { readonly token: string }> {
      const [token, id, time] = [newToken(), randomUUID(), now()];
      const expiresAt = new Date(time.getTime() + (await lifetime()).sessionHours * 3_600_000);
      const times = { openedAt: time, seenAt: time, checkedAt: time, expiresAt };
      const stamp = passwordStamp ?? null;
      await sessions.add(hashToken(token), { id, personId: person.id, role, client, passwordStamp: stamp, ...times });
      const { id: userId, username, displayName, directory } = person;
      return { id, token, expiresAt, user: { id: userId, username, displayName, directory, role } };
    },

    /** Undefined for a token that is unknown, closed or over. */
    async find(token: string): Promise<OpenSession | undefined> {
      const tokenHash = hashToken(token);
      const found = await standing(tokenHash);
      const session = found && (await check(found)) ? await sessions.byTokenHash(tokenHash) : found;
      if (!session) return undefined;
      const { id, personId, username, displayName, directory, expiresAt } = session;
      const role = roleSchema.parse(session.role);
      return { id, user: { id: personId, username, displayName, directory, role }, expiresAt };
    },

    async list({ id: current, user }: OpenSession): Promise<ListedSession[]> {
      const { idleMinutes } = await lifetime();
      const [time, idleSince] = [now(), now().getTime() - idleMinutes * 60_000];
      const open = (await sessions.ofPerson(user.id)).filter(
        ({ expiresAt, seenAt }) => expiresAt > time && seenAt.getTime() > idleSince,
      );
      return open.map(({ id, client, openedAt, seenAt, expiresAt }) => ({
        id,
        client,
        openedAt: openedAt.toISOString(),
        seenAt: seenAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        current: id === current,
      }));
    },

    /** False when the person has no such session. */
    close: ({ user }: OpenSession, id: string): Promise<boolean> => sessions.remove(user.id, id),

    closeAll: ({ user }: OpenSession): Promise<number> => sessions.removeOfPerson(user.id),
  };
}
export type Sessions = ReturnType<typeof createSessions>;
