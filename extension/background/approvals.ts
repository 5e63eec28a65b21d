import { endpoints } from '#shared/contract/endpoints.ts';
import type { Decided, OpenProposals } from '#shared/contract/proposals.ts';
import type { DecisionRequest, Result } from '../messages.ts';
import type { Account } from './account.ts';

/** Edits of others that wait for whoever is signed in to approve them. */
export function createApprovals(account: Account) {
  return {
    open: (): Promise<Result<OpenProposals>> => account.call(endpoints.getProposals, {}),

    decide: ({ proposalId: id, decision, word }: DecisionRequest): Promise<Result<Decided>> =>
      account.call(endpoints.decideProposal, { params: { id }, body: { decision, ...(word && { word }) } }),
  };
}
export type BackgroundApprovals = ReturnType<typeof createApprovals>;
