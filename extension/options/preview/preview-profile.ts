import type { Settings } from '#shared/contract/configuration/settings.ts';
import type { Profile, ProfileField, ReadOnlyReason } from '#shared/contract/profile.ts';
import { examples } from '#shared/fields/examples.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import type { FieldType } from '#shared/fields/kinds.ts';
import { isBinary } from '#shared/fields/kinds.ts';
import { textIn } from '#shared/fields/localized.ts';
import { drawnType } from '../fields/drawn-type.ts';
import type { FieldDraft } from '../fields/field-draft.ts';
import { inSections } from '../fields/sections.ts';
import { samples } from '../fields/well-known.ts';

/** The profile of somebody whom a directory knows, as they see it themselves, with sample values. */
export function previewProfile(fields: readonly FieldDraft[], settings: Settings, language: Language): Profile {
  const visible = fields.filter(({ visibleTo }) => visibleTo.includes('everyone') || visibleTo.includes('self'));
  return {
    person: { id: 'sample', username: 'sample', displayName: 'Jane Doe', directory: 'sample' },
    revision: '',
    fields: inSections(visible, settings.sections, language).flatMap((section) =>
      section.fields.map((field) => previewField(field, section.label, settings, language)),
    ),
  };
}

function previewField(
  field: FieldDraft,
  section: string,
  { writeEnabled }: Settings,
  language: Language,
): ProfileField {
  const { key, label, help, required } = field;
  const reason = readOnlyReason(field, writeEnabled);
  return {
    key,
    ...drawnType(field),
    label: label ? textIn(language, label) : key,
    ...(help && { help: textIn(language, help) }),
    section,
    required,
    value: sampleValue(field),
    editable: reason === undefined,
    ...(reason && { reason }),
    defaultCountry: 'DE',
  };
}

/** What the server decides the same way for the person themselves, found in a directory (F3 to F7). */
export function readOnlyReason({ source, editableBy }: FieldDraft, writeEnabled: boolean): ReadOnlyReason | undefined {
  if (source.kind === 'directory') {
    if (source.edit === 'never') return 'directoryOwned';
    if (source.edit === 'whenNotFound') return 'foundInDirectory';
    if (!writeEnabled) return 'writingDisabled';
  }
  return editableBy.includes('self') ? undefined : 'notPermitted';
}

/** What usually stands in such an attribute, else the first example of the type; of the field's own options where it has them. */
function sampleValue({ type, options, source }: FieldDraft): unknown {
  if (!Object.hasOwn(examples, type) || isBinary(type)) return null;
  const example: unknown = examples[type as FieldType].accepted[0]?.value ?? null;
  const option = options?.[0]?.value;
  if (options !== undefined) return Array.isArray(example) && option !== undefined ? [option] : (option ?? null);
  const usual = source.kind === 'directory' ? samples[source.attribute.toLowerCase()] : undefined;
  return typeof example === 'string' ? (usual ?? example) : example;
}
