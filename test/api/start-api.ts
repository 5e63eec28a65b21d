import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type AnsweredRequest, createApp } from '#server/app.ts';
import { bindPasswordOf } from '#server/configuration/bind-password.ts';
import { createCurrentConfiguration } from '#server/configuration/current-configuration.ts';
import { createDirectoryGateway } from '#server/directory/create-gateway.ts';
import { isDN } from '#server/directory/dn.ts';
import { isFilter } from '#server/directory/filter.ts';
import type { DirectoryGateway } from '#server/directory/gateway.ts';
import { hashPassword } from '#server/identity/passwords.ts';
import { createMetrics } from '#server/metrics.ts';
import { createDeliverer } from '#server/outbox/deliverer.ts';
import { createDelivery } from '#server/profiles/delivery.ts';
import { createFollower } from '#server/search/follow-people.ts';
import { createCipher } from '#server/secrets/cipher.ts';
import { createSQLitePeopleIndex, createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import { runSync } from '#server/sync/run-sync.ts';
import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import { type Configuration, configuration } from '#shared/contract/configuration.ts';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { Profile, ProfileField, Saved } from '#shared/contract/profile.ts';
import type { Session } from '#shared/contract/session.ts';
import type { SyncRunDetails } from '#shared/contract/sync.ts';
import type { Company } from './company.ts';

export interface APIOptions {
  readonly companies?: Readonly<Record<string, Pick<Company, 'definition' | 'bindPassword'>>>;
  readonly fields?: readonly object[];
  readonly settings?: object;
  readonly roles?: object;
  readonly signIn?: object;
  readonly trustedProxies?: readonly string[];
  /** The clock; that of the machine unless told. */
  readonly now?: () => Date;
  readonly environment?: Readonly<Record<string, string>>;
  /** The key by which secrets are kept. */
  readonly secret?: Uint8Array;
  /** Kept from one start to the next. */
  readonly folder?: string;
  /** How long the store waits for another program that writes. */
  readonly busyTimeoutMilliseconds?: number;
  /** What becomes of a gateway before it is used. */
  readonly openGateway?: (definition: DirectoryDefinition, bindPassword: string | undefined) => DirectoryGateway;
}

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface CallOptions {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The address of the socket. */
  readonly from?: string;
}

/** In the folder of the server. */
export const storeName = 'nameplate.db';

const writeBack = (attribute: string) => ({ kind: 'directory', attribute, edit: 'writeBack' });

export const usualFields = [
  { key: 'name', type: 'text', source: { kind: 'directory', attribute: 'sn' } },
  { key: 'phone', type: 'phone', source: writeBack('telephoneNumber') },
  { key: 'title', type: 'text', source: writeBack('title') },
  { key: 'about', type: 'multiline', source: writeBack('description') },
  { key: 'city', type: 'select', source: writeBack('l'), options: [{ value: 'Wiesbaden' }, { value: 'Zürich' }] },
  { key: 'nickname', type: 'text', source: { kind: 'local' } },
];

function every(milliseconds: number, work: () => void) {
  const timer = setInterval(work, milliseconds);
  return { stop: () => clearInterval(timer) };
}

/** The whole server but its socket, over real directories and a real SQLite file. */
export async function startAPI({
  companies = {},
  fields = usualFields,
  settings,
  roles,
  signIn: signInSettings,
  trustedProxies = [],
  now = () => new Date(),
  environment,
  secret,
  folder: keptFolder,
  busyTimeoutMilliseconds,
  openGateway = (definition, bindPassword) => createDirectoryGateway(definition, { bindPassword }),
}: APIOptions = {}) {
  const folder = keptFolder ?? (await mkdtemp(join(tmpdir(), 'nameplate-api-')));
  const store = await createSQLiteStore(join(folder, storeName), {
    ...(busyTimeoutMilliseconds && { busyTimeoutMilliseconds }),
  });
  const peopleIndex = await createSQLitePeopleIndex(join(folder, 'people-index.db'));
  const { configuration: configurations } = store;
  const configurationCheck = {
    isDN,
    isFilter,
    folder,
    environment: { TEST_PASSWORD: 'set', ...environment },
    cipher: secret && createCipher(secret),
  };
  function passwordOf(definition: DirectoryDefinition): string | undefined {
    const found = bindPasswordOf(definition, configurationCheck);
    return 'password' in found ? found.password : undefined;
  }
  const current = createCurrentConfiguration({
    store: configurations,
    openGateway: (definition) =>
      openGateway(definition, companies[definition.key]?.bindPassword ?? passwordOf(definition)),
  });

  async function configure(members: object): Promise<void> {
    const revision = await configurations.revision();
    if (!(await configurations.save(configuration.parse(members), revision))) throw new Error('configured twice');
  }
  const isNew = (await configurations.revision()) === 0;
  if (isNew)
    await configure({
      directories: Object.entries(companies).map(([key, { definition }]) => ({
        key,
        defaultCountry: 'DE',
        bindPassword: { env: 'TEST_PASSWORD' },
        connectTimeoutSeconds: 10,
        operationTimeoutSeconds: 10,
        ...definition,
      })),
      fields,
      settings: { writeEnabled: true, ...settings },
      ...(roles && { roles }),
      ...(signInSettings && { signIn: signInSettings }),
    });

  const follow = createFollower({ people: store.people, index: peopleIndex, configuration: current.configuration });
  let secondsAhead = 0;
  const later = () => new Date(now().getTime() + secondsAhead * 1000);
  const requests: AnsweredRequest[] = [];
  const runs: Promise<SyncRunDetails>[] = [];
  const metrics = createMetrics();
  const delivery = createDelivery({ ...store, ...current, now: later, random: Math.random });
  const troubles: unknown[] = [];
  const onTrouble = (_: string, error: unknown) => troubles.push(error);
  const deliverer = createDeliverer({ outbox: store.outbox, delivery, now: later, random: Math.random, onTrouble });
  const app = createApp({
    ...current,
    store,
    delivery,
    configurationCheck,
    peopleIndex,
    trustedProxies,
    version: '0.0.0',
    metrics: metrics.text,
    carryOut(run) {
      const configured = current.configuration();
      runs.push(configured.then((each) => runSync({ ...current, store, configuration: each, now, every }, run)));
    },
    pause,
    now: later,
    answered: (request) => {
      requests.push(request);
      metrics.observe(request);
    },
  });

  async function call<Body = ProblemDetails>(
    method: string,
    path: string,
    { token, body, headers, from }: CallOptions = {},
  ): Promise<Answer<Body>> {
    const init = {
      method,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    };
    // As @hono/node-server hands the request of Node in.
    const answer = await app.request(path, init, { incoming: { socket: { remoteAddress: from ?? '127.0.0.1' } } });
    const text = await answer.text();
    const isJSON = /json/u.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, headers: answer.headers, body: (isJSON ? JSON.parse(text) : text) as Body };
  }

  async function signIn(username: string, password: string): Promise<string> {
    const { status, body } = await call<Session>('POST', '/api/session', { body: { username, password } });
    if (status !== 201) throw new Error(`${username} could not sign in: ${JSON.stringify(body)}`);
    return body.token;
  }

  return {
    app,
    store,
    /** Where the server keeps its files. */
    folder,
    /** The end of the runs that were started so far. */
    ended: (): Promise<SyncRunDetails[]> => Promise.all(runs),
    troubles,
    /** A round of delivery, at a time when everything is due. */
    async deliver(): Promise<void> {
      secondsAhead += 120;
      await deliverer.round();
    },
    requests,
    call,
    configure,
    configuration: (): Promise<Configuration> => current.configuration(),
    /** What the thread beside the server does: brings the search up to date. */
    async followPeople(): Promise<void> {
      while (await follow());
    },
    signIn,
    async addLocalAdmin(username: string, password: string): Promise<void> {
      const passwordHash = await hashPassword(password);
      await store.localAccounts.add({ username, displayName: username, passwordHash, role: 'admin' });
    },
    show: async (token: string, refresh = true): Promise<Profile> =>
      (await call<Profile>('GET', `/api/me/profile${refresh ? '?refresh=1' : ''}`, { token })).body,
    save: (token: string, changes: object, members: object = {}): Promise<Answer<Saved>> =>
      call<Saved>('PATCH', '/api/me/profile', { token, body: { changes, ...members } }),
    async stop(): Promise<void> {
      await Promise.all(runs);
      await current.close();
      await peopleIndex.close();
      await store.close();
      if (!keptFolder) await rm(folder, { recursive: true, force: true });
    },
  };
}
export type API = Awaited<ReturnType<typeof startAPI>>;

export function fieldOf({ fields }: Profile, key: string): ProfileField {
  const field = fields.find((each) => each.key === key);
  if (!field) throw new Error(`the profile has no field ${key}`);
  return field;
}
