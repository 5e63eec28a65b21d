import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { requestId } from 'hono/request-id';
import { routePath } from 'hono/route';
import { createApprovals } from './approvals/approvals.ts';
import { createAdminConfiguration } from './configuration/admin-configuration.ts';
import { bindPasswordOf } from './configuration/bind-password.ts';
import type { ConfigurationCheckDeps } from './configuration/check-configuration.ts';
import { findClientSecret } from './configuration/client-secret.ts';
import { createExamination } from './directory/examination.ts';
import { checkFields } from './doctor/check-fields.ts';
import { createDoctor, patienceOfCallers } from './doctor/create-doctor.ts';
import { createHistoryView } from './history/history-view.ts';
import { verifyHistory } from './history/verify-history.ts';
import { createOpenID } from './identity/openid.ts';
import { createSessions } from './identity/sessions.ts';
import { createSignIn, type SignInDeps } from './identity/sign-in.ts';
import { createStandingReviews } from './identity/standing.ts';
import { createThrottle } from './identity/throttle.ts';
import { createSignInWays } from './identity/ways.ts';
import { createWaitingEdits } from './outbox/waiting-edits.ts';
import { preparePicture } from './pictures/prepare-picture.ts';
import { asProblem, Problem } from './problem.ts';
import type { Delivery } from './profiles/delivery.ts';
import { createProfiles, type ProfilesDeps } from './profiles/profiles.ts';
import { type AboutDeps, serveAbout } from './routes/about.ts';
import { serveAdminConfiguration } from './routes/admin-configuration.ts';
import { serveAdminDiagnosis } from './routes/admin-diagnosis.ts';
import { createClientOf } from './routes/client.ts';
import { serveHistory } from './routes/history.ts';
import { serveOutbox } from './routes/outbox.ts';
import { createOwnPasswordOf } from './routes/own-password.ts';
import { servePeople } from './routes/people.ts';
import { serveProfiles } from './routes/profile.ts';
import { serveProposals } from './routes/proposals.ts';
import { protectiveHeaders } from './routes/protective-headers.ts';
import { createServe } from './routes/serve.ts';
import { serveSession } from './routes/session.ts';
import { serveSync } from './routes/sync.ts';
import { createPeopleSearch } from './search/people-search.ts';
import type { PeopleIndex } from './store/people-index.ts';
import type { Store } from './store/store.ts';
import { createSyncService, type SyncServiceDeps } from './sync/sync-service.ts';

/** One answered request: what a log and a metric may say of it, which is no name and no value (X6). */
export interface AnsweredRequest {
  readonly requestId: string;
  readonly method: string;
  /** The pattern of the route, such as `/api/people/:id/profile`. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
  /** What went wrong, for the log alone. */
  readonly problem?: Problem;
}

export interface AppDeps extends AboutDeps {
  readonly store: Store;
  readonly peopleIndex: PeopleIndex;
  readonly delivery: Delivery;
  readonly configuration: ProfilesDeps['configuration'] & SignInDeps['configuration'];
  readonly configurationCheck: ConfigurationCheckDeps;
  readonly gateway: ProfilesDeps['gateway'];
  readonly gateways: SignInDeps['gateways'];
  /** Addresses and networks of proxies that are believed when they tell whose call they pass on. */
  readonly trustedProxies: readonly string[];
  readonly carryOut: SyncServiceDeps['carryOut'];
  readonly pause: SyncServiceDeps['pause'];
  now(): Date;
  answered(request: AnsweredRequest): void;
}

