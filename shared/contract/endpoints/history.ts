import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { adminHistory, adminHistoryQuery, history, historyFilters, historyQuery, undoRequest } from '../history.ts';
import { saved } from '../profile.ts';
import { personParams } from './profile.ts';

export const historyEndpoints = {
  getHistory: {
    method: 'GET',
    path: '/api/people/:id/history',
    summary: 'Changes of the own profile, or for helpdesk of anybody’s: the fields that the asker may see',
    access: 'employee',
    params: personParams,
    query: historyQuery,
    status: 200,
    answer: history,
  },
  undoChange: {
    method: 'POST',
    path: '/api/history/:changeId/undo',
    summary: 'Undo a change, if the field still holds what it left',
    access: 'employee',
    params: z.strictObject({ changeId: z.string().check(z.regex(/^\d{1,15}$/, { error: 'is no id of a change' })) }),
    body: undoRequest,
    bodyIsOptional: true,
    status: 200,
    answer: saved,
  },
  getAllHistory: {
    method: 'GET',
    path: '/api/admin/history',
    summary: 'Changes of all profiles, newest first',
    access: 'admin',
    query: adminHistoryQuery,
    status: 200,
    answer: adminHistory,
  },
  exportHistory: {
    method: 'GET',
    path: '/api/admin/history.csv',
    summary: 'The same as a CSV file',
    access: 'admin',
    query: historyFilters,
    status: 200,
    answer: z.string(),
    mediaType: 'text/csv',
  },
} as const satisfies Record<string, Endpoint>;
