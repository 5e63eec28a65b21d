import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { type Logger, pino, stdTimeFunctions } from 'pino';
import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { SyncRun, SyncRunDetails } from '#shared/contract/sync.ts';
import packageJson from '../package.json' with { type: 'json' };
import { type AnsweredRequest, createApp } from './app.ts';
import type { Config } from './config.ts';
import { applyConfiguration } from './configuration/apply-configuration.ts';
import { bindPasswordOf } from './configuration/bind-password.ts';
import { createCurrentConfiguration } from './configuration/current-configuration.ts';
import { loadConfigurationFile } from './configuration/load-configuration-file.ts';
import { createDirectoryGateway } from './directory/create-gateway.ts';
import { isDN } from './directory/dn.ts';
import { isFilter } from './directory/filter.ts';
import { every } from './every.ts';
import { hashPassword } from './identity/passwords.ts';
import { createMetrics } from './metrics.ts';
import { createDeliverer } from './outbox/deliverer.ts';
import { Problem } from './problem.ts';
import { createDelivery } from './profiles/delivery.ts';
import { cipherOf } from './secrets/cipher-of.ts';
import { startPeopleFollower } from './start-people-follower.ts';
import { startSchedule } from './start-schedule.ts';
import { startSyncThread } from './start-sync.ts';
import { createSQLitePeopleIndex, createSQLiteStore } from './store/sqlite/sqlite-store.ts';
import type { Store } from './store/store.ts';

export interface RunningServer {
  readonly url: string;
  /** Answers what is being asked, then closes everything. */
  stop(): Promise<void>;
}

const [second, hour, day, patience] = [1000, 3_600_000, 86_400_000, 10_000];

/** Starts the server. Throws a Problem, with everything closed again, when it cannot. */
export async function serve(config: Config): Promise<RunningServer> {
  const log = pino({ level: config.logLevel, timestamp: stdTimeFunctions.isoTime }, pino.destination(2));
  // Whatever is opened goes onto this pile, and is closed in reverse: when the start fails, and when the server stops.
  await using pile = new AsyncDisposableStack();
  const store = pile.adopt(await createSQLiteStore(config.storeFile), (opened) => opened.close());
  await fillEmptyStore(store, config, log);
  const url = await listen(store, config, log, pile);
  log.info({ url, version: packageJson.version }, 'listening');

  const opened = pile.move();
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await opened.disposeAsync();
    log.info('stopped');
  };
  return { url, stop: () => (stopping ??= stop()) };
}

const shortestPassword = 8;

async function fillEmptyStore(store: Store, config: Config, log: Logger): Promise<void> {
  const { configurationFile, admin } = config;
  if (configurationFile && (await store.configuration.revision()) === 0) {
    const deps = { isFilter, isDN, environment: process.env, cipher: cipherOf(config) };
    const configuration = await loadConfigurationFile(configurationFile, deps);
    await applyConfiguration(store.configuration, configuration, { by: 'NAMEPLATE_CONFIG', at: new Date() });
    log.info({ file: configurationFile }, 'configuration applied to an empty store');
  }
  if (admin && (await store.localAccounts.count()) === 0) {
    const { username, password } = admin;
    if (password.length < shortestPassword) {
      const detail = `must have a password of at least ${shortestPassword} characters, since there is no local account yet`;
      const faults = [{ field: 'NAMEPLATE_ADMIN', detail }];
      throw new Problem('invalid', 'The local admin cannot be made.', { faults });
    }
    const passwordHash = await hashPassword(password);
    await store.localAccounts.add({ username, displayName: username, passwordHash, role: 'admin' });
    log.info('local admin added');
  }
}

