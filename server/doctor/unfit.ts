import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import { settingsOf } from '#shared/contract/configuration/field.ts';
import { type AttributeFit, type AttributeSyntax, misfit } from '#shared/fields/attribute-fit.ts';
import { fits } from '#shared/fields/fits.ts';
import { closestMember } from '../configuration/known-members.ts';
import type { AttributeType, DirectorySchema } from '../directory/schema/directory-schema.ts';
import type { Explained } from './recorder.ts';

/** Why an attribute cannot serve, in words for an admin, and what to do about it. */
export type Unfit = Explained;

/** A person of the directory, who stands for all of them. */
export interface Sample {
  readonly dn: string;
  readonly objectClasses: readonly string[];
}

/** Why the attribute is not there, or cannot be written for people like the sample, whatever the value. */
export function unwritable(name: string, schema: DirectorySchema, sample: Sample | undefined): Unfit | undefined {
  const attribute = schema.find(name);
  if (!attribute) return unknown(name, schema);
  if (attribute.readOnly || attribute.operational) {
    return {
      rule: attribute.readOnly ? 'readOnlyAttribute' : 'operationalAttribute',
      cause: `${name} is kept or computed by the directory itself, which lets nobody change it.`,
      fix: 'Set edit to never, or choose another attribute.',
    };
  }
  if (sample && namingAttributes(sample.dn).some((each) => schema.find(each) === attribute)) {
    return {
      rule: 'namingAttribute',
      cause: `${name} names the entry (${sample.dn}), so it cannot be changed without moving the entry.`,
      fix: 'Set edit to never, or choose another attribute, such as displayName instead of cn.',
    };
  }
  if (sample && sample.objectClasses.length > 0 && !schema.isAllowed(attribute, sample.objectClasses)) {
    const [objectClass = ''] = attribute.objectClasses;
    return {
      rule: 'notAllowedByObjectClass',
      cause: `The object classes of people (${sample.objectClasses.join(', ')}) do not allow ${name}.`,
      fix: `Choose another attribute${objectClass ? `, or add the object class ${objectClass} to the entries` : ''}.`,
      params: { objectClass },
    };
  }
  return undefined;
}

/** Why the attribute cannot hold what a field of this type has; for a field that is only read it has but to be readable. */
export function unfit(field: FieldDefinition, schema: DirectorySchema, sample: Sample | undefined): Unfit | undefined {
  const { source, type } = field;
  if (source.kind !== 'directory') return undefined;
  const attribute = schema.find(source.attribute);
  if (!attribute) return unknown(source.attribute, schema);
  const fit: AttributeFit = fits[type];
  const isReadable = fit.syntaxes.some(isBinarySyntax) === isBinarySyntax(attribute.syntax);
  if (!isReadable) return wrongSyntax(source.attribute, attribute, type);
  if (source.edit !== 'writeBack') return undefined;
  return unwritable(source.attribute, schema, sample) ?? misfitOf(field, source.attribute, attribute, schema);
}

function misfitOf(field: FieldDefinition, name: string, attribute: AttributeType, schema: DirectorySchema) {
  const fit: AttributeFit = fits[field.type];
  const maxLength = schema.enforcesLength ? attribute.maxLength : undefined;
  const rule = misfit({ ...attribute, maxLength }, fit);
  if (rule === 'wrongSyntax') return wrongSyntax(name, attribute, field.type);
  if (rule === 'singleValued') {
    return {
      rule,
      cause: `${name} takes one value alone, and a field of the type ${field.type} has several.`,
      fix: 'Choose an attribute that takes several values, or a type that has one.',
    };
  }
  const longest = fit.longestValue?.(settingsOf(field));
  const isTooLong = maxLength !== undefined && longest !== undefined && longest > maxLength;
  if (rule !== 'tooShort' && !isTooLong) return undefined;
  return {
    rule: 'tooShort',
    cause: `${name} takes at most ${maxLength} ${isBinarySyntax(attribute.syntax) ? 'bytes' : 'characters'}, and the field permits ${longest ?? 'more'}.`,
    fix: isTooLong ? `Limit the field to ${maxLength}, or choose another attribute.` : 'Choose another attribute.',
    params: { limit: isTooLong ? maxLength : 0 },
  };
}

function unknown(name: string, schema: DirectorySchema): Unfit {
  const names = schema.attributes.flatMap((each) => [each.name, ...each.aliases]);
  const meant = closestMember(name, names) ?? '';
  return {
    rule: 'unknownAttribute',
    cause: `The schema of the directory has no attribute ${name}.`,
    fix: meant ? `Did you mean ${meant}?` : 'Choose one from the list of attributes.',
    params: { meant },
  };
}

function wrongSyntax(name: string, { syntax }: AttributeType, type: string): Unfit {
  return {
    rule: 'wrongSyntax',
    cause: `${name} holds ${nouns[syntax]}, which a field of the type ${type} cannot be kept in.`,
    fix: 'Choose another attribute, or another type of field.',
  };
}

export function isBinarySyntax(syntax: AttributeSyntax): boolean {
  return syntax === 'jpeg' || syntax === 'octetString';
}

const nouns: Record<AttributeSyntax, string> = {
  directoryString: 'text',
  ia5String: 'text of plain ASCII',
  printableString: 'text of letters, digits and a few signs',
  numericString: 'digits',
  telephoneNumber: 'a phone number',
  facsimileTelephoneNumber: 'a fax number with its parameters',
  postalAddress: 'an address whose lines are apart by $',
  countryString: 'a country of two letters',
  boolean: 'TRUE or FALSE',
  integer: 'a whole number',
  generalizedTime: 'a time',
  distinguishedName: 'the DN of another entry',
  octetString: 'bytes',
  jpeg: 'a picture',
  other: 'something of a kind of its own',
};

/** The attributes of the first part of a DN (RFC 4514), which name the entry. */
function namingAttributes(dn: string): string[] {
  const [rdn = ''] = dn.split(/(?<!\\),/u);
  return rdn.split(/(?<!\\)\+/u).map((part) => part.split('=')[0]?.trim() ?? '');
}
