import type * as z from 'zod/mini';
import type { FieldType } from '#shared/fields/kinds.ts';
import { settingsSchemas } from '#shared/fields/settings.ts';

/** The names of the settings that a type has, from its own schema: `options`, `validation.maxLength`. */
export function settingNames(type: string): string[] {
  if (!Object.hasOwn(settingsSchemas, type)) return [];
  return Object.entries(settingsSchemas[type as FieldType].shape).flatMap(([name, schema]) => {
    const inner = membersOf(schema as z.ZodMiniType);
    return inner ? inner.map((member) => `${name}.${member}`) : [name];
  });
}

/** The members of an optional object; undefined for anything else. */
function membersOf(schema: z.ZodMiniType): string[] | undefined {
  const { def } = schema as unknown as { readonly def: { readonly innerType?: { readonly shape?: object } } };
  return def.innerType?.shape && Object.keys(def.innerType.shape);
}
