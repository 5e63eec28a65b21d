type Nothing = Readonly<Record<never, never>>;

/**
 * What a step of a check can see, by its stable name, and what is named in it. The server and the extension have words
 * for each; what a directory or the system itself says stays in its own.
 */
export interface Sights {
  address: { url: string; port: number; tls: 'none' | 'starttls' | 'ldaps' };
  hostAddresses: { host: string; addresses: string };
  hostIsAddress: { host: string };
  takesConnections: { host: string; port: number };
  notEncrypted: Nothing;
  certificate: { protocol: string; subject: string; issuer: string; date: string };
  boundAnonymously: Nothing;
  boundAs: { dn: string };
  product: { product: 'openldap' | 'active-directory'; asserts: boolean };
  baseThere: { base: string };
  baseMissing: { base: string };
  peopleFound: { count: number; isComplete: boolean };
  nobodyBelow: { bases: string };
  ownNames: { attribute: string };
  nameless: { count: number; attribute: string };
  sharedValues: { attribute: string; values: string };
  /** `field` is empty where people are joined by their login name. */
  joined: { found: number; count: number; attribute: string; field: string };
  /** `sample` is empty where nobody shows the attribute, `pattern` where it is none. */
  timestamps: { attribute: string; sample: string; pattern: string; mark: string };
  noLockout: Nothing;
  lockout: { dn: string; most: number; stopsAt: number };
  sample: { username: string; dn: string };
  nobody: Nothing;
  person: { username: string; dn: string };
  localAccount: { username: string };
  nobodyMatches: { bases: string; attribute: string; username: string };
  placeBelow: { dn: string; base: string };
  placeOutside: { dn: string };
  schemaSize: { count: number };
  notInSchema: Nothing;
  /** `most` is 0 where there is no limit. */
  attributeType: { syntax: string; isSingleValued: boolean; most: number; unit: 'bytes' | 'characters' };
  valuesShown: { username: string; count: number };
  nobodyShows: Nothing;
  notTried: Nothing;
  fieldsNotTried: { fields: string };
  notListedAsWritable: { dn: string };
  rewritten: { dn: string };
  addedAndTaken: { dn: string };
  entryGone: { dn: string };
  writingOn: Nothing;
  writingOff: Nothing;
  noDirectory: Nothing;
  noDuplicates: Nothing;
  duplicates: { count: number; people: string };
  notInTime: { seconds: number };
  historyWhole: { lines: number };
}

export type SightWords = { readonly [Name in keyof Sights]: (params: Sights[Name]) => string };
