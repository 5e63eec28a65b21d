import type { Actor } from '#server/profiles/actor.ts';
import type { Person } from '#server/store/store.ts';
import { type FieldDefinition, fieldDefinition } from '#shared/contract/configuration/field.ts';
import { type Configuration, configuration } from '#shared/contract/configuration.ts';

type Members = Readonly<Record<string, unknown>>;

/** A field as an admin defines it; by default a text that is written back to `title`. */
export function aField(members: Members = {}): FieldDefinition {
  return fieldDefinition.parse({ key: 'title', type: 'text', source: writeBack('title'), ...members });
}

export function writeBack(attribute: string) {
  return { kind: 'directory', attribute, edit: 'writeBack' };
}

/** Jane, whom the directory `hq` has. */
export function aPerson(members: Partial<Person> = {}): Person {
  const attributes = members.attributes ?? {};
  return {
    id: 'jane',
    directory: 'hq',
    entryId: 'e1',
    username: 'jane',
    displayName: 'Jane Doe',
    syncedAttributes: {},
    localValues: {},
    localRevision: 1,
    hiddenAt: null,
    changeNumber: 1,
    ...members,
    attributes,
  };
}

export const self: Actor = { personId: 'jane', role: 'employee' };
export const helpdesk: Actor = { personId: 'erika', role: 'helpdesk' };
export const stranger: Actor = { personId: 'max', role: 'employee' };

export function aConfiguration(fields: readonly FieldDefinition[], members: Members = {}): Configuration {
  const directories = [{ key: 'hq', url: 'ldap://127.0.0.1', baseDN: 'dc=example,dc=org', defaultCountry: 'DE' }];
  return { ...configuration.parse({ directories, settings: { writeEnabled: true }, ...members }), fields: [...fields] };
}
