import type { AttributeSyntax } from '#shared/fields/attribute-fit.ts';
import { createSchema, type DirectorySchema } from './directory-schema.ts';
import { type Definition, readDefinition } from './read-definition.ts';

const rfc4517 = '1.3.6.1.4.1.1466.115.121.1.';

/** RFC 4517 3.3, by the last number of its OID. */
const syntaxes: Readonly<Record<string, AttributeSyntax>> = {
  [`${rfc4517}15`]: 'directoryString',
  [`${rfc4517}26`]: 'ia5String',
  [`${rfc4517}44`]: 'printableString',
  [`${rfc4517}36`]: 'numericString',
  [`${rfc4517}50`]: 'telephoneNumber',
  [`${rfc4517}22`]: 'facsimileTelephoneNumber',
  [`${rfc4517}41`]: 'postalAddress',
  [`${rfc4517}11`]: 'countryString',
  [`${rfc4517}7`]: 'boolean',
  [`${rfc4517}27`]: 'integer',
  [`${rfc4517}24`]: 'generalizedTime',
  [`${rfc4517}12`]: 'distinguishedName',
  [`${rfc4517}40`]: 'octetString',
  [`${rfc4517}5`]: 'octetString',
  [`${rfc4517}28`]: 'jpeg',
};

/** The schema of a subschema subentry (RFC 4512 4.2). */
export function readSubschema(attributeTypes: readonly string[], objectClasses: readonly string[]): DirectorySchema {
  const definitions = attributeTypes.flatMap((text) => readDefinition(text) ?? []);
  const byName = new Map(
    definitions.flatMap((each) => [each.oid, ...namesOf(each)].map((name) => [name.toLowerCase(), each] as const)),
  );

  /** What an attribute does not say itself, its superior does (RFC 4512 2.5.1). */
  function inherited(definition: Definition, keyword: string, depth = 0): string | undefined {
    const [own] = definition.members.get(keyword) ?? [];
    const superior = byName.get((definition.members.get('SUP')?.[0] ?? '').toLowerCase());
    return own ?? (superior && depth < 20 ? inherited(superior, keyword, depth + 1) : undefined);
  }

  const attributes = definitions.map((definition) => {
    const { oid, members } = definition;
    const [name = oid, ...aliases] = namesOf(definition);
    const [, syntaxOID = '', length] = /^([\d.]+)(?:\{(\d+)\})?$/.exec(inherited(definition, 'SYNTAX') ?? '') ?? [];
    return {
      name,
      aliases,
      description: members.get('DESC')?.[0],
      syntax: syntaxes[syntaxOID] ?? 'other',
      syntaxOID,
      singleValued: members.has('SINGLE-VALUE'),
      maxLength: length === undefined ? undefined : Number(length),
      operational: (members.get('USAGE')?.[0] ?? 'userApplications') !== 'userApplications',
      readOnly: members.has('NO-USER-MODIFICATION'),
      equality: inherited(definition, 'EQUALITY'),
    };
  });
  const classes = objectClasses
    .flatMap((text) => readDefinition(text) ?? [])
    .map((definition) => ({
      name: namesOf(definition)[0] ?? definition.oid,
      superiors: definition.members.get('SUP') ?? [],
      attributes: [...(definition.members.get('MUST') ?? []), ...(definition.members.get('MAY') ?? [])],
    }));
  return createSchema(attributes, classes, false);
}

function namesOf({ members }: Definition): readonly string[] {
  return members.get('NAME') ?? [];
}
