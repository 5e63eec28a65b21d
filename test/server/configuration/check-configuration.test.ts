import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeOf } from '#server/configuration/bind-password.ts';
import { createCipher } from '#server/secrets/cipher.ts';
import { aDirectory, aFolder, faultsOf, readText, writeCertificate } from './a-configuration-file.ts';

const mapped = (key: string, attribute: string, edit: string) => ({
  key,
  type: 'text',
  source: { kind: 'directory', attribute, edit },
});

const aManager = (members: object) => ({ key: 'manager', type: 'person', ...members });

test.each([
  ['userFilter', '(objectClass', 'is no LDAP filter'],
  ['baseDN', 'example.org', 'is no distinguished name'],
  ['userDN', 'people', 'is no distinguished name'],
])('%s "%s" %s', async (member, value, sentence) => {
  const faults = await faultsOf({ directories: [aDirectory({ [member]: value })] });
  expect(faults).toEqual([expect.stringMatching(`^directories\\[0\\]\\.${member}: ${sentence}`)]);
});

test.each([
  ['UNSET', 'names the environment variable UNSET, which is not set'],
  ['EMPTY', 'names the environment variable EMPTY, which is empty'],
])('a bind password of which the variable %s says nothing is a fault', async (env, sentence) => {
  const directory = aDirectory({ bindDN: 'cn=nameplate', bindPassword: { env } });
  expect(await faultsOf({ directories: [directory] })).toEqual([`directories[0].bindPassword.env: ${sentence}`]);
});

test.each([
  ['nobody says who it is', [], /^fields\[0\]\.approvedBy\[1\]: needs a field with the key manager/u],
  ['people say who it is', [aManager({})], /^fields\[0\]\.approvedBy\[1\]: would let people choose who approves/u],
  [
    'people say so, approved by the same',
    [aManager({ approvedBy: ['manager'] })],
    /would let people choose who approves[\s\S]*would let people choose who approves/u,
  ],
  ['the directory says who it is', [aManager({ source: mapped('', 'manager', 'never').source })], /^$/u],
  ['helpdesk says who it is', [aManager({ editableBy: ['helpdesk'] })], /^$/u],
  ['people say so, approved by helpdesk', [aManager({ approvedBy: ['helpdesk'] })], /^$/u],
])('W10 where %s, approval by the manager is judged by that', async (_, fields, sentence) => {
  const title = { ...mapped('title', 'title', 'writeBack'), approvedBy: ['helpdesk', 'manager'] };
  expect((await faultsOf({ directories: [aDirectory({})], fields: [title, ...fields] })).join('\n')).toMatch(sentence);
});

test('a directory that is complete has no fault', async () => {
  const members = {
    bindDN: 'cn=n,dc=example,dc=org',
    bindPassword: { env: 'SET' },
    userDN: 'ou=people',
    userFilter: '(uid=*)',
  };
  expect(await faultsOf({ directories: [aDirectory(members)] })).toEqual([]);
});

test('the certificate file is looked for beside the configuration file, and kept by its full name', async () => {
  const folder = await aFolder();
  await writeCertificate(join(folder, 'ca.pem'));
  const outcome = await readText(JSON.stringify({ directories: [aDirectory({ caFile: 'ca.pem' })] }), { folder });
  expect(outcome).toMatchObject({ configuration: { directories: [{ caFile: join(folder, 'ca.pem') }] } });
});

test.each([
  ['is not there', undefined, 'there is no such file'],
  ['is empty', '', 'holds no certificate in PEM form'],
  ['is no PEM', '\u0000\u0001', 'holds no certificate in PEM form'],
  [
    'is damaged',
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    'holds a certificate that is damaged',
  ],
])('a certificate file that %s is a fault', async (_, content, sentence) => {
  const folder = await aFolder();
  const caFile = join(folder, 'ca.pem');
  if (content !== undefined) await writeFile(caFile, content);
  const faults = await faultsOf({ directories: [aDirectory({ caFile })] });
  expect(faults).toEqual([expect.stringContaining(`directories[0].caFile: names ${caFile}, `)]);
  expect(faults[0]).toContain(sentence);
});

test('a folder instead of a certificate file is a fault', async () => {
  const folder = await aFolder();
  await chmod(folder, 0o700);
  const faults = await faultsOf({ directories: [aDirectory({ caFile: folder })] });
  expect(faults).toEqual([expect.stringContaining('it cannot be read (EISDIR)')]);
});

