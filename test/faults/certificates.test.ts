import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { createServer } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { operations } from '#server/directory/answer.ts';
import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import type { CertificateOptions } from '#test/directories/certificates.ts';
import { type OpenLDAP, startOpenLDAP } from '#test/directories/openldap.ts';
import { aGateway, aGatewayTo } from './gateways.ts';
import { requested, result, startHostileServer } from './hostile-server.ts';
import { startProxy } from './proxy.ts';

const kinds = {
  right: {},
  nameOnly: { subjectAltName: 'DNS:localhost' },
  addressOnly: { subjectAltName: 'IP:127.0.0.1' },
  otherName: { subjectAltName: 'DNS:directory.example,IP:127.0.0.2' },
  expired: { isExpired: true },
  selfSigned: { isSelfSigned: true },
} satisfies Record<string, CertificateOptions>;
type Kind = keyof typeof kinds;

let servers: Record<Kind, OpenLDAP>;

beforeAll(async () => {
  const started = Object.entries(kinds).map(async ([kind, tls]) => [kind, await startOpenLDAP({ tls })] as const);
  servers = Object.fromEntries(await Promise.all(started)) as Record<Kind, OpenLDAP>;
});
afterAll(() => Promise.all(Object.values(servers ?? {}).map((server) => server.stop())));
afterEach(() => vi.unstubAllEnvs());

const transports = ['ldaps', 'starttls'] as const;

/** A gateway that speaks TLS to one of the servers, by its name or by its address. */
function aSecureGateway(
  kind: Kind,
  tls: (typeof transports)[number],
  { host = '127.0.0.1', ...definition }: Partial<DirectoryDefinition> & { readonly host?: string } = {},
) {
  const url = tls === 'ldaps' ? servers[kind].ldapsURL : servers[kind].url;
  return aGateway(servers[kind], { url: url.replace('127.0.0.1', host), tls, ...definition });
}

const problem = (rule: string, mend: string) => ({
  kind: 'unavailable',
  options: { rule },
  message: expect.stringMatching(new RegExp(`^The directory "Headquarters" .*${mend}`, 'u')),
});
const wrongName = problem('certificateName', 'for another name.*Use a name that the certificate lists');

const noTLS = { kind: 'unavailable', options: { rule: 'tls' }, message: expect.stringContaining('Check the port') };

describe.each(transports)('X5 over %s', (tls) => {
  test.each([
    ['the right authority, by address', 'right', '127.0.0.1'],
    ['the right authority, by name', 'right', 'localhost'],
    ['a certificate for names alone, by name', 'nameOnly', 'localhost'],
    ['a certificate for addresses alone, by address', 'addressOnly', '127.0.0.1'],
    ['a self-signed certificate that is trusted as such', 'selfSigned', 'localhost'],
  ] as const)('%s passes, and no other password than the right one does', async (_, kind, host) => {
    const gateway = aSecureGateway(kind, tls, { host });
    expect(await gateway.authenticate('jane', 'fake-password-of-jane', [])).toMatchObject({ username: 'jane' });
    expect(await gateway.authenticate('jane', 'wrong', [])).toBeUndefined();
  });

  test('L3 an address is checked against the addresses of the certificate, never against a name', async () => {
    await expect(aSecureGateway('nameOnly', tls).findByUsername('jane', [])).rejects.toMatchObject(wrongName);
  });

  test('a certificate for another name or address is refused', async () => {
    for (const [kind, host] of [
      ['otherName', 'localhost'],
      ['otherName', '127.0.0.1'],
      ['addressOnly', 'localhost'],
    ] as const) {
      await expect(aSecureGateway(kind, tls, { host }).findByUsername('jane', [])).rejects.toMatchObject(wrongName);
    }
  });

  test('a certificate of another authority is refused, and so is that of a private one where none is named', async () => {
    const untrusted = problem('certificateUntrusted', 'not trusted. Give its CA as caFile');
    const { caFile } = servers.nameOnly;
    await expect(aSecureGateway('right', tls, { caFile }).findByUsername('jane', [])).rejects.toMatchObject(untrusted);
    const without = aSecureGateway('right', tls, { caFile: undefined });
    await expect(without.findByUsername('jane', [])).rejects.toMatchObject(untrusted);
  });

  test('a certificate that expired is refused', async () => {
    const expired = problem('certificateExpired', 'expired. Renew it');
    await expect(aSecureGateway('expired', tls).findByUsername('jane', [])).rejects.toMatchObject(expired);
  });

  test('a server that signed its certificate itself is refused', async () => {
    const selfSigned = problem('certificateSelfSigned', 'signed itself. Give that certificate as caFile');
    const { caFile } = servers.right;
    const gateway = aSecureGateway('selfSigned', tls, { caFile });
    await expect(gateway.findByUsername('jane', [])).rejects.toMatchObject(selfSigned);
  });

  test('no environment variable switches the check off', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    await expect(aSecureGateway('expired', tls).findByUsername('jane', [])).rejects.toMatchObject({
      options: { rule: 'certificateExpired' },
    });
  });
});

