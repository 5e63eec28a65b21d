import { role as roleSchema } from '#shared/contract/roles.ts';
import type { User } from '#shared/contract/session.ts';
import type { Sessions as StoredSessions } from '../store/store.ts';
import type { SignedIn } from './sign-in.ts';
import { hashToken, newToken } from './tokens.ts';

const lifetimeHours = 12;

export interface OpenSession {
  readonly user: User;
  readonly expiresAt: Date;
}

export interface SessionsDeps {
  readonly sessions: StoredSessions;
  now(): Date;
}

/** Sessions by opaque tokens, of which only the hash is kept. */
export function createSessions({ sessions, now }: SessionsDeps) {
  return {
    async open({ person, role }: SignedIn): Promise<OpenSession & { readonly token: string }> {
      const token = newToken();
      const expiresAt = new Date(now().getTime() + lifetimeHours * 3_600_000);
      await sessions.add(hashToken(token), { personId: person.id, role, expiresAt });
      const { id, username, displayName, directory } = person;
      return { token, expiresAt, user: { id, username, displayName, directory, role } };
    },

    /** Undefined for a token that is unknown, closed or expired. */
    async find(token: string): Promise<OpenSession | undefined> {
      const session = await sessions.byTokenHash(hashToken(token));
      if (!session || session.expiresAt <= now()) return undefined;
      const { personId: id, username, displayName, directory, expiresAt } = session;
      return { user: { id, username, displayName, directory, role: roleSchema.parse(session.role) }, expiresAt };
    },

    close: (token: string): Promise<void> => sessions.remove(hashToken(token)),
  };
}
export type Sessions = ReturnType<typeof createSessions>;
