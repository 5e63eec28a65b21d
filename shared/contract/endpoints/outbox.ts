import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { outbox, ownEdits } from '../outbox.ts';

const editParams = z.strictObject({ id: z.string().check(z.regex(/^\d{1,16}$/, { error: 'is no id of an edit' })) });

export const outboxEndpoints = {
  getOwnEdits: {
    method: 'GET',
    path: '/api/me/outbox',
    summary: 'Own edits that wait to be written, or for a decision',
    access: 'employee',
    status: 200,
    answer: ownEdits,
  },
  withdrawEdit: {
    method: 'DELETE',
    path: '/api/outbox/:id',
    summary: 'Withdraw an edit that waits, and those of the same field that build on it',
    access: 'employee',
    params: editParams,
    status: 204,
  },
  getOutbox: {
    method: 'GET',
    path: '/api/admin/outbox',
    summary: 'All edits that wait to be written, or for a decision, the oldest first',
    access: 'admin',
    status: 200,
    answer: outbox,
  },
} as const satisfies Record<string, Endpoint>;
