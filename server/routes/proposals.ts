import { endpoints } from '#shared/contract/endpoints.ts';
import type { Approvals } from '../approvals/approvals.ts';
import type { Serve } from './serve.ts';

export function serveProposals(serve: Serve, approvals: Approvals): void {
  serve(endpoints.getProposals, ({ actor, language }) => approvals.openTo(actor, language));
  serve(endpoints.decideProposal, ({ actor, params, body }) => approvals.decide(actor, params.id, body));
  serve(endpoints.withdrawProposal, async ({ actor, params }) => {
    await approvals.withdraw(actor, params.id);
    return undefined;
  });
}