describe('X5 StartTLS', () => {
  test('that a real server refuses ends the connection, and no password leaves', async () => {
    const plain = await startOpenLDAP();
    const proxy = await startProxy(plain.port);
    try {
      const gateway = aGateway(plain, { url: `ldap://127.0.0.1:${proxy.port}`, tls: 'starttls' });
      const refused = problem('startTLS', 'refused to encrypt');
      await expect(gateway.authenticate('jane', 'fake-password-of-jane', [])).rejects.toMatchObject(refused);
      expect(proxy.heard().includes('1.3.6.1.4.1.1466.20037')).toBe(true);
      expect(proxy.heard().includes(plain.servicePassword)).toBe(false);
    } finally {
      await proxy.close();
      await plain.stop();
    }
  });

  test.each([
    ['a whole answer', result(1, operations.bind)],
    ['a whole answer with the next id', result(2, operations.bind)],
    ['the beginning of an answer', result(2, operations.bind).subarray(0, 5)],
    ['bytes that are none', Buffer.from('* OK')],
  ])('whose answer has %s in clear text behind it ends the connection, and nothing more is sent', async (_, behind) => {
    const server = await startHostileServer(({ id }) => Buffer.concat([result(id, operations.extended), behind]));
    const finding = aGatewayTo(server.url, { tls: 'starttls' }).findByUsername('jane', []);
    await expect(finding).rejects.toMatchObject({
      kind: 'unavailable',
      options: { rule: 'clearText' },
      message: expect.stringContaining('"Hostile" went on in clear text'),
    });
    expect(server.requests.map(({ operation }) => operation)).toEqual([requested.extended]);
    await expect.poll(() => server.connections.open).toBe(0);
  });

  test('that is answered by something else than TLS is a problem that says so', async () => {
    const server = await startHostileServer(({ id }, socket) => {
      socket.removeAllListeners('data').on('data', () => socket.write(result(2, operations.bind)));
      return result(id, operations.extended);
    });
    const finding = aGatewayTo(server.url, { tls: 'starttls' }).findByUsername('jane', []);
    await expect(finding).rejects.toMatchObject(noTLS);
  });
});

describe('X5 ldaps', () => {
  test('at the port of a real server that is not for TLS is a problem that says so', async () => {
    const url = servers.right.url.replace('ldap:', 'ldaps:');
    await expect(aGateway(servers.right, { url }).findByUsername('jane', [])).rejects.toMatchObject(noTLS);
  });

  test('older than TLS 1.2 is refused', async () => {
    const { caFile } = servers.right;
    const [cert, key] = ['cert.pem', 'key.pem'].map((file) => readFileSync(join(dirname(caFile), file)));
    const versions = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;
    const old = createServer({ ...versions, cert, key });
    await once(old.listen(0, '127.0.0.1'), 'listening');
    try {
      const { port } = old.address() as AddressInfo;
      const finding = aGatewayTo(`ldaps://127.0.0.1:${port}`, { tls: 'ldaps', caFile }).findByUsername('jane', []);
      await expect(finding).rejects.toMatchObject(noTLS);
    } finally {
      old.close();
    }
  });
});
