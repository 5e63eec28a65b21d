import type { Configuration } from '#shared/contract/configuration.ts';
import type { Outcome, Profile, ProfileChanges, Saved } from '#shared/contract/profile.ts';
import { hasRole } from '#shared/contract/roles.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { looksLikeJPEG } from '#shared/fields/picture/picture.ts';
import type { DirectoryGateway, PersonEntry } from '../directory/gateway.ts';
import { Problem } from '../problem.ts';
import type { History } from '../store/history.ts';
import type { Outbox } from '../store/outbox.ts';
import type { NewProposal, Proposals } from '../store/proposals.ts';
import type { Person } from '../store/store.ts';
import { type Actor, demandOwn } from './actor.ts';
import { needsApproval, usesApproval } from './approval.ts';
import { checkChanges, type WantedChange } from './check-changes.ts';
import type { Delivery } from './delivery.ts';
import { mappedAttributes } from './field-source.ts';
import { keepRead, type ReadKeeper } from './keep-read.ts';
import { findNamedPeople } from './named-people.ts';
import { type Proposing, planProposals } from './plan-proposals.ts';
import { planUndo, refusalOfUndo } from './plan-undo.ts';
import { type PrepareDeps, prepareChanges } from './prepare-changes.ts';
import { readJoined } from './read-joined.ts';
import { writeRevision } from './revision.ts';
import { saveChanges } from './save-changes.ts';
import { seesPicture } from './see-picture.ts';
import { showProfile, surroundingsOf, type Waiting } from './show-profile.ts';
import { showProposals } from './show-proposals.ts';
import { demandWriter, type OwnPassword } from './write-as.ts';

export interface ProfilesDeps extends ReadKeeper, PrepareDeps {
  /** Is told of every entry that was read on its own, or found to be gone: sessions depend on it. */
  review(person: Person, entry: PersonEntry | undefined): Promise<void>;
  readonly outbox: Outbox;
  readonly history: Pick<History, 'byId' | 'list'>;
  readonly delivery: Delivery;
  readonly proposals: Pick<Proposals, 'put' | 'ofPerson'>;
  /** The configuration of this moment. */
  configuration(): Promise<Configuration>;
  /** The gateway of a directory that is set up and enabled; undefined for any other key. */
  gateway(key: string): Promise<DirectoryGateway | undefined>;
  now(): Date;
}

export interface Profiles {
  /** The own profile, or for helpdesk anybody's, as the actor may see it; `refresh` reads the directory at this moment (S9). */
  show(actor: Actor, personId: string, language: Language, refresh: boolean): Promise<Profile>;
  /** The bytes of a picture that a field of this person shows to the actor, or showed before. */
  picture(actor: Actor, personId: string, sha256: string): Promise<Uint8Array>;
  /** Saves changed fields, each by compare-and-set with an outcome of its own (W3 to W5); throws and changes nothing on bad input. */
  save(actor: Actor, personId: string, changes: ProfileChanges, language: Language, own?: OwnPassword): Promise<Saved>;
  /** Saves what was proposed and is approved, as whoever proposed it would (W10); throws where it may not be any more. */
  carryOut(proposal: NewProposal, approverId: string): Promise<Outcome>;
  /** Undoes a change of the history, itself by compare-and-set; throws the reason where that cannot be (W8). */
  undo(
    actor: Actor,
    changeId: string,
    request: { reason?: string | undefined },
    language: Language,
    own?: OwnPassword,
  ): Promise<Saved>;
}

