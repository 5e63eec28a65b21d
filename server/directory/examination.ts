import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import { Problem } from '../problem.ts';
import type { Connection } from './connection.ts';
import { ConnectionError, ResultError } from './connection-errors.ts';
import { controlTypes } from './controls.ts';
import { createSweep } from './create-sweep.ts';
import { endpointOf } from './endpoint.ts';
import { createFacts } from './facts.ts';
import { allOf, equals, isPresent } from './filter.ts';
import type { Entry } from './gateway.ts';
import { type LockoutPolicy, readLockouts } from './lockouts.ts';
import { openConnection } from './open-connection.ts';
import { isPassword } from './password.ts';
import { findAny, findById, findByUsername, type Session } from './people.ts';
import { probeWrite } from './probe-write.ts';
import { resultCode } from './result-code.ts';
import { problemOf } from './result-codes.ts';
import type { AttributeType, DirectorySchema } from './schema/directory-schema.ts';
import { readSchema } from './schema/read-schema.ts';
import type { Mark, TimestampReport } from './sweep.ts';

/** How the connection is encrypted; nothing where it is not. */
export interface Security {
  readonly protocol: string;
  readonly subject: string;
  readonly issuer: string;
  readonly validTo: Date;
}

export interface Description {
  readonly name: 'openldap' | 'active-directory';
  readonly namingContexts: readonly string[];
  readonly bases: readonly string[];
  readonly usernameAttribute: string;
  /** The directory checks by itself that an entry is as it was read (RFC 4528). */
  readonly canAssert: boolean;
}

/**
 * A directory, looked at step by step on a connection of its own. Every step throws a Problem with the cause and the
 * mend, and needs those before it to have succeeded.
 */
export interface Examination {
  /** `host:port`, and how it is to be encrypted. */
  address(): Promise<{ readonly host: string; readonly port: number; readonly tls: 'none' | 'starttls' | 'ldaps' }>;
  /** The addresses of the host; undefined where it is one itself. */
  lookUp(): Promise<readonly string[] | undefined>;
  /** Whether something takes connections there. */
  knock(): Promise<void>;
  connect(): Promise<Security | undefined>;
  bind(): Promise<void>;
  describe(): Promise<Description>;
  has(dn: string): Promise<boolean>;
  /** Everybody whom the user filter finds, by the page. */
  people(): AsyncIterable<readonly Entry[]>;
  /** How the directory tells what changed since a moment. */
  changes(): Promise<{ readonly timestamps: TimestampReport; readonly mark: Mark['kind'] }>;
  find(username: string, attributes: readonly string[]): Promise<Entry | undefined>;
  /** The first person who shows a value of this attribute; without one, the first person. */
  findWith(attribute: string | undefined, attributes: readonly string[]): Promise<Entry | undefined>;
  /** The DNs of whoever has this username anywhere in the directory, person by the filter or not. */
  findAnywhere(username: string): Promise<readonly string[]>;
  schema(): Promise<DirectorySchema>;
  /** The policies that lock accounts after wrong passwords. */
  lockouts(): Promise<readonly LockoutPolicy[]>;
  /** The attributes of an entry that the account may write, in lower case, where the directory tells (MS-ADTS 3.1.1.4.5.21). */
  writable(entry: Entry): Promise<ReadonlySet<string> | undefined>;
  /** A real write that leaves the entry as it was; what became of it. */
  probe(entryId: string, attribute: string, type: AttributeType): ReturnType<typeof probeWrite>;
  /** Ends what is under way, too. */
  close(): void;
}

const effective = 'allowedAttributesEffective';

