import type { AnswerOf, Endpoint, Parts } from '#shared/contract/endpoint.ts';
import { endpoints } from '#shared/contract/endpoints.ts';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { ListedSession, Session, SignInWay, User } from '#shared/contract/session.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import type { Result, Status } from '../messages.ts';
import { readServerAddress } from '../server-address.ts';
import { languageFor, type Settings, type Stored } from '../settings.ts';
import type { Stamp } from '../stamp.ts';
import { type Client, createClient } from './client.ts';
import { signInByOpenID, type WebAuth } from './openid.ts';
import { createTrouble } from './trouble.ts';

/** A session, and the server that it is for: no other server ever gets its token. */
export type KeptSession = Session & { readonly server: string };

type NoServer = { readonly ok: false; readonly problem: ProblemDetails };

export interface AccountDeps {
  readonly settings: Settings;
  readonly session: Stored<KeptSession>;
  readonly stamp: Stamp;
  readonly fetch: typeof fetch;
  readonly webAuth: WebAuth;
  readonly browserLanguage: string;
  now(): number;
  /** Told of every new status. */
  onChange(status: Status): void;
}

/** Who is signed in where, and what may be asked of the server in their name. */
export function createAccount({
  settings,
  session,
  stamp,
  fetch,
  webAuth,
  browserLanguage,
  now,
  onChange,
}: AccountDeps) {
  const readServer = async () => stamp.server ?? (await settings.server.read());
  const readLanguage = async () => languageFor(await settings.language.read(), browserLanguage);

  async function readSession(server: string | undefined): Promise<KeptSession | undefined> {
    const kept = await session.read();
    if (!kept || kept.server !== server) return undefined;
    if (Date.parse(kept.expiresAt) > now()) return kept;
    await end(kept);
    return undefined;
  }

  /** A session is over, by its time or at the server: everybody is told, unless there is another one by now. */
  async function end({ token }: KeptSession): Promise<void> {
    if ((await session.read())?.token !== token) return;
    await session.remove();
    await changed();
  }

  async function status(): Promise<Status> {
    const server = await readServer();
    const kept = await readSession(server);
    return { server, serverIsFixed: stamp.server !== undefined, user: kept?.user, language: await readLanguage() };
  }

  async function changed(): Promise<Status> {
    const next = await status();
    onChange(next);
    return next;
  }

  async function anonymousClient(): Promise<(Client & { readonly server: string }) | NoServer> {
    const [server, language] = [await readServer(), await readLanguage()];
    if (!server) return { ok: false, problem: createTrouble(language).noServer() };
    return { server, ...createClient({ server, fetch, language }) };
  }

  /** Keeps the session that a way in gives, for the server that was asked. */
  async function open(
    enter: (client: Client, language: Language) => Promise<Result<Session>>,
  ): Promise<Result<Status>> {
    const client = await anonymousClient();
    if ('problem' in client) return client;
    const result = await enter(client, await readLanguage());
    if (!result.ok) return result;
    await session.write({ ...result.value, server: client.server });
    return { ok: true, value: await changed() };
  }

  /** Forgets the session here at once; whether the server hears of it decides nothing. */
  async function dropSession(): Promise<void> {
    const kept = await session.read();
    await session.remove();
    // Nobody waits for a server that may be gone; the call never throws.
    if (kept) void createClient({ ...kept, fetch, language: await readLanguage() }).call(endpoints.signOut, {});
  }

  /**
   * Calls the server as the person who is signed in, and as nobody but `personId` where one is given; a session that
   * the server no longer knows ends here too.
   */
  async function call<E extends Endpoint>(
    endpoint: E,
    parts: Parts<E>,
    personId?: string,
  ): Promise<Result<AnswerOf<E>>> {
    const [server, language] = [await readServer(), await readLanguage()];
    const kept = await readSession(server);
    if (!server) return { ok: false, problem: createTrouble(language).noServer() };
    const isWanted = kept && (personId === undefined || kept.user.id === personId);
    if (!isWanted) return { ok: false, problem: createTrouble(language).signedOut() };
    const result = await createClient({ server, fetch, language, token: kept.token }).call(endpoint, parts);
    if (!result.ok && result.problem.status === 401) await end(kept);
    return result;
  }

  return {
    status,

    /** Asks the server who this is by now: names and roles follow the directory. Everybody is told of what is new. */
    async look(): Promise<void> {
      const kept = await readSession(await readServer());
      const result = kept && (await call(endpoints.getSession, {}));
      if (!result?.ok || (await session.read())?.token !== kept?.token) return;
      const { user } = result.value;
      if (!kept || isSame(user, kept.user)) return;
      await session.write({ ...kept, user });
      await changed();
    },

    call,

    signIn: (username: string, password: string): Promise<Result<Status>> =>
      open((client) => client.call(endpoints.signIn, { body: { username: username.trim(), password } })),

    async signInWays(): Promise<Result<readonly SignInWay[]>> {
      const client = await anonymousClient();
      if ('problem' in client) return client;
      const result = await client.call(endpoints.getSignInWays, {});
      return result.ok ? { ok: true, value: result.value.ways } : result;
    },

    signInBy: (way: 'openid' | 'header'): Promise<Result<Status>> =>
      open((client, language) =>
        way === 'header'
          ? client.call(endpoints.signInByHeader, {})
          : signInByOpenID({ client, webAuth, trouble: createTrouble(language) }),
      ),

    async sessions(): Promise<Result<readonly ListedSession[]>> {
      const result = await call(endpoints.getOwnSessions, {});
      return result.ok ? { ok: true, value: result.value.sessions } : result;
    },

    closeSession: (id: string): Promise<Result<void>> => call(endpoints.closeOwnSession, { params: { id } }),

    /** Unlike signing out here, this is the server's to do: where it did not, the person is told. */
    async signOutEverywhere(): Promise<Result<Status>> {
      const result = await call(endpoints.closeOwnSessions, {});
      if (!result.ok) return result;
      await session.remove();
      return { ok: true, value: await changed() };
    },

    async signOut(): Promise<Status> {
      await dropSession();
      return changed();
    },

    /** Takes the address only if a Nameplate server answers there. */
    async setServer(typed: string): Promise<Result<Status>> {
      const language = await readLanguage();
      const trouble = createTrouble(language);
      const address = readServerAddress(typed);
      if ('fault' in address) {
        return { ok: false, problem: address.fault === 'bad' ? trouble.badAddress() : trouble.insecureAddress() };
      }
      const server = address.origin;
      if (stamp.server && server !== stamp.server) return { ok: false, problem: trouble.serverIsFixed() };
      const health = await createClient({ server, fetch, language }).call(endpoints.getHealth, {});
      if (!health.ok) {
        return health.problem.kind === 'unavailable' ? health : { ok: false, problem: trouble.notNameplate() };
      }
      if ((await readServer()) !== server) await dropSession();
      await settings.server.write(server);
      return { ok: true, value: await changed() };
    },

    async setLanguage(language: Language): Promise<Status> {
      await settings.language.write(language);
      return changed();
    },
  };
}

function isSame(one: User, other: User): boolean {
  return one.role === other.role && one.username === other.username && one.displayName === other.displayName;
}

export type Account = ReturnType<typeof createAccount>;
