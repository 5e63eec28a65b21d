import type { ProposedEdit } from '#shared/contract/proposals.ts';
import type { Proposal } from '../store/proposals.ts';
import type { People } from '../store/store.ts';
import type { Actor } from './actor.ts';

/** Names are looked up, not kept: who was erased has none. */
export async function nameOf(people: Pick<People, 'byId'>, id: string) {
  return { id, displayName: (await people.byId(id))?.displayName ?? '' };
}

/** By field, what was proposed for a person: what is open for all who look, decisions for whoever has to take note of them. */
export async function showProposals(
  proposals: readonly Proposal[],
  actor: Actor,
  people: Pick<People, 'byId'>,
): Promise<ReadonlyMap<string, ProposedEdit>> {
  const shown = await Promise.all(
    proposals
      .filter((proposal) => proposal.state === 'open' || isOwn(proposal, actor))
      .map(async (proposal) => {
        const { id, field, state, to, madeAt, actorId, decidedBy, word, fault } = proposal;
        const edit: ProposedEdit = {
          id: String(id),
          state,
          value: to,
          since: madeAt.toISOString(),
          by: await nameOf(people, actorId),
          isOwn: isOwn(proposal, actor),
          ...(decidedBy !== null && { decidedBy: await nameOf(people, decidedBy) }),
          ...(word !== null && { word }),
          ...(fault && { problem: fault }),
        };
        return [field, edit] as const;
      }),
  );
  return new Map(shown);
}

/** Whoever made it, and whose profile it is. */
export function isOwn({ personId, actorId }: Pick<Proposal, 'personId' | 'actorId'>, actor: Actor): boolean {
  return actor.personId === actorId || actor.personId === personId;
}
