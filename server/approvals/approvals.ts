import { type FieldDefinition, settingsOf } from '#shared/contract/configuration/field.ts';
import type { Configuration } from '#shared/contract/configuration.ts';
import type { Fault } from '#shared/contract/problem.ts';
import type { Outcome } from '#shared/contract/profile.ts';
import type { Decided, Decision, OpenProposal, OpenProposals } from '#shared/contract/proposals.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { textIn } from '#shared/fields/localized.ts';
import { Problem } from '../problem.ts';
import { type Actor, isVisible } from '../profiles/actor.ts';
import { usesApproval } from '../profiles/approval.ts';
import { isDecider } from '../profiles/is-decider.ts';
import { findNamedPeople, type NamedPeopleDeps } from '../profiles/named-people.ts';
import { isSame } from '../profiles/plan-changes.ts';
import type { Profiles } from '../profiles/profiles.ts';
import { findValue, surroundingsOf } from '../profiles/show-profile.ts';
import { isOwn, nameOf } from '../profiles/show-proposals.ts';
import { createTurns } from '../profiles/turns.ts';
import type { Proposal, Proposals } from '../store/proposals.ts';

export interface ApprovalsDeps extends NamedPeopleDeps {
  readonly proposals: Proposals;
  readonly profiles: Pick<Profiles, 'carryOut'>;
  configuration(): Promise<Configuration>;
  now(): Date;
}

/** Edits that wait for approval, for those who decide on them and those who made them (W10). */
export interface Approvals {
  /** What the actor may decide, the oldest first, and how much of it there is. */
  openTo(actor: Actor, language: Language): Promise<OpenProposals>;
  /** How many those are, and how many of the actor's own edits were not approved or came to nothing. */
  countFor(actor: Actor): Promise<{ readonly toDecide: number; readonly notApproved: number }>;
  decide(actor: Actor, id: string, decision: Decision): Promise<Decided>;
  /** Takes an own proposal back, or note of the decision on it. */
  withdraw(actor: Actor, id: string): Promise<void>;
}

/** More than anybody decides on at one sitting. */
const mostShown = 200;

export function createApprovals(deps: ApprovalsDeps): Approvals {
  const { proposals, people, profiles, configuration, now } = deps;
  const inTurn = createTurns();

  async function openFor(actor: Actor, current: Configuration): Promise<Proposal[]> {
    const open = await proposals.open();
    const isTheirs = await Promise.all(open.map((proposal) => isDecider(actor, proposal, current, deps)));
    return open.filter((_, at) => isTheirs[at]);
  }

  async function show(proposal: Proposal, current: Configuration, language: Language): Promise<OpenProposal[]> {
    const { id, personId, from, to, actorId, madeAt, reason } = proposal;
    const person = await people.byId(personId);
    if (!person) return [];
    const { username, displayName } = person;
    const field = current.fields.find(({ key }) => key === proposal.field);
    const surroundings = surroundingsOf(
      current,
      person,
      await findNamedPeople(person, field ? [field] : [], deps, false),
    );
    const value = field && findValue(field, person, surroundings).value;
    const isOvertaken = field !== undefined && !isSame(field, from, value);
    return [
      {
        id: String(id),
        person: { id: personId, username, displayName },
        field: { ...shownField(proposal.field, field, language), defaultCountry: surroundings.defaultCountry },
        from,
        to,
        ...(isOvertaken && { current: value }),
        by: await nameOf(people, actorId),
        since: madeAt.toISOString(),
        ...(reason !== null && { reason }),
      },
    ];
  }

  async function carriedOut(proposal: Proposal, approverId: string): Promise<Decided> {
    try {
      return stateAfter(await profiles.carryOut(proposal, approverId), proposal.field);
    } catch (error) {
      // What may not be saved any more will never be; what cannot be at this moment stays open.
      const isForGood =
        error instanceof Problem && ['malformed', 'forbidden', 'invalid', 'notFound'].includes(error.kind);
      if (!isForGood) throw error;
      return { state: 'refused', problem: error.fault };
    }
  }

  return {
    async openTo(actor, language) {
      const current = await configuration();
      const open = await openFor(actor, current);
      const shown = open.slice(0, mostShown).map((proposal) => show(proposal, current, language));
      return { proposals: (await Promise.all(shown)).flat(), total: open.length };
    },

    async countFor(actor) {
      const current = await configuration();
      if (!usesApproval(current.fields)) return { toDecide: 0, notApproved: 0 };
      const own = (await proposals.ofPerson(actor.personId)).filter(({ field: key, state }) => {
        const field = current.fields.find((each) => each.key === key);
        return state !== 'open' && state !== 'approved' && field && isVisible(field, actor, actor.personId);
      });
      return { toDecide: (await openFor(actor, current)).length, notApproved: own.length };
    },

    decide: (actor, id, { decision, word: said }) =>
      inTurn(id, async () => {
        const proposal = await proposals.byId(Number(id));
        const current = await configuration();
        if (!proposal || !(await isDecider(actor, proposal, current, deps))) throw notThere();
        if (proposal.state !== 'open') throw decidedAlready(proposal.field);
        const word = said?.trim() || null;
        const by = { decidedBy: actor.personId, decidedAt: now(), word };
        if (decision === 'decline') {
          if (word === null)
            throw new Problem('invalid', 'word: say why you decline.', { field: 'word', rule: 'required' });
          if (!(await proposals.decide(proposal.id, { ...by, state: 'declined', fault: null }))) {
            throw decidedAlready(proposal.field);
          }
          return { state: 'declined' };
        }
        const { state, problem } = await carriedOut(proposal, actor.personId);
        if (state !== 'open') await proposals.decide(proposal.id, { ...by, state, fault: problem ?? null });
        return { state, ...(problem && { problem }) };
      }),

    async withdraw(actor, id) {
      const proposal = await proposals.byId(Number(id));
      if (!proposal || !isOwn(proposal, actor)) throw notThere();
      await inTurn(id, () => proposals.remove(proposal.id));
    },
  };
}

/** What is journalled is on its way, whatever becomes of it: from then on it is an edit like others. */
function stateAfter({ status, problem }: Outcome, field: string): Decided & { readonly state: ProposalEnd } {
  if (status === 'refused') return { state: 'refused', ...(problem && { problem }) };
  if (status !== 'conflict') return { state: 'approved' };
  return { state: 'overtaken', problem: changedSince(field) };
}
type ProposalEnd = Exclude<Proposal['state'], 'open'>;

const changedSince = (field: string): Fault => ({
  field,
  rule: 'changedSince',
  detail: `${field} was changed after this was entered, so it was not written.`,
});

function shownField(key: string, field: FieldDefinition | undefined, language: Language) {
  if (!field) return { key, type: 'text', label: key, settings: {} };
  const { type, label } = field;
  return { key, type, label: label ? textIn(language, label) : key, settings: settingsOf(field) };
}

function notThere(): Problem {
  return new Problem('notFound', 'There is no such edit that you may decide on.', { rule: 'noSuchProposal' });
}

function decidedAlready(field: string): Problem {
  return new Problem('conflict', 'Somebody else has decided on this edit.', { field, rule: 'decided' });
}
