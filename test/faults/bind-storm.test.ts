import { expect, test } from 'vitest';
import { startOpenLDAP } from '#test/directories/openldap.ts';
import { aGateway } from './gateways.ts';
import { startProxy } from './proxy.ts';

const crowd = <Outcome>(deed: () => Promise<Outcome>) => Promise.allSettled(Array.from({ length: 40 }, deed));

test('a service account that is denied is tried once, however many come, and stays so', async () => {
  const slapd = await startOpenLDAP();
  const proxy = await startProxy(slapd.port);
  try {
    const gateway = aGateway(slapd, { url: `ldap://127.0.0.1:${proxy.port}` }, { bindPassword: 'wrong' });
    const deed = () => gateway.findByUsername('jane', []);
    for (const outcome of [...(await crowd(deed)), ...(await crowd(deed))]) {
      expect(outcome).toMatchObject({ reason: { kind: 'internal', options: { rule: 'serviceAccount' } } });
    }
    expect(proxy.connections()).toBe(1);
  } finally {
    await proxy.close();
    await slapd.stop();
  }
});

test('a directory that is down is not stormed, and serves at once when it is back', async () => {
  const slapd = await startOpenLDAP();
  const proxy = await startProxy(slapd.port);
  try {
    await slapd.kill();
    const gateway = aGateway(slapd, { url: `ldap://127.0.0.1:${proxy.port}` });
    const deed = () => gateway.findByUsername('jane', []);
    expect((await crowd(deed)).every(({ status }) => status === 'rejected')).toBe(true);
    expect(proxy.connections()).toBe(1);
    await slapd.restart();
    expect((await crowd(deed)).every(({ status }) => status === 'fulfilled')).toBe(true);
  } finally {
    await proxy.close();
    await slapd.stop();
  }
});
