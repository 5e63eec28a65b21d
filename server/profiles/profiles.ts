import type { Configuration } from '#shared/contract/configuration.ts';
import type { Profile, ProfileChanges, Saved } from '#shared/contract/profile.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { looksLikeJPEG } from '#shared/fields/picture/picture.ts';
import type { DirectoryGateway, Entry } from '../directory/gateway.ts';
import { Problem } from '../problem.ts';
import type { Outbox } from '../store/outbox.ts';
import type { Person } from '../store/store.ts';
import type { Actor } from './actor.ts';
import { checkChanges } from './check-changes.ts';
import type { Delivery } from './delivery.ts';
import { mappedAttributes } from './field-source.ts';
import { keepRead, type ReadKeeper } from './keep-read.ts';
import { findNamedPeople, withWantedPeople } from './named-people.ts';
import { type PrepareDeps, prepareChanges } from './prepare-changes.ts';
import { saveChanges } from './save-changes.ts';
import { showProfile, showsPicture, surroundingsOf } from './show-profile.ts';

export interface ProfilesDeps extends ReadKeeper, PrepareDeps {
  /** Is told of every entry that was read on its own, or found to be gone: sessions depend on it. */
  review(person: Person, entry: Entry | undefined): Promise<void>;
  readonly outbox: Outbox;
  readonly delivery: Delivery;
  /** The configuration of this moment. */
  configuration(): Promise<Configuration>;
  /** The gateway of a directory that is set up and enabled; undefined for any other key. */
  gateway(key: string): Promise<DirectoryGateway | undefined>;
  now(): Date;
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
  const { people, pictures, outbox, delivery, configuration, gateway, review, now } = deps;

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

  return {
    async show(actor, personId, language, refresh) {
      const [person, current] = await Promise.all([known(personId), configuration()]);
      const now = refresh ? await refreshed(person, current) : person;
      const named = await findNamedPeople(now, current.fields, deps, refresh);
      return showProfile(now, actor, current, language, named, await outbox.ofPerson(personId));
    },

    async picture(actor, personId, sha256) {
      const [person, current] = await Promise.all([known(personId), configuration()]);
      const edits = await outbox.ofPerson(personId);
      const isShown = showsPicture(showProfile(person, actor, current, 'en', undefined, edits), sha256);
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
      const source = actor.personId === personId ? 'self' : 'helpdesk';
      const origin = { actorId: actor.personId, source, reason: changes.reason?.trim() || null, undoes: null } as const;
      const { revision } = changes;
      const outcomes = await saveChanges(
        person,
        { wanted, revision, origin, surroundings: { ...surroundings, people: withWantedPeople(named, wanted) } },
        { people, outbox, delivery, now },
      );
      const [after, edits] = await Promise.all([known(personId), outbox.ofPerson(personId)]);
      const namedAfter = await findNamedPeople(after, fields, deps, false);
      const profile = showProfile(after, actor, current, language, namedAfter, edits);
      return { outcomes: Object.fromEntries(outcomes), profile };
    },
  };
}

function gone(directory: string): Problem {
  return new Problem('notFound', `The directory ${directory} has no entry for this person any more.`);
}
