/** The syntaxes of attributes that field types care about (RFC 4517 3.3; those of Active Directory by what they are alike). */
export type AttributeSyntax =
  | 'directoryString'
  | 'ia5String'
  | 'printableString'
  | 'numericString'
  | 'telephoneNumber'
  | 'facsimileTelephoneNumber'
  | 'postalAddress'
  | 'countryString'
  | 'boolean'
  | 'integer'
  | 'generalizedTime'
  | 'distinguishedName'
  | 'octetString'
  | 'jpeg'
  | 'other';

/** Which attributes can take what a field type writes. */
export interface AttributeFit {
  readonly syntaxes: readonly AttributeSyntax[];
  /** Shorter attributes cannot hold a usual value; in characters, or bytes where the syntax is one of bytes. */
  readonly leastLength?: number;
  /** A field of this type has several values, so the attribute must be able to. */
  readonly needsSeveralValues?: boolean;
  /** How long a value may get by the settings of a field, in characters or bytes; undefined where they do not say. */
  readonly longestValue?: ((settings: Readonly<Record<string, unknown>>) => number | undefined) | undefined;
}

/** What a schema says of an attribute, as far as it decides which field types fit. */
export interface FittedAttribute {
  readonly syntax: AttributeSyntax;
  readonly singleValued: boolean;
  readonly maxLength?: number | undefined;
}

/** Why an attribute cannot take a field type, by the name of the rule; undefined when it can. */
export function misfit(
  { syntax, singleValued, maxLength }: FittedAttribute,
  { syntaxes, leastLength = 1, needsSeveralValues = false }: AttributeFit,
): 'wrongSyntax' | 'singleValued' | 'tooShort' | undefined {
  if (!syntaxes.includes(syntax)) return 'wrongSyntax';
  if (needsSeveralValues && singleValued) return 'singleValued';
  return maxLength !== undefined && maxLength < leastLength ? 'tooShort' : undefined;
}