test.each([
  ['the base itself', { moreBaseDNs: ['DC=example, dc=org'] }, 0],
  ['what lies below it', { moreBaseDNs: ['ou=more,dc=example,dc=org'] }, 0],
  ['what it lies below', { userDN: 'ou=people', moreBaseDNs: ['dc=org'] }, 0],
  ['one another', { userDN: 'ou=people', moreBaseDNs: ['ou=a,dc=example,dc=org', 'ou=b,ou=a,dc=example,dc=org'] }, 1],
])('D1: further bases must not overlap with %s', async (_, members, index) => {
  const faults = await faultsOf({ directories: [aDirectory(members)] });
  expect(faults.at(-1)).toContain(`directories[0].moreBaseDNs[${index}]: overlaps with `);
});

test('D1: further bases beside the first one are sound, and one that is no DN is told as such', async () => {
  const members = { userDN: 'ou=people', moreBaseDNs: ['ou=externals,dc=example,dc=org', 'dc=other'] };
  expect(await faultsOf({ directories: [aDirectory(members)] })).toEqual([]);
  expect(await faultsOf({ directories: [aDirectory({ baseDN: 5, moreBaseDNs: ['x', 3] })] })).toEqual([
    'directories[0].baseDN: must be a text, and is a number',
    'directories[0].moreBaseDNs[0]: is no distinguished name, such as dc=example,dc=org',
    'directories[0].moreBaseDNs[1]: must be a text, and is a number',
  ]);
});

test('D4: an encrypted password counts for its own address and key alone, in a file too', async () => {
  const definition = { ...aDirectory(), bindDN: 'cn=n' } as Parameters<typeof placeOf>[0];
  const cipher = createCipher(Buffer.alloc(32, 1));
  const bindPassword = { encrypted: cipher.seal('fake-password', placeOf(definition)) };
  const faults = (members: object, deps: object) =>
    faultsOf({ directories: [{ ...definition, bindPassword, ...members }] }, deps);
  expect(await faults({}, { cipher })).toEqual([]);
  expect(await faults({ tls: 'starttls', pageSize: 5, name: 'Headquarters' }, { cipher })).toEqual([]);
  expect(await faults({}, {})).toEqual([expect.stringContaining('NAMEPLATE_SECRET is not set')]);
  expect(await faults({}, { cipher: createCipher(Buffer.alloc(32, 2)) })).toEqual([
    expect.stringContaining('was encrypted by another NAMEPLATE_SECRET'),
  ]);
  for (const moved of [{ key: 'other' }, { url: 'ldap://127.0.0.2:3890' }, { bindDN: 'cn=m' }, { tls: 'none' }]) {
    expect(await faults(moved, { cipher })).toEqual([
      expect.stringContaining('directories[0].bindPassword.encrypted: was given for another'),
    ]);
  }
});

test('D1: a global catalog is refused with the reason, by its port', async () => {
  for (const url of ['ldap://dc1:3268', 'ldaps://dc1:3269/']) {
    expect(await faultsOf({ directories: [aDirectory({ url })] })).toEqual([
      expect.stringContaining('directories[0].url: is a global catalog (port 3268 or 3269): read-only'),
    ]);
  }
});

test('D2: a directory that is disabled for a while needs neither its password nor its certificate', async () => {
  const members = { bindDN: 'cn=n', bindPassword: { env: 'UNSET' }, caFile: 'gone.pem', enabled: false };
  expect(await faultsOf({ directories: [aDirectory(members)] })).toEqual([]);
});

test('two fields may show one attribute, but only one may write it; its case does not matter', async () => {
  expect(await faultsOf({ fields: [mapped('a', 'mail', 'writeBack'), mapped('b', 'mail', 'never')] })).toEqual([]);
  const faults = await faultsOf({
    fields: [mapped('a', 'mail', 'never'), mapped('b', 'mail', 'writeBack'), mapped('c', 'MAIL', 'writeBack')],
  });
  expect(faults).toEqual([
    'fields[2].source.attribute: is written by the field b already; only one field may write an attribute',
  ]);
});

const hr = { key: 'hr', url: 'ldap://127.0.0.1:3891', baseDN: 'o=hr' };
const fromHR = (attribute: string, edit = 'never', type = 'text') => ({
  key: attribute,
  type,
  source: { kind: 'directory', directory: 'hr', attribute, edit },
});

