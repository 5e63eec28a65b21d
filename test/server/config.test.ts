import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Environment, logLevels, readConfig } from '#server/config.ts';
import { Problem } from '#server/problem.ts';

function faultsOf(environment: Environment): Record<string, string> {
  try {
    readConfig(environment);
    return {};
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return Object.fromEntries((error.options.faults ?? []).map(({ field, detail }) => [field, detail]));
  }
}

test('without any variable the server listens on this machine alone and keeps its data in ./data', () => {
  expect(readConfig({})).toEqual({
    listen: { host: '127.0.0.1', port: 8787 },
    dataFolder: resolve('data'),
    storeFile: resolve('data/nameplate.sqlite'),
    peopleIndexFile: resolve('data/people-index.sqlite'),
    trustedProxies: [],
    logLevel: 'info',
  });
});

test('every variable is read', () => {
  const secret = Buffer.alloc(32, 7);
  expect(
    readConfig({
      NAMEPLATE_LISTEN: '[::1]:80',
      NAMEPLATE_DATA: '/var/lib/nameplate',
      NAMEPLATE_SECRET: secret.toString('base64'),
      NAMEPLATE_CONFIG: 'nameplate.json',
      NAMEPLATE_ADMIN: 'root:pass:word',
      NAMEPLATE_LOG: 'debug',
      NAMEPLATE_TRUSTED_PROXIES: '10.0.0.5, 2001:db8::/32',
    }),
  ).toEqual({
    listen: { host: '::1', port: 80 },
    dataFolder: '/var/lib/nameplate',
    storeFile: '/var/lib/nameplate/nameplate.sqlite',
    peopleIndexFile: '/var/lib/nameplate/people-index.sqlite',
    trustedProxies: ['10.0.0.5', '2001:db8::/32'],
    secret,
    configurationFile: resolve('nameplate.json'),
    admin: { username: 'root', password: 'pass:word' },
    logLevel: 'debug',
  });
});

test('an empty variable counts as not set', () => {
  const empty = {
    NAMEPLATE_LISTEN: '',
    NAMEPLATE_DATA: '',
    NAMEPLATE_SECRET: '',
    NAMEPLATE_ADMIN: '',
    NAMEPLATE_LOG: '',
  };
  expect(readConfig(empty)).toEqual(readConfig({}));
});

test.each(['localhost:0', '0.0.0.0:65535', 'server.example.com:8080'])('%s is an address to listen on', (address) => {
  expect(faultsOf({ NAMEPLATE_LISTEN: address })).toEqual({});
});

test.each(['8787', ':8787', '127.0.0.1', '127.0.0.1:', '127.0.0.1:65536', '::1:80', 'http://x:80', 'a b:80', '[x]:80'])(
  '%s is no address to listen on',
  (address) => {
    expect(faultsOf({ NAMEPLATE_LISTEN: address })).toEqual({ NAMEPLATE_LISTEN: expect.stringContaining('host:port') });
  },
);

test.each([
  ['too short', Buffer.alloc(31).toString('base64')],
  ['too long', Buffer.alloc(33).toString('base64')],
  ['hexadecimal', Buffer.alloc(32).toString('hex')],
  ['no base64', '!'.repeat(44)],
])('a secret that is %s is refused, and not repeated', (_, secret) => {
  const { NAMEPLATE_SECRET } = faultsOf({ NAMEPLATE_SECRET: secret });
  expect(NAMEPLATE_SECRET).toContain('32 bytes in base64');
  expect(NAMEPLATE_SECRET).not.toContain(secret);
});

test.each(['root', 'root:', ':password', ' :password'])('%s is no local admin', (admin) => {
  expect(faultsOf({ NAMEPLATE_ADMIN: admin })).toEqual({ NAMEPLATE_ADMIN: expect.stringContaining('name:password') });
});

test.each(logLevels)('%s is a log level', (level) => {
  expect(readConfig({ NAMEPLATE_LOG: level }).logLevel).toBe(level);
});

test('X1: all faults are told at once, each with its variable', () => {
  const faults = faultsOf({
    NAMEPLATE_LISTEN: 'x',
    NAMEPLATE_SECRET: 'x',
    NAMEPLATE_ADMIN: 'x',
    NAMEPLATE_LOG: 'INFO',
  });
  expect(Object.keys(faults)).toEqual(['NAMEPLATE_LISTEN', 'NAMEPLATE_SECRET', 'NAMEPLATE_ADMIN', 'NAMEPLATE_LOG']);
});
