import * as z from 'zod/mini';
import type { FieldType } from '../../fields/kinds.ts';
import { localizedText } from '../../fields/localized-text.ts';
import { settingsSchemas } from '../../fields/settings.ts';
import { approver, editor, viewer } from '../roles.ts';
import { attributeDescription, key } from './members.ts';

const source = z._default(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('local') }),
    z.strictObject({
      kind: z.literal('directory'),
      attribute: attributeDescription,
      /** The directory with a `join` that holds the values; by default the one that has the person. */
      directory: z.optional(key),
      /** F4, F5, F6. */
      edit: z._default(z.enum(['never', 'whenNotFound', 'writeBack']), 'never'),
    }),
  ]),
  { kind: 'local' },
);

const commonMembers = {
  label: z.optional(localizedText),
  help: z.optional(localizedText),
  section: z._default(key, 'general'),
  required: z._default(z.boolean(), false),
  source,
  visibleTo: z._default(z.array(viewer), ['everyone']),
  editableBy: z._default(z.array(editor), ['self', 'helpdesk']),
  /** W10: none of them means that edits need no approval. */
  approvedBy: z._default(z.array(approver), []),
};

/** The key of the field of type `person` that says who somebody's manager is. */
export const managerKey = 'manager';

/** A field's definition: what every field has, and beside it the members that only its type has (`options`). */
export type FieldDefinition = z.infer<z.ZodMiniObject<typeof commonMembers>> & {
  readonly key: string;
  readonly type: FieldType;
};

const definitionOf = (type: FieldType) =>
  z.strictObject({ key, type: z.literal(type), ...commonMembers, ...settingsSchemas[type].shape });
const [firstType, ...otherTypes] = Object.keys(settingsSchemas) as [FieldType, ...FieldType[]];

export const fieldDefinition = z.discriminatedUnion('type', [
  definitionOf(firstType),
  ...otherTypes.map(definitionOf),
]) as unknown as z.ZodMiniType<FieldDefinition>;

/** The members of a definition that only its type has. */
export function settingsOf(definition: FieldDefinition): Readonly<Record<string, unknown>> {
  const settings: Record<string, unknown> = {};
  for (const member in settingsSchemas[definition.type].shape) {
    if (Object.hasOwn(definition, member)) settings[member] = definition[member as keyof FieldDefinition];
  }
  return settings;
}
