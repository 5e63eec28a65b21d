import type { Configuration } from '#shared/contract/configuration.ts';
import type { Outcome, Profile, ProfileChanges, Saved } from '#shared/contract/profile.ts';
import type { Language, Surroundings } from '#shared/fields/field-kind.ts';
import { looksLikeJPEG } from '#shared/fields/picture/picture.ts';
import type { DirectoryGateway, Entry } from '../directory/gateway.ts';
import { Problem } from '../problem.ts';
import type { Person } from '../store/store.ts';
import type { Actor } from './actor.ts';
import { afterDirectory } from './after-directory.ts';
import { checkChanges, type WantedChange } from './check-changes.ts';
import { attributeOf, mappedAttributes } from './field-source.ts';
import { keepRead, type ReadKeeper } from './keep-read.ts';
import { findNamedPeople, withWantedPeople } from './named-people.ts';
import type { AttributeChange } from './plan-changes.ts';
import { type PrepareDeps, prepareChanges } from './prepare-changes.ts';
import { saveInDirectory } from './save-in-directory.ts';
import { saveLocally } from './save-locally.ts';
import { showProfile, showsPicture, surroundingsOf } from './show-profile.ts';

export interface ProfilesDeps extends ReadKeeper, PrepareDeps {
  /** Is told of every entry that was read on its own, or found to be gone: sessions depend on it. */
  review(person: Person, entry: Entry | undefined): Promise<void>;
  /** The configuration of this moment. */
  configuration(): Promise<Configuration>;
  /** The gateway of a directory that is set up and enabled; undefined for any other key. */
  gateway(key: string): Promise<DirectoryGateway | undefined>;
}

export interface Profiles {
  /** The profile of a person as the actor may see it; `refresh` reads the directory at this moment (S9). */
  show(actor: Actor, personId: string, language: Language, refresh: boolean): Promise<Profile>;
  /** The bytes of a picture that a field of this person shows to the actor. */
  picture(actor: Actor, personId: string, sha256: string): Promise<Uint8Array>;
  /** Saves changed fields, each by compare-and-set with an outcome of its own (W3 to W5); throws and changes nothing on bad input. */
  save(actor: Actor, personId: string, changes: ProfileChanges, language: Language): Promise<Saved>;
}

export function createProfiles(deps: ProfilesDeps): Profiles {
  const { people, pictures, configuration, gateway, review } = deps;

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
    const { fields } = current;
    const entry = await (await gatewayOf(directory, current)).findById(entryId, mappedAttributes(fields));
    await review(person, entry);
    if (!entry) throw gone(directory);
    const before = person.attributes;
    return keepRead(deps, { directory, entry, fields, before, isAccepted: false, justRead: person });
  }

  async function save(
    person: Person,
    wanted: readonly WantedChange[],
    seenRevision: string | undefined,
    current: Configuration,
    surroundings: Surroundings,
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
        pictures,
        gateway: await gatewayOf(person.directory, current),
        fields: current.fields,
        surroundings,
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
      const now = refresh ? await refreshed(person, current) : person;
      return showProfile(now, actor, current, language, await findNamedPeople(now, current.fields, deps, refresh));
    },

    async picture(actor, personId, sha256) {
      const [person, current] = await Promise.all([known(personId), configuration()]);
      const isShown = showsPicture(showProfile(person, actor, current, 'en'), sha256);
      const bytes = isShown ? await pictures.get(sha256) : undefined;
      if (!bytes) throw new Problem('notFound', 'There is no such picture.');
      if (!looksLikeJPEG(bytes))
        throw new Problem('invalid', 'What stands there is no JPEG picture.', { rule: 'notJPEG' });
      return bytes;
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
      const named = await findNamedPeople(person, fields, deps, false);
      const surroundings = surroundingsOf(current, person, named);
      const checked = checkChanges(changes, person, actor, { fields, settings, surroundings });
      const wanted = await prepareChanges(person, checked, deps);
      const people = withWantedPeople(named, wanted);
      const outcomes = await save(person, wanted, changes.revision, current, { ...surroundings, people });
      const after = await known(personId);
      const profile = showProfile(after, actor, current, language, await findNamedPeople(after, fields, deps, false));
      return { outcomes: Object.fromEntries(outcomes), profile };
    },
  };
}

function gone(directory: string): Problem {
  return new Problem('notFound', `The directory ${directory} has no entry for this person any more.`);
}
