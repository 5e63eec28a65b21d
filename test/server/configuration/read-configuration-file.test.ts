import { expect, test } from 'vitest';
import { readConfigurationFile } from '#server/configuration/read-configuration-file.ts';
import { configuration } from '#shared/contract/configuration.ts';
import { kinds } from '#shared/fields/kinds.ts';
import { aDirectory, faultsIn, faultsOf, readText } from './a-configuration-file.ts';

const types = Object.keys(kinds).join(', ');

test('an empty document is a configuration: all defaults', async () => {
  expect(await readText('{}')).toEqual({ configuration: configuration.parse({}) });
});

test('a byte order mark is no fault and moves no column', async () => {
  expect(await readText('\uFEFF{}')).toEqual({ configuration: configuration.parse({}) });
  expect(await faultsIn('\uFEFF{"x":1}')).toEqual([
    '1:2 x: is not known; known here: directories, fields, settings, roles, signIn',
  ]);
});

test('what is no UTF-8 is told', async () => {
  const deps = { isDN: () => true, isFilter: () => true, environment: {}, cipher: undefined, folder: '/' };
  const outcome = await readConfigurationFile(Buffer.from('{"x":"ü"}', 'latin1'), deps);
  expect(outcome).toMatchObject({ faults: [{ line: 1, column: 1, message: 'the file is not UTF-8' }] });
});

test('X1: all faults at once, in the order of the file, each at its line and column', async () => {
  const text = `{
  "directories": [
    { "key": "hq", "url": "http://x", "baseDN": "nope", "pagesize": 5 },
    { "key": "hq", "url": "ldap://x" }
  ],
  "fields": [
    { "key": "a", "type": "txt" },
    { "key": "c", "type": "select", "options": [{ "value": "a" }, { "value": "a" }], "label": { "en": "" } }
  ],
  "settings": { "sync": { "cron": "x" } },
  "roles": { "admin": ["x", "group:foo"] },
  "__proto__": {}
}`;
  expect(await faultsIn(text)).toEqual([
    '3:27 directories[0].url: is no ldap:// or ldaps:// address of a host',
    '3:49 directories[0].baseDN: is no distinguished name, such as dc=example,dc=org',
    '3:57 directories[0].pagesize: is not known; did you mean pageSize?',
    '4:5 directories[1].baseDN: is missing; it must be a text',
    '4:14 directories[1].key: is the key of another one in this list',
    `7:27 fields[0].type: must be one of ${types}; did you mean text?`,
    '8:48 fields[1].options: lists a value twice',
    '8:103 fields[1].label.en: must not be empty',
    expect.stringMatching(/^10:35 settings\.sync\.cron: is no cron expression, such as/),
    '11:24 roles.admin[0]: is neither user:<name> nor group:<DN>',
    '11:29 roles.admin[1]: names a group by no DN',
    '12:3 __proto__: is a name that no member may have',
  ]);
});

test.each([
  ['a text', 'must be an object, and is a text'],
  [null, 'must be an object, and is null'],
  [[], 'must be an object, and is a list'],
  [{ fields: {} }, 'fields: must be a list, and is an object'],
  [{ fields: [true] }, 'fields[0]: must be an object, and is true'],
  [{ fields: [{ key: 'a' }] }, `fields[0].type: is missing; it must be one of ${types}`],
  [{ fields: [{ key: 'a', type: 7 }] }, `fields[0].type: must be one of ${types}, and is a number`],
  [{ fields: [{ key: '1', type: 'text' }] }, 'fields[0].key: is no key: a letter, then letters, digits, - or _'],
  [{ fields: [{ key: 'a', type: 'select', options: [] }] }, 'fields[0].options: must not be empty'],
  [{ fields: [{ key: 'a', type: 'phone', options: [] }] }, 'fields[0].options: is not known; known here:'],
  [
    { fields: [{ key: 'a', type: 'text', visibleTo: ['anyone'] }] },
    'fields[0].visibleTo[0]: must be one of everyone, self, helpdesk, admin; "anyone" is none of them',
  ],
  [
    { fields: [{ key: 'a', type: 'text', source: { kind: 'ldap' } }] },
    'fields[0].source.kind: must be one of local, directory; "ldap" is none of them',
  ],
  [
    { fields: [{ key: 'a', type: 'text', validation: { pattern: '(' } }] },
    'fields[0].validation.pattern: is not a regular expression (JavaScript, with the u flag)',
  ],
  [{ settings: { removalLimit: { percent: 101 } } }, 'settings.removalLimit.percent: must be at most 100, and is 101'],
  [
    { settings: { removalLimit: { atLeast: 1.5 } } },
    'settings.removalLimit.atLeast: must be a whole number, and is 1.5',
  ],
  [{ settings: { intranet: ['intranet'] } }, 'settings.intranet[0]: is no match pattern, such as'],
  [{ directories: [aDirectory({ pageSize: 0 })] }, 'directories[0].pageSize: must be at least 1, and is 0'],
  [{ directories: [aDirectory({ name: 'x'.repeat(5000) })] }, 'directories[0].name: must have at most 4096 characters'],
  [{ directories: [aDirectory({ tls: 'ldaps' })] }, 'directories[0].tls: does not go with the address'],
  [{ directories: [aDirectory({ bindDN: 'cn=x' })] }, 'directories[0].bindPassword: goes with bindDN'],
  [{ directories: [aDirectory({ bindDN: 'cn=x', bindPassword: 'secret' })] }, 'bindPassword: must be an object'],
])('%j: %s', async (document, sentence) => {
  const faults = await faultsOf(document);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(sentence);
});

