import { endpoints } from '#shared/contract/endpoints.ts';
import type { OpenID } from '../identity/openid.ts';
import type { OpenSession, Sessions } from '../identity/sessions.ts';
import type { SignIn } from '../identity/sign-in.ts';
import type { SignInWays } from '../identity/ways.ts';
import { Problem } from '../problem.ts';
import type { Serve } from './serve.ts';

export interface SessionRoutesDeps {
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly openID: OpenID;
  readonly ways: SignInWays;
}

export function serveSession(serve: Serve, { sessions, signIn, openID, ways }: SessionRoutesDeps): void {
  serve(endpoints.signIn, async ({ body, client }) => {
    const signedIn = await signIn.byPassword(body.username, body.password, client.address);
    return opened(await sessions.open(signedIn, client.name));
  });
  serve(endpoints.getSignInWays, async ({ client, language }) => ({ ways: await ways.list(client, language) }));
  serve(endpoints.startOpenID, ({ body }) => openID.start(body));
  serve(endpoints.finishOpenID, ({ query }) => openID.finish(query));
  serve(endpoints.signInByOpenID, async ({ body, client }) =>
    opened(await sessions.open(await openID.redeem(body), client.name)),
  );
  serve(endpoints.signInByHeader, async ({ client }) =>
    opened(await sessions.open(await signIn.byTrustedName(await ways.nameFromProxy(client)), client.name)),
  );
  serve(endpoints.getSession, async ({ session }) => ({
    expiresAt: session.expiresAt.toISOString(),
    user: session.user,
  }));
  serve(endpoints.signOut, async ({ session }) => {
    await sessions.close(session, session.id);
    return undefined;
  });
  serve(endpoints.getOwnSessions, async ({ session }) => ({ sessions: await sessions.list(session) }));
  serve(endpoints.closeOwnSession, async ({ session, params }) => {
    if (await sessions.close(session, params.id)) return undefined;
    throw new Problem('notFound', 'You have no such session.', { rule: 'session' });
  });
  serve(endpoints.closeOwnSessions, async ({ session }) => {
    await sessions.closeAll(session);
    return undefined;
  });
}

const opened = ({ token, expiresAt, user }: OpenSession & { readonly token: string }) => ({
  token,
  expiresAt: expiresAt.toISOString(),
  user,
});
