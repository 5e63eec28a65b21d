import type { SchemaAttribute } from '#shared/contract/diagnosis.ts';
import type { Approver, Editor, Viewer } from '#shared/contract/roles.ts';
import type { Localized } from '#shared/fields/field-kind.ts';
import { settingNames } from './setting-names.ts';
import { labelFor, proposedType } from './well-known.ts';

export type EditMode = 'never' | 'whenNotFound' | 'writeBack';
export type FieldSource =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'directory';
      readonly attribute: string;
      /** One that completes the people of others; undefined for theirs. */
      readonly directory?: string | undefined;
      readonly edit: EditMode;
    };

/** An attribute as it was picked, and the directory where that completes the people of others. */
export interface PickedAttribute extends SchemaAttribute {
  readonly joined?: string | undefined;
}

export interface OptionDraft {
  readonly value: string;
  readonly label?: Localized | undefined;
}

/** A field's definition as it stands in the form; what only its type has is optional. */
export interface FieldDraft {
  readonly key: string;
  readonly type: string;
  readonly label?: Localized | undefined;
  readonly help?: Localized | undefined;
  readonly section: string;
  readonly required: boolean;
  readonly source: FieldSource;
  readonly visibleTo: readonly Viewer[];
  readonly editableBy: readonly Editor[];
  /** Missing where the server knows no approval yet. */
  readonly approvedBy?: readonly Approver[] | undefined;
  readonly options?: readonly OptionDraft[] | undefined;
  readonly validation?: Readonly<Record<string, string | number | undefined>> | undefined;
  readonly maxBytes?: number | undefined;
  readonly maxEdge?: number | undefined;
}

const common = {
  section: 'general',
  required: false,
  visibleTo: ['everyone'],
  editableBy: ['self', 'helpdesk'],
  approvedBy: [],
} as const;

/** A field for an attribute, as its schema proposes it; nothing is written until an admin says so (F7, F11). */
export function fieldFor(attribute: PickedAttribute, taken: readonly string[]): FieldDraft {
  const { name, maxLength } = attribute;
  const type = proposedType(attribute) ?? 'text';
  const limit = settingNames(type).includes('validation.maxLength') ? maxLength : undefined;
  return {
    ...common,
    key: freeKey(name, taken),
    type,
    label: labelFor(name),
    source: { kind: 'directory', ...placeOf(attribute), edit: 'never' },
    ...(limit !== undefined && limit <= 4096 && { validation: { maxLength: limit } }),
    ...(settingNames(type).includes('options') && { options: [] }),
  };
}

/** `hr: title` where the directory is another one than that of the people. */
export function attributeName({
  attribute,
  directory,
}: {
  readonly attribute: string;
  readonly directory?: string | undefined;
}) {
  return directory === undefined ? attribute : `${directory}: ${attribute}`;
}

/** Where the values of a picked attribute are. */
export function placeOf({ name, joined }: PickedAttribute) {
  return { attribute: name, ...(joined !== undefined && { directory: joined }) };
}

/** A field that only Nameplate has. */
export function localField(key: string, type: string): FieldDraft {
  return {
    ...common,
    key,
    type,
    source: { kind: 'local' },
    ...(settingNames(type).includes('options') && { options: [] }),
  };
}

/** The same field with another type: settings that the new type does not have go. */
export function withType(field: FieldDraft, type: string): FieldDraft {
  const { options, validation, maxBytes, maxEdge, ...kept } = field;
  const names = settingNames(type);
  const rules = Object.entries(validation ?? {}).filter(([name]) => names.includes(`validation.${name}`));
  return {
    ...kept,
    type,
    ...(names.includes('options') && { options: options ?? [] }),
    ...(rules.length > 0 && { validation: Object.fromEntries(rules) }),
    ...(names.includes('maxBytes') && maxBytes !== undefined && { maxBytes }),
    ...(names.includes('maxEdge') && maxEdge !== undefined && { maxEdge }),
  };
}

/** A rule of the validation set or taken away; without any there is no validation. */
export function withRule(field: FieldDraft, name: string, value: string | number | undefined): FieldDraft {
  const { validation, ...kept } = field;
  const rules = Object.entries({ ...validation, [name]: value }).filter(([, each]) => each !== undefined);
  return rules.length > 0 ? { ...kept, validation: Object.fromEntries(rules) } : kept;
}

function freeKey(attribute: string, taken: readonly string[]): string {
  const key = attribute.replaceAll(/[^A-Za-z0-9_-]/gu, '-');
  let free = key;
  for (let count = 2; taken.includes(free); count++) free = `${key}${count}`;
  return free;
}
