import { endpoints } from '#shared/contract/endpoints.ts';
import type { Sessions } from '../identity/sessions.ts';
import type { SignedIn } from '../identity/sign-in.ts';
import type { Serve } from './serve.ts';

export interface SessionRoutesDeps {
  readonly sessions: Sessions;
  signIn(username: string, password: string): Promise<SignedIn>;
}

export function serveSession(serve: Serve, { sessions, signIn }: SessionRoutesDeps): void {
  serve(endpoints.signIn, async ({ body }) => {
    const { token, expiresAt, user } = await sessions.open(await signIn(body.username, body.password));
    return { token, expiresAt: expiresAt.toISOString(), user };
  });
  serve(endpoints.getSession, async ({ session }) => ({
    expiresAt: session.expiresAt.toISOString(),
    user: session.user,
  }));
  serve(endpoints.signOut, async ({ token }) => {
    await sessions.close(token);
    return undefined;
  });
}
