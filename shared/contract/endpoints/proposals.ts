import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { decided, decision, openProposals } from '../proposals.ts';

const proposalParams = z.strictObject({
  id: z.string().check(z.regex(/^\d{1,15}$/, { error: 'is no id of a proposal' })),
});

export const proposalEndpoints = {
  getProposals: {
    method: 'GET',
    path: '/api/proposals',
    summary: 'Edits that wait for approval and that the asker may approve: as helpdesk, admin or manager',
    access: 'employee',
    status: 200,
    answer: openProposals,
  },
  decideProposal: {
    method: 'POST',
    path: '/api/proposals/:id/decision',
    summary: 'Approve an edit, which is then written if the field still holds what was seen, or decline it with a word',
    access: 'employee',
    params: proposalParams,
    body: decision,
    status: 200,
    answer: decided,
  },
  withdrawProposal: {
    method: 'DELETE',
    path: '/api/proposals/:id',
    summary: 'Withdraw an own edit that waits for approval, or take note of the decision on it',
    access: 'employee',
    params: proposalParams,
    status: 204,
  },
} as const satisfies Record<string, Endpoint>;
