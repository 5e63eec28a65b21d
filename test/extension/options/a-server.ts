import { saw } from '#server/doctor/saw.ts';
import type { AdminAnswer } from '../../../extension/admin-calls.ts';
import { atWork } from './a-server-at-work.ts';
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
    writeAs: 'service',
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
    writeAs: 'service',
  },
];

const field = { section: 'person', required: false, visibleTo: ['everyone'], editableBy: ['self', 'helpdesk'] };
const from = (attribute: string, edit: string) => ({ kind: 'directory', attribute, edit });

export const fields: AdminAnswer<'getFields'>['fields'] = [
  { ...field, key: 'name', type: 'text', label: { en: 'Name', de: 'Name' }, source: from('displayName', 'never') },
  {
    ...field,
    key: 'title',
    type: 'text',
    label: { en: 'Job title', de: 'Position' },
    validation: { maxLength: 80 },
    source: from('title', 'writeBack'),
  },
  {
    ...field,
    key: 'phone',
    type: 'phone',
    section: 'contact',
    required: true,
    label: { en: 'Phone', de: 'Telefon' },
    help: { en: 'The one on your desk', de: 'Das auf dem Schreibtisch' },
    source: from('telephoneNumber', 'writeBack'),
  },
  {
    ...field,
    key: 'office',
    type: 'select',
    section: 'contact',
    label: { en: 'Office', de: 'Standort' },
    options: [{ value: 'Wiesbaden' }, { value: 'Zürich', label: { en: 'Zurich', de: 'Zürich' } }],
    source: from('l', 'writeBack'),
  },
  {
    ...field,
    key: 'nickname',
    type: 'text',
    section: 'more',
    label: { en: 'Nickname', de: 'Spitzname' },
    source: { kind: 'local' },
  },
];

const attribute = {
  aliases: [],
  syntaxOID: '1.3.6.1.4.1.1466.115.121.1.15',
  syntax: 'directoryString',
  singleValued: false,
  operational: false,
  readOnly: false,
  allowed: true,
  objectClasses: ['inetOrgPerson'],
  fits: ['text', 'multiline', 'select'],
};
const attributes: AdminAnswer<'listAttributes'>['attributes'] = [
  { ...attribute, name: 'displayName', singleValued: true, description: 'RFC2798: preferred name to be used' },
  { ...attribute, name: 'title', description: 'RFC4519: title associated with the entity' },
  { ...attribute, name: 'telephoneNumber', syntax: 'telephoneNumber', fits: ['phone', 'text'], maxLength: 32 },
  {
    ...attribute,
    name: 'mobile',
    aliases: ['mobileTelephoneNumber'],
    syntax: 'telephoneNumber',
    fits: ['phone', 'text'],
  },
  { ...attribute, name: 'jpegPhoto', syntax: 'jpeg', fits: ['picture'] },
  { ...attribute, name: 'carLicense', description: 'RFC2798: vehicle license or registration plate' },
  { ...attribute, name: 'userPassword', syntax: 'octetString', fits: [] },
  { ...attribute, name: 'modifyTimestamp', operational: true, readOnly: true, fits: ['date'] },
];

const settings: AdminAnswer<'getSettings'> = {
  writeEnabled: true,
  sync: { cron: '0 */3 * * *', timeZone: 'Europe/Berlin', fullEveryHours: 24 },
  removalLimit: { percent: 5, atLeast: 20 },
  historyDays: 1095,
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

export const signIn: AdminAnswer<'getSignIn'> = {
  password: true,
  openid: {
    issuer: 'https://login.example.com',
    clientId: 'nameplate',
    clientSecret: { stored: true },
    serverUrl: 'https://nameplate.example.com',
    scope: 'openid profile',
    usernameClaim: 'preferred_username',
  },
  extensionIds: [],
  attempts: 4,
  attemptsWithinMinutes: 30,
  sessionHours: 12,
  idleMinutes: 120,
};

const steps: AdminAnswer<'testDirectory'>['steps'] = [
  { step: 'dns', ok: true, ...saw('hostAddresses', { host: 'ldap.example.com', addresses: '192.0.2.7' }) },
  {
    step: 'tls',
    ok: true,
    isWarning: true,
    ...saw('certificate', {
      protocol: 'TLSv1.3',
      subject: 'ldap.example.com',
      issuer: 'Example CA',
      date: '2026-12-04',
    }),
    rule: 'certificateExpiresSoon',
    cause: 'The certificate expires on 2026-12-04.',
    fix: 'Renew it before that.',
  },
  {
    step: 'bind',
    ok: false,
    rule: 'serviceAccount',
    detail: 'result code 49 (invalidCredentials)',
    cause: 'The directory "Headquarters" does not accept the service account.',
    fix: 'Check bindDN and bindPassword.',
  },
];
export const broken: AdminAnswer<'testDirectory'> = { ok: false, steps };
export const sound: AdminAnswer<'testDirectory'> = { ok: true, steps: steps.slice(0, 2) };

/** A server on a good day: two directories, a few fields, all of it typed by the contract. */
export const aServer: Answers = {
  getDirectories: () => answered({ directories }),
  getFields: () => answered({ fields }),
  putFields: ({ body }: { body: { fields: typeof fields } }) => answered({ fields: body.fields }, '"2"'),
  getFieldImpact: () => answered({ people: 980, localValues: 0 }),
  listAttributes: () => answered({ total: attributes.length, attributes }),
  getSettings: () => answered(settings),
  getRoles: () => answered(roles),
  getSignIn: () => answered(signIn),
  exportConfiguration: () => answered({ directories, fields, settings, roles }),
  getHealth: () => answered({ status: 'ok', version: '0.1.0' }),
  testDirectory: () => answered(broken),
  findPeople: () =>
    answered({
      people: [
        { id: 'e', username: 'erika', displayName: 'Erika Muster', directory: 'hq', directoryName: 'Headquarters' },
      ],
    }),
  testWrite: () => answered(sound),
  runDoctor: () =>
    answered({
      ok: false,
      steps: [{ step: 'duplicates', ok: true, ...saw('noDuplicates', {}) }],
      directories: [{ key: 'hq', name: 'Headquarters', enabled: true, ...broken }],
    }),
  ...atWork,
  getDirectoryImpact: () => answered({ people: 1204, localValues: 87 }),
};
