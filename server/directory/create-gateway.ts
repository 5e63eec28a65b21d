import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import { Problem } from '../problem.ts';
import { asWriter } from './as-writer.ts';
import { createBreaker } from './breaker.ts';
import { changeEntry } from './change.ts';
import type { Connection } from './connection.ts';
import { createSweep } from './create-sweep.ts';
import { endpointOf } from './endpoint.ts';
import { createFacts } from './facts.ts';
import type { Change, DirectoryGateway, Entry, Writer } from './gateway.ts';
import { groupsOf } from './groups.ts';
import { idOf } from './id-of.ts';
import { createLender } from './lender.ts';
import { openConnection } from './open-connection.ts';
import { bindAs, decoyDN, isPassword } from './password.ts';
import { type FindById, findAny, findById, findByUsername, type Session } from './people.ts';
import { bindFailure, problemOf } from './result-codes.ts';
import { keepForAMinute } from './schema/keep-for-a-minute.ts';
import { readSchema } from './schema/read-schema.ts';
import { sayTooLong } from './too-long.ts';

export interface GatewayDeps {
  /** Of the service account. */
  readonly bindPassword?: string | undefined;
  /** Takes what is of interest to admins; never a password nor a value. */
  readonly log?: ((message: string, facts: Readonly<Record<string, string | number>>) => void) | undefined;
}

/** The gateway of one directory. It connects when it is first used; a faulty definition shows then, too. */
export function createDirectoryGateway(definition: DirectoryDefinition, deps: GatewayDeps = {}): DirectoryGateway {
  const { key, bindDN } = definition;
  const directoryName = definition.name ?? key;
  const factsOf = createFacts(definition);
  const guarded = createBreaker({ now: () => performance.now(), random: Math.random });
  const lender = createLender(() => guarded(() => openBound()));

  async function open(signal?: AbortSignal): Promise<Connection> {
    const connection = await openConnection(await endpointOf(definition), signal && { signal });
    signal?.addEventListener('abort', () => connection.close());
    return connection;
  }

  async function openBound(signal?: AbortSignal): Promise<Connection> {
    if (bindDN === undefined) return open(signal);
    const password = deps.bindPassword ?? '';
    if (!isPassword(password)) {
      throw new Problem('internal', `The directory "${directoryName}" has a service account without a password.`, {
        rule: 'noBindPassword',
      });
    }
    const connection = await open(signal);
    await connection.bind(bindDN, password);
    return connection;
  }

  async function sessionOn(connection: Connection): Promise<Session> {
    return { connection, facts: await factsOf(connection) };
  }

  function rethrow(error: unknown): never {
    throw problemOf(error, directoryName);
  }

  function lend<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return lender.lend(async (connection) => work(await sessionOn(connection))).catch(rethrow);
  }

  /** On connections that serve nothing else; never begun anew, as on borrowed ones, since something may have been written. */
  async function changeAs<Result>(
    writer: Writer,
    change: (session: Session, writing: Session) => Promise<Result>,
  ): Promise<Result> {
    const work = async (connection: Connection) => {
      const session = await sessionOn(connection);
      return asWriter(session, writer, { open, denied }, (writing) => change(session, writing));
    };
    return lender.fresh(work).catch(rethrow);
  }

  async function denied(connection: Connection, dn: string, password: string): Promise<boolean> {
    const denial = await bindAs(connection, dn, password);
    if (denial) {
      deps.log?.('sign-in denied', { directory: key, code: denial.code, reason: bindFailure(denial) ?? 'not told' });
    }
    return denial !== undefined;
  }

  async function isProven(dn: string, password: string): Promise<boolean> {
    const connection = await open();
    try {
      return !(await denied(connection, dn, password));
    } finally {
      connection.close();
    }
  }

  const schema = keepForAMinute(() => lend(readSchema));

  return {
    key,

    findByUsername: (username, attributes) =>
      lend(async (session) => (await findByUsername(session, username, attributes))?.entry),

    findAny: (attributes) => lend(async (session) => (await findAny(session, attributes))?.entry),

    findById: (id, attributes) => lend(async (session) => (await findById(session, id, attributes))?.entry),

    idOf: (dn) => lend((session) => idOf(session, dn)),

    async authenticate(username, password, attributes, permit) {
      if (!isPassword(password)) return undefined;
      const { found, decoy } = await lend(async (session) => ({
        found: (await findByUsername(session, username, attributes))?.entry,
        decoy: decoyDN(session.facts.bases[0]),
      }));
      await permit?.(found);
      const isTheirs = await isProven(found?.dn ?? decoy, password).catch(rethrow);
      // A password that is right may have ended a lock, and one that was too old may count as new.
      return isTheirs && found
        ? lend(async (session) => (await findById(session, found.id, attributes))?.entry)
        : undefined;
    },

    async groupsOf(entry, groups) {
      return groups.length === 0 ? [] : lend((session) => groupsOf(session, entry, groups));
    },

    async sweep(work, signal) {
      try {
        const connection = await guarded(() => openBound(signal));
        try {
          return await work(await createSweep(await sessionOn(connection), definition));
        } finally {
          connection.close();
        }
      } catch (error) {
        // Then it was we who broke it off.
        signal?.throwIfAborted();
        return rethrow(error);
      }
    },

    async change(id, attributes, plan, writer) {
      let planned: readonly Change[] = [];
      const decide = (entry: Entry) => {
        planned = plan(entry);
        return planned;
      };
      const readAfresh = (find: FindById) =>
        lender.fresh(async (connection) => find(await sessionOn(connection), id, attributes));
      const change = (session: Session, writing?: Session) =>
        changeEntry({ session, writing, id, attributes, readAfresh }, decide);
      const written = await (writer ? changeAs(writer, change) : lend(change));
      return written && sayTooLong(written, planned, schema);
    },

    schema,

    async close() {
      lender.close();
    },
  };
}