test('F12 a directory may complete people, by their login name or by a field that comes from their directory', async () => {
  const fields = [mapped('mail', 'mail', 'never'), fromHR('title', 'writeBack'), mapped('t', 'title', 'writeBack')];
  for (const join of [{ attribute: 'uid' }, { attribute: 'mail', field: 'mail' }])
    expect(await faultsOf({ directories: [aDirectory(), { ...hr, join }], fields })).toEqual([]);
});

const byMail = { attribute: 'mail', field: 'mail' };
test.each([
  ['a field of a directory without a join', {}, [fromHR('title')], 'fields[0].source.directory: names hr, which is no'],
  [
    'a person from there',
    { join: { attribute: 'uid' } },
    [fromHR('manager', 'never', 'person')],
    'fields[0].source.directory: holds DNs',
  ],
  [
    'writing what ties entries to people',
    { join: { attribute: 'uid' } },
    [fromHR('UID', 'writeBack')],
    'fields[0].source.edit: would let people edit what ties them',
  ],
  [
    'writing what ties people to entries',
    { join: byMail },
    [mapped('mail', 'mail', 'never'), mapped('address', 'MAIL', 'writeBack')],
    'fields[1].source.edit: would let people edit what ties them',
  ],
  ['a join by no field', { join: byMail }, [], 'directories[1].join.field: must be the key of a field whose value'],
  [
    'a join by a local field',
    { join: byMail },
    [{ key: 'mail', type: 'email' }],
    'directories[1].join.field: must be the key of a field whose value',
  ],
  [
    'a join to a directory that has no people',
    { join: { attribute: 'uid', of: ['hq', 'hr'] } },
    [],
    'directories[1].join.of: names hr, which is no directory that has people',
  ],
  [
    'a user name beside the join',
    { join: { attribute: 'uid' }, usernameAttribute: 'uid' },
    [],
    'directories[1].usernameAttribute: says the same as join.attribute',
  ],
])('F12 %s is refused', async (_, members, fields, sentence) => {
  const faults = await faultsOf({ directories: [aDirectory(), { ...hr, ...members }], fields });
  expect(faults).toEqual([expect.stringContaining(sentence)]);
});

test('F12 where several directories have people, it is said whose are completed', async () => {
  const branch = { ...hr, key: 'branch' };
  const faults = (of?: string[]) =>
    faultsOf({ directories: [aDirectory(), branch, { ...hr, join: { attribute: 'uid', ...(of && { of }) } }] });
  expect(await faults()).toEqual([
    expect.stringContaining('directories[2].join.of: must list the directories whose people it completes'),
  ]);
  expect(await faults(['hq'])).toEqual([]);
});

test.each(['0 */3 * * *', '30 2 * * MON-FRI', '@daily'])('%s is a time to sync at', async (cron) => {
  expect(await faultsOf({ settings: { sync: { cron, timeZone: 'Europe/Berlin' } } })).toEqual([]);
});

test.each(['x', '* * * *', '61 * * * *', '0 0 31 2 *', '2020-01-01T00:00:00'])(
  '%s is no time to sync at',
  async (cron) => {
    expect(await faultsOf({ settings: { sync: { cron } } })).toEqual([
      expect.stringMatching(/^settings\.sync\.cron: /),
    ]);
  },
);

test('a time zone that does not exist is a fault', async () => {
  const faults = await faultsOf({ settings: { sync: { timeZone: 'Europe/Atlantis' } } });
  expect(faults).toEqual(['settings.sync.timeZone: is no time zone, such as Europe/Berlin']);
});

test('a group that gives a role is named by its DN', async () => {
  const roles = { admin: ['user:group:x', 'group:cn=it,dc=example,dc=org'], helpdesk: ['group:it'] };
  expect(await faultsOf({ roles })).toEqual(['roles.helpdesk[0]: names a group by no DN']);
});

test.each([
  ['uid', {}],
  ['SAMAccountName', {}],
  ['mail', { usernameAttribute: 'Mail' }],
])(
  'P5 no field writes %s where it is the name that people sign in with: roles go by it',
  async (attribute, members) => {
    const directories = [aDirectory(members)];
    const of = (edit: string) => faultsOf({ directories, fields: [mapped('name', attribute, edit)] });
    expect(await of('never')).toEqual([]);
    expect(await of('writeBack')).toEqual([
      expect.stringMatching(/^fields\[0\]\.source\.attribute: is the name that people sign in with/),
    ]);
  },
);
