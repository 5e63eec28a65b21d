import type { Filter } from 'ldapts';
import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import { Problem } from '../problem.ts';
import type { Connection } from './connection.ts';
import { ResultError } from './connection-errors.ts';
import { detect, type Places, rootDSEAttributes } from './dialects/detect.ts';
import type { Dialect } from './dialects/dialect.ts';
import { below } from './dn.ts';
import { isPresent, parseFilter } from './filter.ts';
import { resultCode } from './result-code.ts';

/** What is known of a directory: from its definition, and where that is silent from what it says about itself. */
export interface Facts {
  readonly name: string;
  /** Groups stand below this. */
  readonly root: string;
  /** People stand below these, in this order; none lies within another. */
  readonly bases: readonly [string, ...string[]];
  readonly userFilter: Filter;
  readonly usernameAttribute: string;
  readonly dialect: Dialect;
  readonly supportedControls: ReadonlySet<string>;
  readonly places: Places;
}

/** The facts of a directory, asked for once on each connection: behind the next one may stand another server, or version. */
export function createFacts(definition: DirectoryDefinition) {
  const name = definition.name ?? definition.key;
  const known = new WeakMap<Connection, Facts>();

  return async function factsOf(connection: Connection): Promise<Facts> {
    const facts = known.get(connection) ?? (await ask(connection));
    known.set(connection, facts);
    return facts;
  };

  async function ask(connection: Connection): Promise<Facts> {
    const { dialect, supportedControls, places } = detect(await readRootDSE(connection));
    return {
      name,
      root: definition.baseDN,
      bases: [below(definition.userDN, definition.baseDN), ...definition.moreBaseDNs],
      userFilter: userFilterOf(definition.userFilter ?? dialect.userFilter),
      usernameAttribute: definition.join?.attribute ?? definition.usernameAttribute ?? dialect.usernameAttribute,
      dialect,
      supportedControls,
      places,
    };
  }

  function userFilterOf(text: string): Filter {
    try {
      return parseFilter(text);
    } catch (cause) {
      throw new Problem('internal', `The user filter of the directory "${name}" is no LDAP filter.`, {
        rule: 'userFilter',
        cause,
      });
    }
  }
}

async function readRootDSE(connection: Connection) {
  const hidden = { dn: '', attributes: [] };
  try {
    const filter = isPresent('objectClass');
    const { entries } = await connection.search({ base: '', scope: 'base', filter, attributes: rootDSEAttributes });
    return entries[0] ?? hidden;
  } catch (error) {
    const isHidden =
      error instanceof ResultError &&
      (error.code === resultCode.noSuchObject || error.code === resultCode.insufficientAccessRights);
    if (isHidden) return hidden;
    throw error;
  }
}