/** The whole HTTP side; it opens nothing, so tests drive it by `app.request()`. */
export function createApp(deps: AppDeps): Hono {
  const { store, peopleIndex, delivery, configuration, gateway, gateways, now, answered } = deps;
  const { people, pictures, outbox, history, valueCounts, localAccounts } = store;
  const app = new Hono();

  /** Of the ids that the company lists alone; where it lists none, an extension asks by the hosts that it was granted. */
  async function isOwnExtension(origin: string): Promise<boolean> {
    const [, id] = /^(?:chrome|moz)-extension:\/\/([\w-]+)$/u.exec(origin) ?? [];
    return id !== undefined && (await configuration()).signIn.extensionIds.includes(id);
  }

  app.use(requestId());
  app.use(async (c, next) => {
    const start = performance.now();
    await next();
    const problem = c.error && asProblem(c.error);
    answered({
      requestId: c.get('requestId'),
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      milliseconds: performance.now() - start,
      ...(problem && { problem }),
    });
  });
  app.use(protectiveHeaders);
  const acrossOrigins = cors({
    origin: async (origin) => ((await isOwnExtension(origin)) ? origin : null),
    allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: ['Authorization', 'Content-Type', 'If-Match', 'Accept-Language'],
    exposeHeaders: ['ETag', 'Retry-After'],
    maxAge: 600,
  });
  app.use((c, next) => {
    if (c.req.header('Origin') !== undefined) return acrossOrigins(c, next);
    c.header('Vary', 'Origin');
    return next();
  });
  app.notFound(() => {
    throw new Problem('notFound', 'There is no such address.');
  });
  app.onError((error, c) => {
    const problem = asProblem(error);
    const { retryAfterSeconds } = problem.options;
    if (retryAfterSeconds !== undefined) c.header('Retry-After', String(retryAfterSeconds));
    c.header('Content-Type', 'application/problem+json');
    return c.body(JSON.stringify(problem.details), problem.details.status as 400);
  });

  const lifetime = async () => (await configuration()).signIn;
  const throttle = createThrottle({ attempts: store.signInAttempts, limits: lifetime, now });
  const { check, review } = createStandingReviews({ ...store, configuration, gateway, gateways, now });
  const sessions = createSessions({ sessions: store.sessions, lifetime, check, now });
  const signIn = createSignIn({ people, pictures, localAccounts, throttle, configuration, gateways, now });
  const serve = createServe(app, sessions, createClientOf(deps.trustedProxies));
  serveAbout(serve, deps);
  const admin = createAdminConfiguration({
    ...deps.configurationCheck,
    store: store.configuration,
    valueCounts,
    now,
    checkFields: (fields, current) => checkFields(fields, current, gateway),
  });
  serveAdminConfiguration(serve, admin);
  const doctor = createDoctor({
    configuration,
    gateway,
    passwordOf: (definition) => bindPasswordOf(definition, deps.configurationCheck),
    examine: createExamination,
    isLocal: async (username) => (await localAccounts.byUsername(username)) !== undefined,
    verifyHistory: () => verifyHistory(history, () => deps.pause(0)),
    people,
    now,
    patience: patienceOfCallers,
  });
  serveAdminDiagnosis(serve, doctor, admin);
  servePeople(serve, createPeopleSearch({ people, index: peopleIndex, configuration }));
  const profiles = createProfiles({
    people,
    pictures,
    outbox,
    history,
    delivery,
    proposals: store.proposals,
    preparePicture,
    entryNames: store.entryNames,
    configuration,
    gateway,
    review,
    now,
  });
  const ownOf = createOwnPasswordOf(throttle);
  serveProfiles(serve, profiles, ownOf);
  serveHistory(serve, createHistoryView({ history, people, configuration }), profiles, ownOf);
  const { carryOut, pause } = deps;
  serveSync(serve, createSyncService({ store, configuration, gateway, carryOut, now, pause }));
  const approvals = createApprovals({ ...store, profiles, configuration, gateway, now });
  serveProposals(serve, approvals);
  serveOutbox(serve, createWaitingEdits({ outbox, people, configuration, now }), approvals);
  const openID = createOpenID({
    signIn,
    clientSecretOf: (settings) => findClientSecret(settings, deps.configurationCheck),
    configuration,
    now,
  });
  serveSession(serve, { sessions, signIn, openID, ways: createSignInWays({ configuration }) });
  return app;
}
