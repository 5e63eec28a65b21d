import { isDeepStrictEqual } from 'node:util';
import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import { settingsOf } from '#shared/contract/configuration/field.ts';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { Profile, ProfileField } from '#shared/contract/profile.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { textIn } from '#shared/fields/localized.ts';
import type { Person } from '../store/store.ts';
import { type Actor, isVisible } from './actor.ts';
import { attributeOf, readOnlyReason } from './field-source.ts';
import { digest, showValues } from './field-value.ts';
import { writeRevision } from './revision.ts';
import { fromStored } from './stored-values.ts';

/** A person's profile as this actor may see it, in this language. */
export function showProfile(person: Person, actor: Actor, configuration: Configuration, language: Language): Profile {
  const { id, username, displayName, directory } = person;
  const directoryName = configuration.directories.find(({ key }) => key === directory)?.name;
  const order = sectionOrder(configuration);
  const visible = configuration.fields
    .filter((field) => isVisible(field, actor, id))
    .toSorted((one, other) => order(one) - order(other));
  const country = defaultCountryOf(configuration, person);
  return {
    person: { id, username, displayName, directory, ...(directoryName && { directoryName }) },
    revision: writeRevision(new Map(visible.map((field) => [field.key, digestOf(field, person)]))),
    fields: visible.map((field) => showField(field, person, actor, configuration, country, language)),
  };
}

/** The country of a person's phone numbers: their directory's, or the first directory's for a local person. */
export function defaultCountryOf({ directories }: Configuration, { directory }: Pick<Person, 'directory'>) {
  const home = directory === null ? directories[0] : directories.find(({ key }) => key === directory);
  return home?.defaultCountry;
}

function showField(
  field: FieldDefinition,
  person: Person,
  actor: Actor,
  configuration: Configuration,
  country: string | undefined,
  language: Language,
): ProfileField {
  const { key, type, label, help, required } = field;
  const { value, isText, changedSinceSync } = findValue(field, person, country);
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
    ...(country && { defaultCountry: country }),
  };
}

/** What a field shows of a person, whoever looks. */
export function findValue(field: FieldDefinition, person: Person, country: string | undefined) {
  const attribute = attributeOf(field, person);
  if (attribute === undefined) {
    return { value: person.localValues[field.key] ?? null, isText: true, changedSinceSync: false };
  }
  const read = person.attributes[attribute] ?? [];
  const synced = person.syncedAttributes[attribute];
  const changedSinceSync = synced !== undefined && !isDeepStrictEqual(read, synced);
  return { ...showValues(field, fromStored(read), country), changedSinceSync };
}

function digestOf(field: FieldDefinition, person: Person): string {
  const attribute = attributeOf(field, person);
  if (attribute !== undefined) return digest(fromStored(person.attributes[attribute])[0]);
  const value = person.localValues[field.key];
  return digest(value === undefined ? undefined : JSON.stringify(value));
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
