import { expect, test } from 'vitest';
import { operations } from '#server/directory/answer.ts';
import { run } from '#test/directories/command.ts';
import { startOpenLDAP } from '#test/directories/openldap.ts';
import { aGateway, aGatewayTo } from './gateways.ts';
import { person, requested, result, startHostileDirectory } from './hostile-server.ts';

/** What is none, and what some servers take for none, since it ends at its NUL. */
const empty = ['', '\0', '\0fake-password'];

test('P6 a directory that takes an empty password for a sign-in as nobody lets nobody in by it', async () => {
  const slapd = await startOpenLDAP({ globalConf: ['allow bind_anon_dn'] });
  try {
    const dn = `uid=jane,${slapd.peopleDN}`;
    expect(String(await run('ldapwhoami', ['-x', '-H', slapd.url, '-D', dn, '-w', '']))).toContain('anonymous');
    const gateway = aGateway(slapd);
    for (const password of empty) expect(await gateway.authenticate('jane', password, [])).toBeUndefined();
  } finally {
    await slapd.stop();
  }
});

test('P6 no empty password ever reaches a directory, not even one that says yes to every bind', async () => {
  const server = await startHostileDirectory(({ id }) =>
    Buffer.concat([person(id, 'jane'), result(id, operations.search)]),
  );
  const gateway = aGatewayTo(server.url);
  for (const password of empty) expect(await gateway.authenticate('jane', password, [])).toBeUndefined();
  expect(await gateway.authenticate('jane', 'anything', [])).toMatchObject({ username: 'jane' });
  const binds = server.requests.filter(
    ({ operation, message }) => operation === requested.bind && message.includes('uid=jane'),
  );
  expect(binds).toHaveLength(1);
});
