import { isDeepStrictEqual } from 'node:util';
import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import { settingsOf } from '#shared/contract/configuration/field.ts';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { Profile, ProfileField } from '#shared/contract/profile.ts';
import type { ProposedEdit } from '#shared/contract/proposals.ts';
import type { Language, NamedPeople, PersonReference, PhoneHabits, Surroundings } from '#shared/fields/field-kind.ts';
import { textIn } from '#shared/fields/localized.ts';
import type { Edit } from '../store/outbox.ts';
import type { Person } from '../store/store.ts';
import { type Actor, isVisible } from './actor.ts';
import { needsApproval } from './approval.ts';
import { attributeOf, keptValues, readOnlyReason } from './field-source.ts';
import { contextOf, digest, kindOfField, showValues } from './field-value.ts';
import { isJoined } from './joined-entry.ts';
import { digestOf } from './journal.ts';
import { writeRevision } from './revision.ts';
import { latestEdit, showEdit, stateOf } from './show-edit.ts';
import { fromStored } from './stored-values.ts';

/** What is not at its end of somebody's edits. */
export interface Waiting {
  readonly edits: readonly Edit[];
  readonly proposals?: ReadonlyMap<string, ProposedEdit>;
}

/** A person's profile as this actor may see it, in this language, with the names of the people in it and what became of their edits. */
export function showProfile(
  person: Person,
  actor: Actor,
  configuration: Configuration,
  language: Language,
  { named, edits = [], proposals }: Partial<Waiting> & { readonly named?: NamedPeople } = {},
): Profile {
  const { id, username, displayName, directory } = person;
  const directoryName = configuration.directories.find(({ key }) => key === directory)?.name;
  const order = sectionOrder(configuration);
  const visible = configuration.fields
    .filter((field) => isVisible(field, actor, id))
    .toSorted((one, other) => order(one) - order(other));
  const surroundings = surroundingsOf(configuration, person, named);
  return {
    person: { id, username, displayName, directory, ...(directoryName && { directoryName }) },
    revision: writeRevision(
      new Map(visible.map((field) => [field.key, revisionOf(field, person, latestEdit(edits, field))])),
    ),
    fields: visible.map((field) => ({
      ...showField(field, person, actor, configuration, surroundings, language),
      ...showEdit(latestEdit(edits, field)),
      ...(needsApproval(field, actor, id) && { needsApproval: true }),
      ...(proposals?.has(field.key) && { proposal: proposals.get(field.key) }),
    })),
  };
}

/** Phone numbers are as the person's directory has them, or the first one for a local person; a directory that completes people has its own. */
export function surroundingsOf(
  { directories }: { readonly directories: readonly DirectoryDefinition[] },
  { directory }: Pick<Person, 'directory'>,
  people?: NamedPeople,
): Surroundings {
  const home = directory === null ? directories[0] : directories.find(({ key }) => key === directory);
  return {
    ...habitsOf(home),
    ofJoined: new Map(directories.filter(isJoined).map((each) => [each.key, habitsOf(each)])),
    people,
  };
}

function habitsOf(directory: DirectoryDefinition | undefined): PhoneHabits {
  return { defaultCountry: directory?.defaultCountry, phoneFormat: directory?.phoneFormat };
}

function showField(
  field: FieldDefinition,
  person: Person,
  actor: Actor,
  configuration: Configuration,
  surroundings: Surroundings,
  language: Language,
): ProfileField {
  const { key, type, label, help, required } = field;
  const { value, isText, changedSinceSync } = findValue(field, person, surroundings);
  const { defaultCountry } = contextOf(field, surroundings);
  const reason = readOnlyReason(field, person, actor, configuration.settings) ?? (isText ? undefined : 'notText');
  return {
    key,
    type,
    label: label ? textIn(language, label) : key,
    ...(help && { help: textIn(language, help) }),
    section: sectionLabel(field.section, configuration, language),
    required,
    value,
    editable: reason === undefined,
    ...(reason && { reason }),
    ...(changedSinceSync && { changedSinceSync }),
    settings: settingsOf(field),
    ...(defaultCountry && { defaultCountry }),
  };
}

/** What a field shows of a person, whoever looks. */
export function findValue(field: FieldDefinition, person: Person, surroundings: Surroundings) {
  const attribute = attributeOf(field, person);
  if (attribute === undefined) {
    const value = localValue(field, person.localValues[field.key] ?? null, surroundings);
    return { value, isText: true, changedSinceSync: false };
  }
  const read = keptValues(field, person.attributes) ?? [];
  const synced = keptValues(field, person.syncedAttributes);
  const changedSinceSync = synced !== undefined && !isDeepStrictEqual(read, synced);
  return { ...showValues(field, fromStored(field, read), surroundings), changedSinceSync };
}

function localValue(field: FieldDefinition, value: unknown, { people }: Surroundings): unknown {
  if (value === null || !kindOfField(field).refersToPeople) return value;
  return people?.byId.get((value as PersonReference).id ?? '') ?? value;
}

/** Of what whoever sees the field goes by: what waits to be written, or else what is there. */
export function revisionOf(field: FieldDefinition, person: Person, edit: Edit | undefined): string {
  const attribute = attributeOf(field, person);
  if (edit && stateOf(edit) === 'pending') return digestOf(field, edit.values);
  if (attribute !== undefined) return digestOf(field, keptValues(field, person.attributes));
  const value = person.localValues[field.key];
  return digest(value === undefined ? [] : [JSON.stringify(value)]);
}

/** Fields stand by section, listed sections first; within a section, and among unlisted ones, as they are defined. */
function sectionOrder({ settings, fields }: Configuration): (field: FieldDefinition) => number {
  const keys = [...settings.sections.map(({ key }) => key), ...fields.map(({ section }) => section)];
  return ({ section }) => keys.indexOf(section);
}

function sectionLabel(section: string, { settings }: Configuration, language: Language): string {
  const listed = settings.sections.find(({ key }) => key === section);
  return listed ? textIn(language, listed.label) : section;
}
