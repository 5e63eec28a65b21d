import type { Context } from 'hono';
import type { Endpoint } from '#shared/contract/endpoint.ts';
import { hasRole } from '#shared/contract/roles.ts';
import type { OpenSession, Sessions } from '../identity/sessions.ts';
import { Problem } from '../problem.ts';

/** The session of this token, where its role is enough for the endpoint. */
export async function authorize({ access }: Endpoint, token: string, sessions: Sessions): Promise<OpenSession> {
  const session = token === '' ? undefined : await sessions.find(token);
  if (!session)
    throw new Problem('unauthenticated', 'Sign in first: there is no session, or it has ended.', { rule: 'session' });
  if (access !== 'anybody' && !hasRole(session.user.role, access)) {
    throw new Problem('forbidden', `This needs the role ${access}.`, { rule: 'role', params: { role: access } });
  }
  return session;
}

/** RFC 6750 2.1; empty where there is none. */
export function bearerToken(c: Context): string {
  return /^Bearer +([\w-]+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
}
