import type { StepParams } from '#shared/contract/diagnosis.ts';
import type { Sights, SightWords } from '#shared/contract/sights.ts';

/** What a step saw: in words, and by name for whoever has other words for it. */
export interface Saw {
  readonly detail: string;
  readonly saw?: string;
  readonly params?: StepParams;
}

export function saw<Name extends keyof Sights>(name: Name, params: Sights[Name]): Saw {
  return { detail: words[name](params), saw: name, params: { ...params } };
}

const encryption = {
  none: 'not encrypted',
  starttls: 'encrypted by StartTLS',
  ldaps: 'encrypted from the start',
} as const;
const products = { openldap: 'OpenLDAP or alike', 'active-directory': 'Active Directory' } as const;
const asserts = 'a save is refused by the directory itself if anything of the entry changed (RFC 4528)';
const comparesValues =
  'a save deletes the old value and adds the new one in one step, which fails if the old one is gone';

const words: SightWords = {
  address: ({ url, port, tls }) => `${url}, port ${port}, ${encryption[tls]}`,
  hostAddresses: ({ host, addresses }) => `${host} is ${addresses}`,
  hostIsAddress: ({ host }) => `${host} is an address itself`,
  takesConnections: ({ host, port }) => `${host} takes connections at port ${port}`,
  notEncrypted: () => 'not encrypted',
  certificate: ({ protocol, subject, issuer, date }) =>
    `${protocol}; the certificate of ${subject}, signed by ${issuer}, is valid until ${date}`,
  boundAnonymously: () => 'anonymously, as no bindDN is given',
  boundAs: ({ dn }) => `as ${dn}`,
  product: ({ product, asserts: canAssert }) => `${products[product]}; ${canAssert ? asserts : comparesValues}`,
  baseThere: ({ base }) => `${base} is there`,
  baseMissing: ({ base }) => `${base} is not there`,
  peopleFound: ({ count, isComplete }) =>
    `the user filter finds ${isComplete ? '' : 'more than '}${count} ${count === 1 ? 'person' : 'people'}`,
  nobodyBelow: ({ bases }) => `the user filter finds nobody below ${bases}`,
  ownNames: ({ attribute }) => `everybody has a ${attribute} of their own`,
  nameless: ({ count, attribute }) => `${count} of them have no ${attribute}`,
  sharedValues: ({ attribute, values }) => `several entries have the same ${attribute}: ${values}`,
  joined: ({ found, count, attribute, field }) =>
    `${found} of ${count} people have an entry whose ${attribute} is ${field === '' ? 'their login name' : `their field ${field}`}`,
  timestamps({ attribute, sample, pattern, mark }) {
    const written = `${attribute} is written ${pattern === '' ? `in a way of its own (${sample})` : `as ${pattern}`}`;
    const by = mark === 'timestamp' ? 'by this' : `by ${mark}, which is surer`;
    return `${sample === '' ? `nobody shows ${attribute}` : written}; changes are told ${by}`;
  },
  noLockout: () => 'no policy that locks accounts is to be seen',
  lockout: ({ dn, most, stopsAt }) =>
    `${dn} locks an account with ${most} wrong passwords; sign-in stops at ${stopsAt}`,
  sample: ({ username, dn }) => `${username} (${dn}) serves as the sample`,
  nobody: () => 'nobody is found',
  person: ({ username, dn }) => `${username} is ${dn}`,
  localAccount: ({ username }) => `${username} is a local account of Nameplate`,
  nobodyMatches: ({ bases, attribute, username }) =>
    `no entry below ${bases} matches the user filter and has the ${attribute} ${username}`,
  placeBelow: ({ dn, base }) => `${dn} lies below ${base}`,
  placeOutside: ({ dn }) => `${dn} lies below none of the bases`,
  schemaSize: ({ count }) => `the schema has ${count} attributes`,
  notInSchema: () => 'not in the schema',
  attributeType: ({ syntax, isSingleValued, most, unit }) =>
    `${syntax}, ${isSingleValued ? 'one value' : 'several values'}${most === 0 ? '' : `, at most ${most} ${unit}`}`,
  valuesShown: ({ username, count }) => `${username} shows ${count === 1 ? 'a value' : `${count} values`}`,
  nobodyShows: () => 'nobody shows a value',
  notTried: () => 'not tried',
  fieldsNotTried: ({ fields }) => `not tried: ${fields}`,
  notListedAsWritable: ({ dn }) => `allowedAttributesEffective of ${dn} does not list it`,
  rewritten: ({ dn }) => `a real write to ${dn} left the value as it was`,
  addedAndTaken: ({ dn }) => `a real write to ${dn} added a value and took it away in one step, as there is none`,
  entryGone: ({ dn }) => `${dn} is gone`,
  writingOn: () => 'writing is switched on',
  writingOff: () => 'writing is switched off',
  noDirectory: () => 'no directory is set up',
  noDuplicates: () => 'nobody stands in two directories',
  duplicates: ({ count, people }) =>
    `${count === 1 ? 'one username stands' : `${count} usernames stand`} in several directories: ${people}`,
  notInTime: ({ seconds }) => `not done within the ${seconds} seconds of the whole check`,
  historyWhole: ({ lines }) =>
    lines === 0 ? 'the history is empty' : `the history is whole: ${lines === 1 ? 'one line' : `${lines} lines`}`,
};