/** Puts the server together and gives its address. */
async function listen(store: Store, config: Config, log: Logger, pile: AsyncDisposableStack): Promise<string> {
  const openGateway = gatewayOpener(log, config);
  const current = createCurrentConfiguration({ store: store.configuration, openGateway });
  pile.defer(() => current.close());
  const peopleIndex = pile.adopt(await createSQLitePeopleIndex(config.peopleIndexFile), (index) => index.close());
  const syncDeps = {
    ...current,
    ...config,
    store,
    secrets: { environment: process.env, cipher: cipherOf(config) },
    log,
  };
  const thread = startSyncThread(syncDeps);
  pile.defer(() => thread.stop());
  const follower = startPeopleFollower(config, thread.isUnderWay, (error) =>
    log.error({ err: error }, 'people are not indexed'),
  );
  pile.defer(() => follower.stop());
  const carryOut = (run: SyncRun) =>
    void thread.carryOut(run).then(
      (ended) => logRun(log, ended),
      (error: unknown) => log.error({ err: error, run: run.id }, 'how the run ended could not be kept'),
    );
  const now = () => new Date();
  const scheduled = startSchedule({ ...syncDeps, now, every }, carryOut);
  pile.defer(() => scheduled.stop());
  const metrics = createMetrics();
  const delivery = createDelivery({ ...store, ...current, now, random: Math.random });
  const app = createApp({
    ...current,
    store,
    delivery,
    configurationCheck: { isFilter, isDN, environment: process.env, cipher: cipherOf(config), folder: process.cwd() },
    peopleIndex,
    version: packageJson.version,
    metrics: metrics.text,
    trustedProxies: config.trustedProxies,
    carryOut,
    pause,
    now,
    answered(request) {
      // Whoever asked need not wait for it.
      setImmediate(() => {
        metrics.observe(request);
        logAnswer(log, request);
      });
    },
  });
  const clean = () =>
    current
      .configuration()
      .then((configuration) => forgetWhatIsOver(store, configuration, log))
      .catch((error: unknown) => log.error({ err: error }, 'what is over stays'));
  let cleaned = clean();
  pile.defer(() => cleaned);
  const cleaning = setInterval(() => {
    cleaned = clean();
  }, hour);
  pile.defer(() => clearInterval(cleaning));
  const deliverer = createDeliverer({
    outbox: store.outbox,
    delivery,
    now,
    random: Math.random,
    onTrouble: (directory, error) => log.warn({ directory, err: error }, 'edits wait'),
  });
  pile.defer(() => deliverer.stop());
  const delivering = setInterval(() => {
    deliverer.round().catch((error: unknown) => log.error({ err: error }, 'nothing is delivered'));
  }, second);
  pile.defer(() => clearInterval(delivering));
  const url = await openSocket(app.fetch, config, pile);
  // First of all, for whoever watches a run is answered until it ends.
  pile.defer(() => thread.cancel());
  return url;
}

type FetchCallback = Parameters<typeof createAdaptorServer>[0]['fetch'];

/** What is being asked when the server stops is answered first, for as long as `patience`. */
async function openSocket(fetch: FetchCallback, { listen }: Config, pile: AsyncDisposableStack): Promise<string> {
  const server = createAdaptorServer({
    fetch,
    serverOptions: { requestTimeout: 30_000, headersTimeout: 10_000, connectionsCheckingInterval: 2000 },
  });
  server.listen(listen.port, listen.host);
  await once(server, 'listening');
  pile.defer(async () => {
    const closed = once(server, 'close');
    server.close();
    // Again and again, for whoever has been answered keeps the connection for a while.
    const closing = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 50);
    const impatience = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patience);
    await closed;
    clearInterval(closing);
    clearTimeout(impatience);
  });
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function forgetWhatIsOver(store: Store, { signIn, settings }: Configuration, log: Logger): Promise<void> {
  const { idleMinutes } = signIn;
  const now = new Date();
  await store.sessions.removeExpired(now, new Date(now.getTime() - idleMinutes * 60_000));
  await store.signInAttempts.removeExpired(now);
  // By whole days, so that the chain gets one mark a day and not one an hour.
  const lines = await store.history.trim(new Date((Math.floor(now.getTime() / day) - settings.historyDays) * day), now);
  if (lines > 0) log.info({ lines, days: settings.historyDays }, 'old lines of the history are gone');
}

function gatewayOpener(log: Logger, config: Config) {
  const sources = { environment: process.env, cipher: cipherOf(config) };
  return (definition: DirectoryDefinition) => {
    const found = bindPasswordOf(definition, sources);
    if ('issue' in found) log.warn({ directory: definition.key }, `bindPassword ${found.issue}`);
    return createDirectoryGateway(definition, {
      bindPassword: 'password' in found ? found.password : undefined,
      log: (message, facts) => log.warn({ directory: definition.key, ...facts }, message),
    });
  };
}

/** A log holds no name and no value (X6); the history of runs has them. */
function logRun(log: Logger, { id, status, mode, directories }: SyncRunDetails): void {
  const counts = directories.map(({ directory, read, added, changed, hidden, failed, problem }) => {
    return { directory, read, added, changed, hidden, failed, rule: problem?.rule };
  });
  log[status === 'failed' ? 'warn' : 'info']({ run: id, status, mode, directories: counts }, 'sync ended');
}

/** What people get wrong is for them to see; what we or a directory get wrong is for the log, with its cause. */
function logAnswer(log: Logger, { problem, ...request }: AnsweredRequest): void {
  if (!problem) log.debug(request, 'answered');
  else if (request.status < 500) log.info({ ...request, kind: problem.kind, rule: problem.options.rule }, 'refused');
  else log.error({ ...request, err: problem }, 'failed');
}
