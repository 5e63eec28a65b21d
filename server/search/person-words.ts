import { hash } from 'node:crypto';
import { type FieldDefinition, settingsOf } from '#shared/contract/configuration/field.ts';
import type { Configuration } from '#shared/contract/configuration.ts';
import { type Audience, audiences, hasRole, type Role } from '#shared/contract/roles.ts';
import type { Surroundings } from '#shared/fields/field-kind.ts';
import { type Actor, isVisible } from '../profiles/actor.ts';
import { findValue, surroundingsOf } from '../profiles/show-profile.ts';
import type { IndexedPerson } from '../store/people-index.ts';
import type { Person } from '../store/store.ts';
import { sortKeyOf, wordsOf } from './words.ts';

const leastRole: Readonly<Record<Audience, Role>> = { everyone: 'employee', helpdesk: 'helpdesk', admin: 'admin' };

/** Whose words an actor may search. */
export function audiencesOf({ role }: Actor): Audience[] {
  return audiences.filter((audience) => hasRole(role, leastRole[audience]));
}

/** The words by which a person is found, each for the widest audience that sees a field with it (P2). */
export function indexedPerson(person: Person, configuration: Configuration): IndexedPerson {
  const surroundings = surroundingsOf(configuration, person);
  const seen = new Set<string>();
  const wordsFor = (audience: Audience): string[] => {
    const fields = configuration.fields.filter((field) => audienceOf(field) === audience);
    const words = fields.flatMap((field) => wordsOf(shownText(field, person, surroundings)));
    return words.filter((word) => !seen.has(word) && seen.add(word));
  };
  const [everyone, helpdesk, admin] = audiences.map(wordsFor) as [string[], string[], string[]];
  return {
    personId: person.id,
    // No longer than a cursor takes.
    sortName: sortKeyOf(person.displayName).slice(0, 200).toWellFormed(),
    nameWords: wordsOf(`${person.displayName} ${person.username}`),
    words: { everyone, helpdesk, admin },
  };
}

/** What a field shows of a person as text that can be searched; nothing where it is no text. */
export function shownText(field: FieldDefinition, person: Person, surroundings: Surroundings): string {
  const { value } = findValue(field, person, surroundings);
  return [value]
    .flat()
    .filter((each) => typeof each === 'string')
    .join(' ');
}

/** Stands for all of the configuration that the words of people depend on. */
export function planOf({ fields, directories }: Configuration): string {
  const sources = fields.map((field) => [field.key, field.type, field.source, audienceOf(field), settingsOf(field)]);
  const countries = directories.map(({ key, defaultCountry, join }) => [key, defaultCountry, join]);
  return hash('sha256', JSON.stringify([sources, countries]), 'base64url');
}

/** The widest audience that sees a field of anybody; undefined for a field that only the person sees. */
function audienceOf(field: FieldDefinition): Audience | undefined {
  return audiences.find((audience) => isVisible(field, { personId: '', role: leastRole[audience] }, 'somebody'));
}
