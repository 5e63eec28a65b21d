import { endpoints } from '#shared/contract/endpoints.ts';
import type { History } from '#shared/contract/history.ts';
import type { Saved } from '#shared/contract/profile.ts';
import type { HistoryRequest } from '../editor/edits.ts';
import type { Result, UndoRequest } from '../messages.ts';
import type { Account } from './account.ts';
import { withKnownTypes } from './known-types.ts';

/** Edits that were made before: what waits, what was changed, and how it is undone. */
export function createEdits(account: Account) {
  return {
    withdraw: (id: string): Promise<Result<undefined>> => account.call(endpoints.withdrawEdit, { params: { id } }),

    withdrawProposal: (id: string): Promise<Result<undefined>> =>
      account.call(endpoints.withdrawProposal, { params: { id } }),

    loadHistory: ({ personId: id, field, cursor }: HistoryRequest): Promise<Result<History>> =>
      account.call(endpoints.getHistory, {
        params: { id },
        query: { ...(field && { field }), ...(cursor && { cursor }) },
      }),

    async undo({ changeId, reason, password }: UndoRequest): Promise<Result<Saved>> {
      const result = await account.call(endpoints.undoChange, {
        params: { changeId },
        body: { ...(reason && { reason }), ...(password && { password }) },
      });
      if (!result.ok) return result;
      return { ok: true, value: { ...result.value, profile: withKnownTypes(result.value.profile) } };
    },
  };
}
export type BackgroundEdits = ReturnType<typeof createEdits>;
