import { endpoints } from '#shared/contract/endpoints.ts';
import type { WaitingEdits } from '../outbox/waiting-edits.ts';
import type { Serve } from './serve.ts';

export function serveOutbox(serve: Serve, edits: WaitingEdits): void {
  serve(endpoints.getOwnEdits, ({ actor }) => edits.ownOf(actor));
  serve(endpoints.getOutbox, () => edits.all());
  serve(endpoints.withdrawEdit, async ({ actor, params }) => {
    await edits.withdraw(actor, params.id);
    return undefined;
  });
}
