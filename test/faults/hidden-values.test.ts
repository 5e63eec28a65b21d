import { afterAll, beforeAll, expect, test } from 'vitest';
import { toLDIF } from '#test/directories/ldif.ts';
import { type OpenLDAP, startOpenLDAP } from '#test/directories/openldap.ts';
import { aGateway } from './gateways.ts';

let server: OpenLDAP;

/** The service account may write titles, but not see them. */
beforeAll(async () => {
  server = await startOpenLDAP({
    databaseConf: ['access to attrs=title,jpegPhoto by dn.exact="cn=nameplate,dc=example,dc=org" =w by * none'],
  });
});
afterAll(() => server?.stop());

async function setTitle(username: string) {
  const gateway = aGateway(server);
  const found = await gateway.findByUsername(username, ['title', 'mail']);
  expect(found?.attributes.title).toBeUndefined();
  return gateway.change(found?.id ?? '', ['title', 'mail'], () => [
    { attribute: 'title', remove: [], add: ['Mine'] },
    { attribute: 'mail', remove: found?.attributes.mail ?? [], add: ['new@example.org'] },
  ]);
}

test.each([
  ['jane', 'who has one', 'title: Engineer'],
  ['yuki', 'who has none', ''],
])(
  'L7 nothing is added to what the directory hides, and nobody is told that it was: %s, %s',
  async (username, _, before) => {
    const written = await setTitle(username);
    expect([...(written?.refused ?? [])]).toMatchObject([
      ['title', { kind: 'refused', options: { rule: 'hiddenValue' } }],
    ]);
    expect(written?.entry.attributes).toEqual({ mail: ['new@example.org'] });
    const titles = (await server.ldapsearch(`(uid=${username})`, 'title'))
      .split('\n')
      .filter((line) => /^title/.test(line));
    expect(titles.join('\n')).toBe(before);
  },
);

test('L7 a picture that the directory hides is not overwritten', async () => {
  const theirs = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
  const dn = 'uid=juergen,ou=people,dc=example,dc=org';
  await server.ldapmodify(toLDIF(dn, { changetype: 'modify', replace: 'jpegPhoto', jpegPhoto: theirs }));
  const gateway = aGateway(server);
  const { id = '' } = (await gateway.findByUsername('juergen', [])) ?? {};
  const written = await gateway.change(id, ['jpegPhoto'], () => [
    { attribute: 'jpegPhoto', remove: [], add: [Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 4])] },
  ]);
  expect(written?.refused.get('jpegPhoto')).toMatchObject({ kind: 'refused' });
  expect(await server.ldapsearch('(uid=juergen)', 'jpegPhoto')).toContain(Buffer.from(theirs).toString('base64'));
});