export function createProfiles(deps: ProfilesDeps): Profiles {
  const { people, pictures, outbox, history, proposals, configuration, gateway, review, now } = deps;

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
    const at = deps.now();
    const read = await keepRead(deps, { ...current, directory, entry, person, at });
    return readJoined(read, current, deps);
  }

  async function savedAs(
    outcomes: ReadonlyMap<string, Outcome>,
    personId: string,
    actor: Actor,
    current: Configuration,
    language: Language,
  ): Promise<Saved> {
    const waiting = await waitingOf(personId, actor, current);
    const after = await known(personId);
    const named = await findNamedPeople(after, current.fields, deps, false);
    const profile = showProfile(after, actor, current, language, { named, ...waiting });
    return { outcomes: Object.fromEntries(outcomes), profile };
  }

  /** Read before the person is: of what is carried out meanwhile, either is shown, and nothing looks lost. */
  async function waitingOf(personId: string, actor: Actor, { fields }: Configuration): Promise<Waiting> {
    const edits = await outbox.ofPerson(personId);
    if (!usesApproval(fields)) return { edits };
    return { edits, proposals: await showProposals(await proposals.ofPerson(personId), actor, people) };
  }

  /** Changes as they may be made, with what they need from elsewhere. */
  async function checked(person: Person, current: Configuration, actor: Actor, changes: ProfileChanges) {
    const { fields, settings } = current;
    const surroundings = surroundingsOf(current, person, await findNamedPeople(person, fields, deps, false));
    const wanted = checkChanges(changes, person, actor, { fields, settings, surroundings });
    return { wanted: await prepareChanges(person, wanted, deps), surroundings };
  }

  /** What will become of changes that have to be approved; nothing is kept yet. */
  async function planProposed(wanted: readonly WantedChange[], proposing: Omit<Proposing, 'edits' | 'at'>) {
    const edits = wanted.length === 0 ? [] : await outbox.ofPerson(proposing.person.id);
    return planProposals(wanted, { ...proposing, edits, at: now() });
  }

  /** Keeps what has to be approved; where that fails, what the rest of the save has reached stands, and is told. */
  async function propose({ outcomes, proposals: made }: ReturnType<typeof planProposals>, isRestTold: boolean) {
    try {
      if (made.length > 0) await proposals.put(made);
      return outcomes;
    } catch (error) {
      if (!isRestTold || !(error instanceof Problem)) throw error;
      const { fault } = error;
      const lost = made.map(
        ({ field, from }) => [field, { status: 'refused', value: from, problem: { ...fault, field } }] as const,
      );
      return new Map<string, Outcome>([...outcomes, ...lost]);
    }
  }

  return {
    async show(actor, personId, language, refresh) {
      demandOwn(actor, personId, 'profile');
      const [person, current] = await Promise.all([known(personId), configuration()]);
      const waiting = await waitingOf(personId, actor, current);
      const read = refresh ? await refreshed(person, current) : person;
      const named = await findNamedPeople(read, current.fields, deps, refresh);
      return showProfile(read, actor, current, language, { named, ...waiting });
    },

    async picture(actor, personId, sha256) {
      const [person, current] = await Promise.all([known(personId), configuration()]);
      const edits = await outbox.ofPerson(personId);
      const isShown = await seesPicture(actor, person, sha256, { ...deps, configuration: current, edits });
      const bytes = isShown ? await pictures.get(sha256) : undefined;
      if (!bytes) throw new Problem('notFound', 'There is no such picture.');
      if (!looksLikeJPEG(bytes))
        throw new Problem('invalid', 'What stands there is no JPEG picture.', { rule: 'notJPEG' });
      return bytes;
    },

    async save(actor, personId, changes, language, own) {
      demandOwn(actor, personId, 'profile');
      const [person, current] = await Promise.all([known(personId), configuration()]);
      const reason = reasonOf(actor, personId, changes.reason);
      const { wanted, surroundings } = await checked(person, current, actor, changes);
      const { revision } = changes;
      const isToApprove = ({ field }: WantedChange) => needsApproval(field, actor, personId);
      const direct = wanted.filter((change) => !isToApprove(change));
      await demandWriter(fieldsIn(direct), person, actor, { people, configuration: current, own });
      const planned = await planProposed(wanted.filter(isToApprove), { person, actor, reason, revision, surroundings });
      const origin = { ...originOf(actor, personId), reason, approverId: null };
      // First what may still fail as a whole, such as by a wrong password: then nothing was proposed behind anybody's back.
      const saved = await saveChanges(person, { wanted: direct, revision, origin, surroundings, own }, deps);
      const proposed = await propose(planned, saved.size > 0);
      return savedAs(new Map([...saved, ...proposed]), personId, actor, current, language);
    },

    async carryOut({ personId, field, from, to, seen, actorId, actorRole, reason }, approverId) {
      const [person, current] = await Promise.all([known(personId), configuration()]);
      const actor = { personId: actorId, role: actorRole };
      const revision = writeRevision(new Map([[field, seen]]));
      const changes = { changes: { [field]: { from, to } }, revision };
      const { wanted, surroundings } = await checked(person, current, actor, changes);
      const origin = { ...originOf(actor, personId), reason, approverId };
      const outcomes = await saveChanges(person, { wanted, revision, origin, surroundings }, deps);
      return outcomes.get(field) ?? { status: 'unchanged', value: to };
    },

    async undo(actor, changeId, request, language, own) {
      const [recorded, current] = await Promise.all([history.byId(Number(changeId)), configuration()]);
      const isOwn = recorded?.personId === actor.personId;
      if (!recorded || !(isOwn || hasRole(actor.role, 'helpdesk'))) {
        throw new Problem('notFound', 'There is no such change.', { rule: 'noSuchChange' });
      }
      const { id, personId, field } = recorded;
      const reason = reasonOf(actor, personId, request.reason);
      const person = await known(personId);
      const origin = { actorId: actor.personId, source: 'undo' as const, reason, undoes: id, approverId: null };
      const surroundings = surroundingsOf(current, person, await findNamedPeople(person, current.fields, deps, false));
      const plan = planUndo(recorded, person, actor, current);
      await demandWriter(fieldsIn(plan.wanted), person, actor, { people, configuration: current, own });
      const outcomes = await saveChanges(person, { ...plan, origin, surroundings, own }, deps);
      const refusal = refusalOfUndo(outcomes.get(field), field);
      if (refusal) throw refusal;
      return savedAs(outcomes, personId, actor, current, language);
    },
  };
}

const fieldsIn = (wanted: readonly WantedChange[]) => wanted.map(({ field }) => field);

function originOf({ personId: actorId }: Actor, personId: string) {
  return { actorId, source: actorId === personId ? ('self' as const) : ('helpdesk' as const), undoes: null };
}

/** Who changes somebody else's profile has to say why (P2). */
function reasonOf(actor: Actor, personId: string, reason: string | undefined): string | null {
  const said = reason?.trim() || null;
  if (actor.personId === personId || said !== null) return said;
  throw new Problem('invalid', "reason: say why you change somebody else's profile.", {
    field: 'reason',
    rule: 'required',
  });
}

function gone(directory: string): Problem {
  return new Problem('notFound', `The directory ${directory} has no entry for this person any more.`);
}
