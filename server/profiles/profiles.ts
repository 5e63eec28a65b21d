import type { Configuration } from '#shared/contract/configuration.ts';
import type { Outcome, Profile, ProfileChanges, Saved } from '#shared/contract/profile.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import type { DirectoryGateway } from '../directory/gateway.ts';
import { Problem } from '../problem.ts';
import type { People, Person } from '../store/store.ts';
import type { Actor } from './actor.ts';
import { afterDirectory } from './after-directory.ts';
import { checkChanges, type WantedChange } from './check-changes.ts';
import { attributeOf, mappedAttributes } from './field-source.ts';
import type { AttributeChange } from './plan-changes.ts';
import { saveInDirectory } from './save-in-directory.ts';
import { saveLocally } from './save-locally.ts';
import { defaultCountryOf, showProfile } from './show-profile.ts';
import { toStored } from './stored-values.ts';

export interface ProfilesDeps {
  readonly people: People;
  /** The configuration of this moment. */
  configuration(): Promise<Configuration>;
  /** The gateway of a directory that is set up and enabled; undefined for any other key. */
  gateway(key: string): Promise<DirectoryGateway | undefined>;
}

export interface Profiles {
  /** The profile of a person as the actor may see it; `refresh` reads the directory at this moment (S9). */
  show(actor: Actor, personId: string, language: Language, refresh: boolean): Promise<Profile>;
  /** Saves changed fields, each by compare-and-set with an outcome of its own (W3 to W5); throws and changes nothing on bad input. */
  save(actor: Actor, personId: string, changes: ProfileChanges, language: Language): Promise<Saved>;
}

export function createProfiles({ people, configuration, gateway }: ProfilesDeps): Profiles {
  async function known(personId: string): Promise<Person> {
    const person = await people.byId(personId);
    if (!person) throw new Problem('notFound', 'There is no such person.');
    return person;
  }

  async function gatewayOf(directory: string, { directories }: Configuration): Promise<DirectoryGateway> {
    const found = await gateway(directory);
    if (found) return found;
    const name = directories.find(({ key }) => key === directory)?.name ?? directory;
    throw new Problem(
      'unavailable',
      `The directory ${name}, which has this person, is switched off or no longer set up.`,
    );
  }

  async function refreshed(person: Person, current: Configuration): Promise<Person> {
    const { directory, entryId } = person;
    if (directory === null || entryId === null) return person;
    const asked = mappedAttributes(current.fields);
    const entry = await (await gatewayOf(directory, current)).findById(entryId, asked);
    if (!entry) throw gone(directory);
    const attributes = toStored(asked, entry.attributes, person.attributes);
    const { username, displayName } = entry;
    return people.keepEntry({ directory, entryId, username, displayName, attributes }, false, person);
  }

  async function save(
    person: Person,
    wanted: readonly WantedChange[],
    seenRevision: string | undefined,
    current: Configuration,
  ) {
    const outcomes = new Map<string, Outcome>();
    const inDirectory = wanted.flatMap((change): AttributeChange[] => {
      const attribute = attributeOf(change.field, person);
      return attribute === undefined ? [] : [{ ...change, attribute }];
    });
    // The directory goes first: while it cannot be reached, nothing at all is saved.
    if (inDirectory.length > 0 && person.directory !== null) {
      const saved = await saveInDirectory(person, inDirectory, seenRevision, {
        people,
        gateway: await gatewayOf(person.directory, current),
        asked: mappedAttributes(current.fields),
        country: defaultCountryOf(current, person),
      });
      if (!saved) throw gone(person.directory);
      for (const [key, outcome] of saved) outcomes.set(key, outcome);
    }
    const local = wanted.filter(({ field }) => attributeOf(field, person) === undefined);
    const kept = await afterDirectory(outcomes, () => saveLocally(person.id, local, people));
    return new Map([...outcomes, ...kept]);
  }

  return {
    async show(actor, personId, language, refresh) {
      const [person, current] = await Promise.all([known(personId), configuration()]);
      return showProfile(refresh ? await refreshed(person, current) : person, actor, current, language);
    },

    async save(actor, personId, changes, language) {
      const [person, current] = await Promise.all([known(personId), configuration()]);
      if (actor.personId !== personId && !changes.reason?.trim()) {
        throw new Problem('invalid', "reason: say why you change somebody else's profile.", {
          field: 'reason',
          rule: 'required',
        });
      }
      const { fields, settings } = current;
      const defaultCountry = defaultCountryOf(current, person);
      const wanted = checkChanges(changes, person, actor, { fields, settings, defaultCountry });
      const outcomes = await save(person, wanted, changes.revision, current);
      const profile = showProfile(await known(personId), actor, current, language);
      return { outcomes: Object.fromEntries(outcomes), profile };
    },
  };
}

function gone(directory: string): Problem {
  return new Problem('notFound', `The directory ${directory} has no entry for this person any more.`);
}