test.each(['constructor', 'toString', 'valueOf'])(
  'X1: %s, which every object has, is no key: a value kept by it would be none',
  async (key) => {
    expect(await faultsIn(JSON.stringify({ fields: [{ key, type: 'text' }] }))).toEqual([
      '1:19 fields[0].key: is a name that every object of JavaScript has',
    ]);
  },
);

test('X1: a number with a fraction hides no other fault of its object or its list', async () => {
  const directory = aDirectory({ tls: 'ldaps', bindDN: 'cn=x', pageSize: 1.5, operationTimeoutSeconds: 0.5 });
  const section = { key: 's', label: { en: 'S' } };
  expect(
    await faultsOf({
      directories: [directory, aDirectory()],
      fields: [
        { key: 'a', type: 'text', validation: { minLength: 2.5, maxLength: 1 } },
        { key: 'a', type: 'picture', maxBytes: 5000.5, maxEdge: 40.5 },
      ],
      settings: { historyDays: 1.5, sync: { fullEveryHours: 1.5 }, sections: [section, section] },
      signIn: { attempts: 2.5, idleMinutes: 1 },
    }),
  ).toEqual([
    expect.stringContaining('directories[0].bindPassword: goes with bindDN'),
    expect.stringContaining('directories[0].tls: does not go with the address'),
    'directories[0].pageSize: must be a whole number, and is 1.5',
    'directories[0].operationTimeoutSeconds: must be a whole number, and is 0.5',
    'directories[0].operationTimeoutSeconds: must be at least 1, and is 0.5',
    'directories[1].key: is the key of another one in this list',
    'fields[0].validation.minLength: must be a whole number, and is 2.5',
    'fields[0].validation.minLength: is more than maxLength',
    'fields[1].key: is the key of another one in this list',
    'fields[1].maxBytes: must be a whole number, and is 5000.5',
    'fields[1].maxEdge: must be a whole number, and is 40.5',
    'settings.historyDays: must be a whole number, and is 1.5',
    'settings.sync.fullEveryHours: must be a whole number, and is 1.5',
    'settings.sections[1].key: is the key of another one in this list',
    'signIn.attempts: must be a whole number, and is 2.5',
    'signIn.idleMinutes: must be at least 5, and is 1',
  ]);
});

test.each(['ldap://a:0', 'ldap://a:99999', 'ldap://a:b', 'ldap://::1', 'ldaps://[zz]', 'ldap://a:65536/'])(
  'X1: %s, to which nothing can ever connect, is refused',
  async (url) => {
    expect(await faultsOf({ directories: [aDirectory({ url })] })).toEqual([
      'directories[0].url: names no host, or a port that is not from 1 to 65535',
    ]);
  },
);
test('D1: a host may have a port, be an address, and end with a slash', async () => {
  for (const url of ['ldap://a:1', 'ldap://a:65535/', 'ldap://[::1]:3890', 'ldaps://[fe80::1]', 'ldap://10.0.0.1'])
    expect(await faultsOf({ directories: [aDirectory({ url })] })).toEqual([]);
});
