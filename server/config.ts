import { join, resolve } from 'node:path';
import type { Fault } from '#shared/contract/problem.ts';
import { isAddressOrNetwork } from './address-list.ts';
import { Problem } from './problem.ts';

/** How the server is run, by its environment; what it does stands in the configuration. */
export interface Config {
  readonly listen: { readonly host: string; readonly port: number };
  /** The folder of all that Nameplate keeps. */
  readonly dataFolder: string;
  readonly storeFile: string;
  /** By which people are found; it can be made again from the store. */
  readonly peopleIndexFile: string;
  /** 32 bytes, for encryption. */
  readonly secret: Uint8Array | undefined;
  /** The one before, as long as something may be encrypted with it. */
  readonly previousSecret: Uint8Array | undefined;
  /** The configuration file that an empty store begins with. */
  readonly configurationFile: string | undefined;
  /** The local account that an empty store begins with; its password is judged when it is made. */
  readonly admin: { readonly username: string; readonly password: string } | undefined;
  /** Addresses and networks of reverse proxies. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: LogLevel;
}

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

interface Variable<Value> {
  readonly byDefault: string | undefined;
  /** The value, or the rule that the text breaks. */
  read(text: string): { readonly value: Value } | { readonly rule: string };
}

/** Every variable that there is, with its default. */
export const variables = {
  NAMEPLATE_LISTEN: {
    byDefault: '127.0.0.1:8787',
    read: (text) => {
      const [, ipv6, host = ipv6, port] = /^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:[\]/]+)):(\d{1,5})$/.exec(text) ?? [];
      if (!host || Number(port) > 65_535) return { rule: 'must be host:port, such as 127.0.0.1:8787 or [::1]:8787' };
      return { value: { host, port: Number(port) } };
    },
  } satisfies Variable<Config['listen']>,
  NAMEPLATE_DATA: { byDefault: './data', read: (text) => ({ value: resolve(text) }) } satisfies Variable<string>,
  NAMEPLATE_SECRET: { byDefault: undefined, read: readKey } satisfies Variable<Uint8Array>,
  NAMEPLATE_SECRET_PREVIOUS: { byDefault: undefined, read: readKey } satisfies Variable<Uint8Array>,
  NAMEPLATE_CONFIG: { byDefault: undefined, read: (text) => ({ value: resolve(text) }) } satisfies Variable<string>,
  NAMEPLATE_ADMIN: {
    byDefault: undefined,
    read: (text) => {
      const [, username = '', password = ''] = /^([^:]*):(.*)$/s.exec(text) ?? [];
      return username.trim() && password ? { value: { username, password } } : { rule: 'must be name:password' };
    },
  } satisfies Variable<Config['admin']>,
  NAMEPLATE_TRUSTED_PROXIES: {
    byDefault: undefined,
    read: (text) => {
      const value = text.split(',').map((each) => each.trim());
      return value.every(isAddressOrNetwork)
        ? { value }
        : { rule: 'must be addresses or networks, such as 10.0.0.5,10.1.0.0/16' };
    },
  } satisfies Variable<readonly string[]>,
  NAMEPLATE_LOG: {
    byDefault: 'info',
    read: (text) => {
      const value = logLevels.find((level) => level === text);
      return value ? { value } : { rule: `must be one of ${logLevels.join(', ')}` };
    },
  } satisfies Variable<LogLevel>,
};

/**
 * The environment as the server's config. Throws an `invalid` Problem with a fault for each variable that breaks its
 * rule; the values are left out, since they may be secrets. An empty variable counts as not set.
 */
export function readConfig(environment: Environment): Config {
  const faults: Fault[] = [];

  function read<Value>(field: keyof typeof variables, { byDefault, read }: Variable<Value>): Value | undefined {
    const text = environment[field] || byDefault;
    if (text === undefined) return undefined;
    const outcome = read(text);
    if ('value' in outcome) return outcome.value;
    faults.push({ field, detail: outcome.rule });
    return undefined;
  }

  const listen = read('NAMEPLATE_LISTEN', variables.NAMEPLATE_LISTEN);
  const dataFolder = read('NAMEPLATE_DATA', variables.NAMEPLATE_DATA);
  const secret = read('NAMEPLATE_SECRET', variables.NAMEPLATE_SECRET);
  const previousSecret = read('NAMEPLATE_SECRET_PREVIOUS', variables.NAMEPLATE_SECRET_PREVIOUS);
  const configurationFile = read('NAMEPLATE_CONFIG', variables.NAMEPLATE_CONFIG);
  const admin = read('NAMEPLATE_ADMIN', variables.NAMEPLATE_ADMIN);
  const trustedProxies = read('NAMEPLATE_TRUSTED_PROXIES', variables.NAMEPLATE_TRUSTED_PROXIES) ?? [];
  const logLevel = read('NAMEPLATE_LOG', variables.NAMEPLATE_LOG);
  if (!listen || !dataFolder || !logLevel || faults.length > 0) {
    throw new Problem('invalid', 'The environment does not say how to run.', { faults });
  }
  const storeFile = join(dataFolder, 'nameplate.sqlite');
  const peopleIndexFile = join(dataFolder, 'people-index.sqlite');
  const keys = { secret, previousSecret };
  return {
    listen,
    dataFolder,
    storeFile,
    peopleIndexFile,
    ...keys,
    configurationFile,
    admin,
    trustedProxies,
    logLevel,
  };
}

function readKey(text: string): { readonly value: Uint8Array } | { readonly rule: string } {
  const value = Buffer.from(text, 'base64');
  const isKey = value.toString('base64') === text && value.length === 32;
  return isKey ? { value } : { rule: 'must be 32 bytes in base64: openssl rand -base64 32' };
}
