import type { RawEntry } from '../answer.ts';
import { activeDirectory } from './active-directory.ts';
import type { Dialect } from './dialect.ts';
import { openldap } from './openldap.ts';

export const rootDSEAttributes = [
  'supportedControl',
  'supportedCapabilities',
  'subschemaSubentry',
  'schemaNamingContext',
  'namingContexts',
];

/** What a directory says about itself (RFC 4512 5.1). */
export interface RootDSE {
  readonly dialect: Dialect;
  readonly supportedControls: ReadonlySet<string>;
  readonly places: Places;
}

/** Where things stand in a directory, by its own word. */
export interface Places {
  /** The subschema subentry (RFC 4512 4.2). */
  readonly subschema: string | undefined;
  /** Where Active Directory has the entries of its schema (MS-ADTS 3.1.1.3.2). */
  readonly schemaNamingContext: string | undefined;
  readonly namingContexts: readonly string[];
}

/** MS-ADTS 3.1.1.3.4.3: LDAP_CAP_ACTIVE_DIRECTORY_OID, which Samba states too. */
const activeDirectoryCapability = '1.2.840.113556.1.4.800';

export function detect(rootDSE: RawEntry): RootDSE {
  const values = (attribute: string): string[] =>
    rootDSE.attributes
      .filter(({ type }) => type.toLowerCase() === attribute.toLowerCase())
      .flatMap((found) => found.values.map((value) => value.toString()));
  return {
    dialect: values('supportedCapabilities').includes(activeDirectoryCapability) ? activeDirectory : openldap,
    supportedControls: new Set(values('supportedControl')),
    places: {
      subschema: values('subschemaSubentry')[0],
      schemaNamingContext: values('schemaNamingContext')[0],
      namingContexts: values('namingContexts').filter((dn) => dn !== ''),
    },
  };
}
