import type { AdminAnswer } from '../../../extension/admin-calls.ts';
import { type Answers, answered } from './open-options.ts';

type Directories = AdminAnswer<'getDirectories'>['directories'];

export const directories: Directories = [
  {
    key: 'hq',
    name: 'Headquarters',
    url: 'ldaps://ldap.example.com',
    bindDN: 'cn=nameplate,ou=services,dc=example,dc=com',
    bindPassword: { stored: true },
    baseDN: 'dc=example,dc=com',
    moreBaseDNs: [],
    domains: [],
    userDN: 'ou=people',
    pageSize: 1000,
    connectTimeoutSeconds: 5,
    operationTimeoutSeconds: 10,
    defaultCountry: 'DE',
    timestampPattern: null,
    enabled: true,
  },
  {
    key: 'branch',
    name: 'Zürich branch',
    url: 'ldap://ad.zurich.example.com:389',
    tls: 'starttls',
    bindDN: 'CN=nameplate,OU=Service,DC=zurich,DC=example,DC=com',
    bindPassword: { env: 'BRANCH_PASSWORD' },
    baseDN: 'DC=zurich,DC=example,DC=com',
    moreBaseDNs: [],
    domains: [],
    userDN: '',
    pageSize: 1000,
    connectTimeoutSeconds: 5,
    operationTimeoutSeconds: 10,
    timestampPattern: 'yyyyMMddHHmmss.Z',
    enabled: false,
  },
];

const settings: AdminAnswer<'getSettings'> = {
  writeEnabled: true,
  sync: { cron: '0 */3 * * *', timeZone: 'Europe/Berlin', fullEveryHours: 24 },
  removalLimit: { percent: 5, atLeast: 20 },
  intranet: ['https://intranet.example.com/*'],
  sections: [
    { key: 'person', label: { en: 'Person', de: 'Person' } },
    { key: 'contact', label: { en: 'Contact', de: 'Kontakt' } },
  ],
};

const roles: AdminAnswer<'getRoles'> = {
  systemAdmin: [],
  admin: ['user:jdoe', 'group:cn=it,ou=groups,dc=example,dc=com'],
  helpdesk: ['group:cn=helpdesk,ou=groups,dc=example,dc=com'],
};

/** A server on a good day: two directories, a few fields, all of it typed by the contract. */
export const aServer: Answers = {
  getDirectories: () => answered({ directories }),
  getSettings: () => answered(settings),
  getRoles: () => answered(roles),
  exportConfiguration: () => answered({ directories, fields: [], settings, roles }),
  getDirectoryImpact: () => answered({ people: 1204, localValues: 87 }),
};
