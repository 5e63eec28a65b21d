import { beforeEach, expect, test } from 'vitest';
import { operations } from '#server/directory/answer.ts';
import { startOpenLDAP } from '#test/directories/openldap.ts';
import { aGateway, aGatewayTo, readAll } from './gateways.ts';
import {
  type HostileServer,
  message,
  pagedResultsValue,
  person,
  referral,
  requested,
  result,
  startHostileDirectory,
  startHostileServer,
} from './hostile-server.ts';

let elsewhere: HostileServer;
const service = { bindDN: 'cn=nameplate,dc=example,dc=org', bindPassword: { env: 'HQ_PASSWORD' } };
const referred = { kind: 'internal', options: { rule: 'referral' }, message: expect.stringContaining('"Hostile"') };

beforeEach(async () => {
  elsewhere = await startHostileServer(({ id, operation }) => result(id, operation + 1));
});

const nobodyWasAsked = () => expect(elsewhere.connections.all).toBe(0);

test('X5 a search that is referred is a problem, and is not followed', async () => {
  const server = await startHostileDirectory(({ id }) => referral(id, operations.search, elsewhere.url));
  await expect(aGatewayTo(server.url).findByUsername('jane', [])).rejects.toMatchObject(referred);
  await expect(readAll(aGatewayTo(server.url))).rejects.toMatchObject(referred);
  nobodyWasAsked();
});

test('X5 a bind that is referred takes no password elsewhere', async () => {
  const server = await startHostileServer(({ id, operation }) => referral(id, operation + 1, elsewhere.url));
  const gateway = aGatewayTo(server.url, service, { bindPassword: 'fake-password' });
  await expect(gateway.findByUsername('jane', [])).rejects.toMatchObject(referred);
  nobodyWasAsked();
});

test('X5 a write that is referred is a problem, and is not written elsewhere', async () => {
  const server = await startHostileDirectory(({ id, operation }) =>
    operation === requested.modify
      ? referral(id, operations.modify, elsewhere.url)
      : Buffer.concat([person(id, 'jane'), result(id, operations.search)]),
  );
  const gateway = aGatewayTo(server.url);
  const { id = '' } = (await gateway.findByUsername('jane', [])) ?? {};
  const change = gateway.change(id, ['title'], () => [{ attribute: 'title', remove: [], add: ['x'] }]);
  await expect(change).rejects.toMatchObject(referred);
  nobodyWasAsked();
});

test('D5 references to other servers among the people are passed over', async () => {
  const reference = (id: number) =>
    message(id, operations.reference, (writer) => writer.writeString(`${elsewhere.url}/dc=example,dc=org`));
  const server = await startHostileDirectory(({ id }) =>
    Buffer.concat([
      ...[reference(id), person(id, 'jane'), reference(id)],
      result(id, operations.search, 0, { '1.2.840.113556.1.4.319': pagedResultsValue('') }),
    ]),
  );
  expect(await readAll(aGatewayTo(server.url))).toEqual(['jane']);
  expect(await aGatewayTo(server.url).findByUsername('jane', [])).toMatchObject({ username: 'jane' });
  nobodyWasAsked();
});

test('D5 a group that a real server refers elsewhere has nobody, and keeps nobody from signing in', async () => {
  const server = await startOpenLDAP({ globalConf: [`referral ${elsewhere.url}`] });
  try {
    const gateway = aGateway(server);
    const jane = await gateway.authenticate('jane', 'fake-password-of-jane', []);
    const [team, it] = ['cn=team,dc=another,dc=company', `cn=it,${server.groupsDN}`];
    expect(jane && (await gateway.groupsOf(jane, [team, it]))).toEqual([it]);
  } finally {
    await server.stop();
  }
  nobodyWasAsked();
});
