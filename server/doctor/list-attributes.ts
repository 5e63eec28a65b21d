import type { SchemaAttribute } from '#shared/contract/diagnosis.ts';
import { type AttributeFit, misfit } from '#shared/fields/attribute-fit.ts';
import { fits } from '#shared/fields/fits.ts';
import type { AttributeType, DirectorySchema } from '../directory/schema/directory-schema.ts';

export interface AttributesQuery {
  readonly q?: string | undefined;
  readonly type?: string | undefined;
  readonly limit?: number | undefined;
}

/** The attributes of a schema for an admin who chooses one: those that people may have first, those that only the directory keeps last. */
export function listAttributes(
  schema: DirectorySchema,
  objectClasses: readonly string[],
  { q = '', type, limit = 200 }: AttributesQuery,
): { total: number; attributes: SchemaAttribute[] } {
  const words = q.toLowerCase().split(/\s+/u).filter(Boolean);
  const found = schema.attributes
    .filter(({ name, aliases, description = '' }) => {
      const text = [name, ...aliases, description].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .map((attribute) => show(attribute, schema.isAllowed(attribute, objectClasses)))
    .filter((attribute) => type === undefined || attribute.fits.includes(type))
    .toSorted((one, other) => rank(one, words) - rank(other, words));
  return { total: found.length, attributes: found.slice(0, limit) };
}

function show(attribute: AttributeType, allowed: boolean): SchemaAttribute {
  const { description, maxLength, equality, aliases, objectClasses, ...others } = attribute;
  return {
    ...others,
    aliases: [...aliases],
    objectClasses: [...objectClasses],
    ...(description !== undefined && { description }),
    ...(maxLength !== undefined && { maxLength }),
    ...(equality !== undefined && { equality }),
    allowed,
    fits: fittingTypes(attribute),
  };
}

/** A type that names the syntax early in its list was made for it. */
function fittingTypes(attribute: AttributeType): string[] {
  return Object.entries<AttributeFit>(fits)
    .filter(([, fit]) => misfit(attribute, fit) === undefined)
    .toSorted(([, one], [, other]) => one.syntaxes.indexOf(attribute.syntax) - other.syntaxes.indexOf(attribute.syntax))
    .map(([type]) => type);
}

function rank({ name, allowed, operational, readOnly }: SchemaAttribute, words: readonly string[]): number {
  const isNamed = words.some((word) => name.toLowerCase().startsWith(word));
  return (isNamed ? 0 : 1) + (allowed ? 0 : 2) + (operational || readOnly ? 4 : 0);
}
