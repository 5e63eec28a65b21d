import type { FieldType } from '#shared/fields/kinds.ts';
import type { LDIFValue } from '#test/directories/ldif.ts';
import { activeDirectoryCompany, type Company, openLDAPCompany } from './company.ts';

/** Syntaxes that inetOrgPerson has no attribute of. */
const syntax = '1.3.6.1.4.1.1466.115.121.1';
const ownSchema = [
  `attributetype ( 1.3.6.1.4.1.32473.1.1 NAME 'birthday' EQUALITY generalizedTimeMatch SYNTAX ${syntax}.24 SINGLE-VALUE )`,
  `attributetype ( 1.3.6.1.4.1.32473.1.2 NAME 'mayPark' EQUALITY booleanMatch SYNTAX ${syntax}.7 SINGLE-VALUE )`,
  "objectclass ( 1.3.6.1.4.1.32473.1.3 NAME 'employee' SUP top AUXILIARY MAY ( birthday $ mayPark ) )",
];

type Members = Readonly<Record<string, LDIFValue>>;
type Attributes = Readonly<Record<FieldType, string>>;
const inBoth = {
  text: 'title',
  multiline: 'description',
  select: 'l',
  phone: 'telephoneNumber',
  email: 'mail',
  person: 'manager',
};
/** Directories with an attribute for each type of field, and what their people need to have such. */
export const typedCompanies: readonly (readonly [string, () => Promise<Company>, Attributes, Members])[] = [
  [
    'OpenLDAP',
    () => openLDAPCompany({ globalConf: ownSchema }),
    {
      ...inBoth,
      picture: 'jpegPhoto',
      multiselect: 'carLicense',
      date: 'birthday',
      url: 'labeledURI',
      checkbox: 'mayPark',
    },
    { objectClass: ['inetOrgPerson', 'employee'] },
  ],
  [
    'Active Directory',
    activeDirectoryCompany,
    {
      ...inBoth,
      picture: 'thumbnailPhoto',
      multiselect: 'otherMailbox',
      date: 'msTSExpireDate',
      url: 'wWWHomePage',
      checkbox: 'msNPAllowDialin',
    },
    {},
  ],
];
