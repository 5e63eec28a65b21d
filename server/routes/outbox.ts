import { endpoints } from '#shared/contract/endpoints.ts';
import type { Approvals } from '../approvals/approvals.ts';
import type { WaitingEdits } from '../outbox/waiting-edits.ts';
import type { Serve } from './serve.ts';

export function serveOutbox(serve: Serve, edits: WaitingEdits, { countFor }: Pick<Approvals, 'countFor'>): void {
  serve(endpoints.getOwnEdits, async ({ actor }) => ({ ...(await edits.ownOf(actor)), ...(await countFor(actor)) }));
  serve(endpoints.getOutbox, () => edits.all());
  serve(endpoints.withdrawEdit, async ({ actor, params }) => {
    await edits.withdraw(actor, params.id);
    return undefined;
  });
}
