import { homeOffice, sites } from '../company/sites.ts';
import { groupsDN, suffix } from '../company/suffix.ts';

/** The variable that holds the service account's password. */
export const passwordVariable = 'DEMO_DIRECTORY_PASSWORD';

interface Addresses {
  readonly directoryURL: string;
  readonly intranetURL: string;
  readonly serviceDN: string;
}

const fromDirectory = (attribute: string, edit: 'never' | 'writeBack') => ({ kind: 'directory', attribute, edit });

const fields = [
  {
    key: 'picture',
    type: 'picture',
    section: 'person',
    label: { en: 'Picture', de: 'Bild' },
    source: fromDirectory('jpegPhoto', 'writeBack'),
  },
  {
    key: 'title',
    type: 'text',
    section: 'person',
    label: { en: 'Job title', de: 'Position' },
    validation: { maxLength: 80 },
    source: fromDirectory('title', 'writeBack'),
  },
  {
    key: 'manager',
    type: 'person',
    section: 'person',
    label: { en: 'Manager', de: 'Vorgesetzte Person' },
    source: fromDirectory('manager', 'never'),
  },
  {
    key: 'department',
    type: 'text',
    section: 'person',
    label: { en: 'Department', de: 'Abteilung' },
    source: fromDirectory('ou', 'never'),
  },
  {
    key: 'name',
    type: 'text',
    section: 'person',
    label: { en: 'Name', de: 'Name' },
    source: fromDirectory('displayName', 'never'),
  },
  {
    key: 'phone',
    type: 'phone',
    section: 'contact',
    label: { en: 'Phone', de: 'Telefon' },
    help: { en: 'The one on your desk.', de: 'Das auf dem Schreibtisch.' },
    source: fromDirectory('telephoneNumber', 'writeBack'),
  },
  {
    key: 'mobile',
    type: 'phone',
    section: 'contact',
    label: { en: 'Mobile', de: 'Mobil' },
    source: fromDirectory('mobile', 'writeBack'),
  },
  {
    key: 'mail',
    type: 'email',
    section: 'contact',
    label: { en: 'Email', de: 'E-Mail' },
    source: fromDirectory('mail', 'never'),
  },
  {
    key: 'website',
    type: 'url',
    section: 'contact',
    label: { en: 'Website', de: 'Website' },
    source: fromDirectory('labeledURI', 'writeBack'),
  },
  {
    key: 'location',
    type: 'select',
    section: 'work',
    label: { en: 'Location', de: 'Standort' },
    options: [
      ...sites.map(({ name }) => ({ value: name })),
      { value: homeOffice, label: { en: 'Home office', de: 'Zu Hause' } },
    ],
    source: fromDirectory('l', 'writeBack'),
  },
  {
    key: 'about',
    type: 'multiline',
    section: 'work',
    label: { en: 'What I do', de: 'Was ich mache' },
    help: { en: 'Your task, your hours, who stands in for you.', de: 'Aufgabe, Zeiten, Vertretung.' },
    validation: { maxLength: 500 },
    source: fromDirectory('description', 'writeBack'),
  },
  {
    key: 'standIn',
    type: 'person',
    section: 'work',
    label: { en: 'Stand-in', de: 'Vertretung' },
    help: { en: 'Who knows your work while you are away.', de: 'Wer Bescheid weiß, wenn Sie nicht da sind.' },
    source: fromDirectory('secretary', 'writeBack'),
  },
  {
    key: 'since',
    type: 'date',
    section: 'work',
    label: { en: 'With us since', de: 'Bei uns seit' },
    validation: { earliest: '1950-01-01' },
  },
  {
    key: 'languages',
    type: 'multiselect',
    section: 'work',
    label: { en: 'I speak', de: 'Ich spreche' },
    options: ['Deutsch', 'English', 'Español', 'Français', 'Polski', 'Türkçe', 'Українська', '中文'].map((value) => ({
      value,
    })),
  },
  {
    key: 'firstAid',
    type: 'checkbox',
    section: 'work',
    label: { en: 'First aider', de: 'Ersthilfe' },
  },
  {
    key: 'askMeAbout',
    type: 'text',
    section: 'work',
    label: { en: 'Ask me about', de: 'Frag mich nach' },
    help: { en: 'Kept in Nameplate alone.', de: 'Steht nur in Nameplate.' },
    validation: { maxLength: 120 },
  },
];

/** The configuration file of the demo's server: one directory, all types of field, both switches of writing on. */
export function demoConfiguration({ directoryURL, intranetURL, serviceDN }: Addresses) {
  return {
    directories: [
      {
        key: 'hq',
        name: 'Fennel & Finch',
        url: directoryURL,
        tls: 'none',
        bindDN: serviceDN,
        bindPassword: { env: passwordVariable },
        baseDN: suffix,
        userDN: 'ou=people',
        userFilter: '(objectClass=inetOrgPerson)',
        usernameAttribute: 'uid',
        defaultCountry: 'DE',
      },
    ],
    fields,
    settings: {
      writeEnabled: true,
      sync: { cron: '0 */3 * * *', timeZone: 'Europe/Berlin' },
      intranet: [`${intranetURL}/*`],
      sections: [
        { key: 'person', label: { en: 'Person', de: 'Person' } },
        { key: 'contact', label: { en: 'Contact', de: 'Kontakt' } },
        { key: 'work', label: { en: 'Work', de: 'Arbeit' } },
      ],
    },
    roles: { admin: [`group:cn=it,${groupsDN}`], helpdesk: [`group:cn=helpdesk,${groupsDN}`] },
  };
}
