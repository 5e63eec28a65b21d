import type { History } from '#shared/contract/history.ts';
import type { Saved } from '#shared/contract/profile.ts';
import type { Result } from '../messages.ts';

export interface HistoryRequest {
  readonly personId: string;
  readonly field?: string | undefined;
  readonly cursor?: string | undefined;
}

/** What the editor asks about edits that were made before. */
export interface Edits {
  /** Takes back an edit that waits. */
  withdraw(id: string): Promise<Result<undefined>>;
  /** Takes back what waits for approval, or note of the decision on it. */
  withdrawProposal(id: string): Promise<Result<undefined>>;
  loadHistory(request: HistoryRequest): Promise<Result<History>>;
  undo(changeId: string, password?: string): Promise<Result<Saved>>;
}