export function createExamination(definition: DirectoryDefinition, bindPassword: string | undefined): Examination {
  const name = definition.name ?? definition.key;
  const factsOf = createFacts(definition);
  const closing = new AbortController();
  const { signal } = closing;
  let connection: Connection | undefined;

  async function said<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw problemOf(error, name);
    }
  }

  async function session(): Promise<Session> {
    if (!connection) throw new Error('This step needs a connection');
    return { connection, facts: await factsOf(connection) };
  }

  return {
    address: () => endpointOf(definition),

    lookUp: () =>
      said(async () => {
        const { host } = await endpointOf(definition);
        if (isIP(host)) return undefined;
        try {
          return (await lookup(host, { all: true })).map(({ address }) => address);
        } catch (cause) {
          throw new ConnectionError('unreachable', 'The name of the host could not be looked up', { cause });
        }
      }),

    knock: () =>
      said(async () => {
        const bare = await openConnection({ ...(await endpointOf(definition)), tls: 'none' }, { signal });
        bare.release().destroy();
      }),

    connect: () =>
      said(async () => {
        let security: Security | undefined;
        connection = await openConnection(await endpointOf(definition), {
          onSecure: (socket) => {
            security = securityOf(socket);
          },
          signal,
        });
        return security;
      }),

    bind: () =>
      said(async () => {
        if (definition.bindDN === undefined) return;
        if (bindPassword === undefined || !isPassword(bindPassword)) {
          throw new Problem(
            'internal',
            `The directory "${name}" has a service account without a password. Give its bindPassword.`,
            {
              rule: 'noBindPassword',
            },
          );
        }
        await connection?.bind(definition.bindDN, bindPassword);
      }),

    describe: () =>
      said(async () => {
        const { dialect, places, bases, usernameAttribute, supportedControls } = (await session()).facts;
        return {
          name: dialect.name,
          namingContexts: places.namingContexts,
          bases,
          usernameAttribute,
          canAssert: supportedControls.has(controlTypes.assertion),
        };
      }),

    has: (base) =>
      said(async () => {
        try {
          const { connection: bound } = await session();
          const search = { base, scope: 'base', filter: isPresent('objectClass'), attributes: ['1.1'] } as const;
          return (await bound.search(search)).entries.length > 0;
        } catch (error) {
          if (error instanceof ResultError && error.code === resultCode.noSuchObject) return false;
          throw error;
        }
      }),

    async *people() {
      try {
        const sweep = await createSweep(await session(), definition);
        const everybody = await sweep.select(undefined);
        for await (const { entries, unreadable } of sweep.pages(everybody, { attributes: [], withRevision: false })) {
          if (unreadable[0]) throw unreadable[0].problem;
          yield entries.map((entry) => entry.read());
        }
      } catch (error) {
        throw problemOf(error, name);
      }
    },

    changes: () =>
      said(async () => {
        const sweep = await createSweep(await session(), definition);
        return { timestamps: await sweep.timestamps(), mark: sweep.mark()?.kind ?? 'timestamp' };
      }),

    find: (username, attributes) =>
      said(async () => (await findByUsername(await session(), username, attributes))?.entry),

    findWith: (attribute, attributes) =>
      said(async () => {
        const { connection: bound, facts } = await session();
        const filter = attribute === undefined ? facts.userFilter : allOf(facts.userFilter, isPresent(attribute));
        return (await findAny({ connection: bound, facts: { ...facts, userFilter: filter } }, attributes))?.entry;
      }),

    findAnywhere: (username) =>
      said(async () => {
        const { connection: bound, facts } = await session();
        const filter = equals(facts.usernameAttribute, username);
        const found: string[] = [];
        for (const base of facts.places.namingContexts) {
          try {
            const { entries } = await bound.search({ base, scope: 'sub', filter, attributes: ['1.1'] });
            found.push(...entries.map(({ dn }) => dn));
          } catch (error) {
            // One naming context that may not be read says nothing of the others.
            if (!(error instanceof ResultError)) throw error;
          }
        }
        return [...new Set(found)];
      }),

    schema: () => said(async () => readSchema(await session())),

    lockouts: () => said(async () => readLockouts(await session())),

    writable: ({ id }) =>
      said(async () => {
        const bound = await session();
        if (bound.facts.dialect.name !== 'active-directory') return undefined;
        const values = (await findById(bound, id, [effective]))?.entry.attributes[effective];
        return values && new Set(values.map((value) => String(value).toLowerCase()));
      }),

    probe: (entryId, attribute, type) => said(async () => probeWrite(await session(), entryId, attribute, type)),

    close() {
      closing.abort();
      connection?.close();
    },
  };
}

function securityOf(socket: TLSSocket): Security {
  const { subject, issuer, valid_to: validTo } = socket.getPeerCertificate();
  return {
    protocol: socket.getProtocol() ?? 'TLS',
    subject: String(subject?.CN ?? '(no name)'),
    issuer: String(issuer?.CN ?? issuer?.O ?? '(no name)'),
    validTo: new Date(validTo),
  };
}
