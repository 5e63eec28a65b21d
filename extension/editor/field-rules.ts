import type { ProfileField } from '#shared/contract/profile.ts';
import type { BrokenRule, FieldContext } from '#shared/fields/field-kind.ts';
import { kindOf } from '#shared/fields/kinds.ts';

/** What a field shows while nobody edits it. */
export const groundOf = (field: ProfileField): unknown => (field.pending === undefined ? field.value : field.pending);

/** What a field's type needs to know; undefined where a newer server has a type that is unknown here. */
export function contextOf(field: ProfileField): FieldContext | undefined {
  const { type, settings, defaultCountry } = field;
  return kindOf(type) && { settings, defaultCountry, seen: groundOf(field) };
}

/** A value as it will be kept, or the rule that it breaks; null stands for no value. */
export function check(field: ProfileField, entered: unknown): { readonly value: unknown } | BrokenRule {
  if (entered === null) return field.required ? { rule: 'required' } : { value: null };
  const kind = kindOf(field.type);
  const context = contextOf(field);
  return kind && context ? kind.parse(entered, context) : { value: entered };
}

/** Why nobody can edit a field here, by code; undefined where the person may. */
export function readOnlyReason(field: ProfileField): string | undefined {
  if (!field.editable) return field.reason ?? 'notPermitted';
  return contextOf(field) ? undefined : 'unknownType';
}

/** Whether two values are the same as JSON. */
export const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
