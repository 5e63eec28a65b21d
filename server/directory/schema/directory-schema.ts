import type { AttributeSyntax } from '#shared/fields/attribute-fit.ts';

/** An attribute as a directory's own schema has it, whatever the kind of the directory. */
export interface AttributeType {
  readonly name: string;
  /** Its other names. */
  readonly aliases: readonly string[];
  readonly description: string | undefined;
  readonly syntax: AttributeSyntax;
  /** How the directory itself calls the syntax: an OID. */
  readonly syntaxOID: string;
  readonly singleValued: boolean;
  /** In characters, or bytes where the syntax is one of bytes. */
  readonly maxLength: number | undefined;
  /** Kept by the directory for itself. */
  readonly operational: boolean;
  /** Nobody may change it. */
  readonly readOnly: boolean;
  /** The rule by which values are told apart; without one, none can be taken away by its value. */
  readonly equality: string | undefined;
  /** The object classes that allow it, without those that inherit it. */
  readonly objectClasses: readonly string[];
}

export interface ObjectClass {
  readonly name: string;
  /** The names of the classes whose attributes it has too. */
  readonly superiors: readonly string[];
  /** Names of attributes, in any spelling. */
  readonly attributes: readonly string[];
}

export interface DirectorySchema {
  readonly attributes: readonly AttributeType[];
  /** Whether the directory refuses longer values; otherwise a length is but a suggestion (RFC 4512 4.1.2). */
  readonly enforcesLength: boolean;
  /** By any of its names, options left out. */
  find(name: string): AttributeType | undefined;
  /** The object classes, with all that they inherit from, that allow the attribute. */
  isAllowed(attribute: AttributeType, objectClasses: readonly string[]): boolean;
}

type Described = Omit<AttributeType, 'objectClasses'>;

export function createSchema(
  described: readonly Described[],
  classes: readonly ObjectClass[],
  enforcesLength: boolean,
): DirectorySchema {
  const classesByAttribute = new Map<string, string[]>();
  for (const { name, attributes } of classes) {
    for (const attribute of attributes) {
      const key = attribute.toLowerCase();
      classesByAttribute.set(key, [...(classesByAttribute.get(key) ?? []), name]);
    }
  }
  const allowing = ({ name, aliases }: Described) => [
    ...new Set([name, ...aliases].flatMap((each) => classesByAttribute.get(each.toLowerCase()) ?? [])),
  ];
  const attributes = described
    .map((attribute) => ({ ...attribute, objectClasses: allowing(attribute) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  const byName = new Map(
    attributes.flatMap((each) => [each.name, ...each.aliases].map((name) => [name.toLowerCase(), each] as const)),
  );
  const classByName = new Map(classes.map((each) => [each.name.toLowerCase(), each]));

  function withSuperiors(names: readonly string[], known = new Set<string>()): ReadonlySet<string> {
    for (const name of names.map((each) => each.toLowerCase())) {
      if (known.has(name)) continue;
      known.add(name);
      withSuperiors(classByName.get(name)?.superiors ?? [], known);
    }
    return known;
  }

  return {
    attributes,
    enforcesLength,
    find: (name) => byName.get((name.split(';')[0] ?? '').toLowerCase()),
    isAllowed({ objectClasses }, held) {
      const all = withSuperiors(held);
      return all.has('extensibleobject') || objectClasses.some((name) => all.has(name.toLowerCase()));
    },
  };
}
