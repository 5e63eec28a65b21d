import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportConfiguration } from '#server/configuration/export-configuration.ts';
import { configuration } from '#shared/contract/configuration.ts';
import { aDirectory } from './a-configuration-file.ts';

test('members stand in the order of the schema; those that say the default are left out', () => {
  const exported = exportConfiguration(
    configuration.parse({
      signIn: { password: false, attempts: 4 },
      roles: { helpdesk: ['user:erika'], admin: [] },
      settings: { sync: { timeZone: 'Europe/Berlin', cron: '0 */3 * * *' }, writeEnabled: false },
      fields: [
        {
          type: 'phone',
          section: 'general',
          key: 'phone',
          source: { kind: 'directory', edit: 'never', attribute: 'mobile' },
        },
      ],
      directories: [aDirectory({ pageSize: 1000, enabled: false, bindPassword: { env: 'HQ' }, bindDN: 'cn=n' })],
    }),
  );
  expect(exported).toBe(
    `${JSON.stringify(
      {
        directories: [
          {
            key: 'hq',
            url: 'ldap://127.0.0.1:3890',
            bindDN: 'cn=n',
            bindPassword: { env: 'HQ' },
            baseDN: 'dc=example,dc=org',
            enabled: false,
          },
        ],
        fields: [{ key: 'phone', type: 'phone', source: { kind: 'directory', attribute: 'mobile' } }],
        settings: { sync: { timeZone: 'Europe/Berlin' } },
        roles: { helpdesk: ['user:erika'] },
        signIn: { password: false },
      },
      null,
      2,
    )}\n`,
  );
});

test('whatever is configured, its export means the same, and is exported the same again', () => {
  const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
  const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/);
  const text = fc.string({ minLength: 1, maxLength: 20, unit: 'binary' });
  const source = fc.oneof(
    fc.constant({ kind: 'local' }),
    fc.record({
      kind: fc.constant('directory'),
      attribute: fc.constantFrom('mail', 'title;lang-de'),
      edit: maybe(fc.constantFrom('never', 'whenNotFound', 'writeBack')),
    }),
  );
  const field = fc.record({
    key,
    type: fc.constantFrom('text', 'phone', 'multiline'),
    label: maybe(fc.record({ en: text, de: maybe(text) })),
    section: maybe(fc.constantFrom('general', 'contact')),
    required: maybe(fc.boolean()),
    source: maybe(source),
    visibleTo: maybe(fc.subarray(['everyone', 'self', 'admin'])),
  });
  const directory = fc.record({
    key,
    url: fc.constantFrom('ldap://a', 'ldaps://b:636/'),
    baseDN: fc.constant('dc=x'),
    userDN: maybe(fc.constantFrom('', 'ou=people')),
    pageSize: maybe(fc.constantFrom(1, 1000)),
    timestampPattern: maybe(fc.constantFrom(null, 'yyyy')),
    enabled: maybe(fc.boolean()),
  });
  const byKey = { selector: ({ key }: { key: string }) => key, maxLength: 4 };
  const document = fc.record({
    fields: maybe(fc.uniqueArray(field, byKey)),
    directories: maybe(fc.uniqueArray(directory, byKey)),
    settings: maybe(
      fc.record({
        writeEnabled: maybe(fc.boolean()),
        sync: maybe(fc.record({ cron: maybe(fc.constantFrom('0 */3 * * *', '0 0 * * *')), timeZone: maybe(text) })),
        removalLimit: maybe(fc.record({ percent: maybe(fc.constantFrom(5, 6)), atLeast: maybe(fc.nat(30)) })),
        sections: maybe(fc.uniqueArray(fc.record({ key, label: fc.record({ de: text }) }), byKey)),
      }),
    ),
  });
  fc.assert(
    fc.property(document, (written) => {
      const meant = configuration.parse(JSON.parse(JSON.stringify(written)));
      const exported = exportConfiguration(meant);
      expect(configuration.parse(JSON.parse(exported))).toEqual(meant);
      expect(exportConfiguration(configuration.parse(JSON.parse(exported)))).toBe(exported);
    }),
  );
});
