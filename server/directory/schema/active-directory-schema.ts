import type { AttributeSyntax } from '#shared/fields/attribute-fit.ts';
import { createSchema, type DirectorySchema } from './directory-schema.ts';

/** The values of one entry of the schema by the names of attributes in lower case. */
export type SchemaEntry = ReadonlyMap<string, readonly string[]>;

export const attributeMembers = [
  'lDAPDisplayName',
  'adminDescription',
  'attributeSyntax',
  'oMSyntax',
  'isSingleValued',
  'rangeUpper',
  'systemOnly',
  'systemFlags',
  'linkID',
];
export const classMembers = [
  'lDAPDisplayName',
  'subClassOf',
  'mayContain',
  'systemMayContain',
  'mustContain',
  'systemMustContain',
  'auxiliaryClass',
  'systemAuxiliaryClass',
];

/** MS-ADTS 3.1.1.2.2.2: attributeSyntax and, where that is not enough, oMSyntax. */
const syntaxes: Readonly<Record<string, AttributeSyntax>> = {
  '2.5.5.12': 'directoryString',
  '2.5.5.4': 'directoryString',
  '2.5.5.5': 'ia5String',
  '2.5.5.5/19': 'printableString',
  '2.5.5.6': 'numericString',
  '2.5.5.8': 'boolean',
  '2.5.5.9': 'integer',
  '2.5.5.16': 'integer',
  '2.5.5.11': 'generalizedTime',
  '2.5.5.1': 'distinguishedName',
  '2.5.5.10': 'octetString',
};

/** MS-ADTS 2.2.10: the directory computes it. */
const isConstructed = 4;

/** The schema of Active Directory, from the entries of its schema naming context. */
export function readSchemaEntries(
  attributeEntries: readonly SchemaEntry[],
  classEntries: readonly SchemaEntry[],
): DirectorySchema {
  const first = (entry: SchemaEntry, name: string) => entry.get(name.toLowerCase())?.[0];
  const attributes = attributeEntries.flatMap((entry) => {
    const name = first(entry, 'lDAPDisplayName');
    if (name === undefined) return [];
    const syntaxOID = first(entry, 'attributeSyntax') ?? '';
    const syntax = syntaxes[`${syntaxOID}/${first(entry, 'oMSyntax')}`] ?? syntaxes[syntaxOID] ?? 'other';
    const rangeUpper = first(entry, 'rangeUpper');
    const isBackLink = Number(first(entry, 'linkID') ?? 0) % 2 === 1;
    const isComputed = (Number(first(entry, 'systemFlags') ?? 0) & isConstructed) !== 0;
    return {
      name,
      aliases: [],
      description: first(entry, 'adminDescription'),
      syntax,
      syntaxOID,
      singleValued: first(entry, 'isSingleValued') === 'TRUE',
      maxLength: hasLength(syntax) && rangeUpper !== undefined ? Number(rangeUpper) : undefined,
      operational: isComputed || isBackLink,
      readOnly: isComputed || isBackLink || first(entry, 'systemOnly') === 'TRUE',
      // Active Directory compares by the syntax, and can compare all of them.
      equality: syntax,
    };
  });
  const classes = classEntries.flatMap((entry) => {
    const name = first(entry, 'lDAPDisplayName');
    const all = (...names: readonly string[]) => names.flatMap((each) => entry.get(each.toLowerCase()) ?? []);
    if (name === undefined) return [];
    return {
      name,
      superiors: all('subClassOf', 'auxiliaryClass', 'systemAuxiliaryClass'),
      attributes: all('mayContain', 'systemMayContain', 'mustContain', 'systemMustContain'),
    };
  });
  return createSchema(attributes, classes, true);
}

/** The range of a number is none of its length. */
function hasLength(syntax: AttributeSyntax): boolean {
  return !['integer', 'boolean', 'generalizedTime', 'distinguishedName', 'other'].includes(syntax);
}
