import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { next, pageQuery } from '../page.ts';
import {
  duplicate,
  hiddenPerson,
  lastSync,
  lastSyncRequest,
  schedule,
  syncPreview,
  syncRun,
  syncRunDetails,
  syncRunRequest,
} from '../sync.ts';

const id = z.string().check(z.minLength(1), z.maxLength(64));
const runParams = z.strictObject({ id });
const directoryParams = z.strictObject({ key: id });
const most = 200;

export const syncEndpoints = {
  startSyncRun: {
    method: 'POST',
    path: '/api/admin/sync/runs',
    summary: 'Start a run; 409 while one is under way',
    access: 'admin',
    body: syncRunRequest,
    status: 202,
    answer: z.object({ id: z.string() }),
  },
  listSyncRuns: {
    method: 'GET',
    path: '/api/admin/sync/runs',
    summary: 'The runs, the latest first',
    access: 'admin',
    query: z.strictObject(pageQuery(most, /^\d{1,15}$/)),
    status: 200,
    answer: z.object({ runs: z.array(syncRun), next }),
  },
  getSyncRun: {
    method: 'GET',
    path: '/api/admin/sync/runs/:id',
    summary: 'A run with whom it failed on and what it changed',
    access: 'admin',
    params: runParams,
    status: 200,
    answer: syncRunDetails,
  },
  watchSyncRun: {
    method: 'GET',
    path: '/api/admin/sync/runs/:id/events',
    summary: 'The run as it proceeds, as server-sent events; the stream ends with the run',
    access: 'admin',
    params: runParams,
    status: 200,
    answer: syncRun,
    mediaType: 'text/event-stream',
  },
  cancelSyncRun: {
    method: 'DELETE',
    path: '/api/admin/sync/runs/:id',
    summary: 'Cancel a run that is under way',
    access: 'admin',
    params: runParams,
    status: 204,
  },
  getLastSync: {
    method: 'GET',
    path: '/api/admin/directories/:key/last-sync',
    summary: 'The last sync date of a directory, in the time zone of the schedule unless another is named',
    access: 'admin',
    params: directoryParams,
    query: z.strictObject({ timeZone: z.optional(z.string()) }),
    status: 200,
    answer: lastSync,
  },
  putLastSync: {
    method: 'PUT',
    path: '/api/admin/directories/:key/last-sync',
    summary: 'Set the last sync date by hand, or empty it: then the next run is full, once',
    access: 'admin',
    params: directoryParams,
    body: lastSyncRequest,
    status: 200,
    answer: lastSync,
  },
  previewSync: {
    method: 'GET',
    path: '/api/admin/directories/:key/sync-preview',
    summary:
      'The exact filter that the next incremental run would send, and the pattern of timestamps that was detected',
    access: 'admin',
    params: directoryParams,
    status: 200,
    answer: syncPreview,
  },
  listHiddenPeople: {
    method: 'GET',
    path: '/api/admin/sync/hidden',
    summary: 'People whose entry is gone, the latest first',
    access: 'admin',
    query: z.strictObject(pageQuery(most, /^\d{1,15}\.\d{1,15}$/)),
    status: 200,
    answer: z.object({ people: z.array(hiddenPerson), next }),
  },
  showHiddenPerson: {
    method: 'DELETE',
    path: '/api/admin/sync/hidden/:id',
    summary: 'Bring a hidden person back; the next full run hides them again if it does not find them',
    access: 'admin',
    params: runParams,
    status: 204,
  },
  listDuplicates: {
    method: 'GET',
    path: '/api/admin/duplicates',
    summary: 'People whose name stands in several directories, and who of them wins',
    access: 'admin',
    status: 200,
    answer: z.object({ duplicates: z.array(duplicate) }),
  },
  getSchedule: {
    method: 'GET',
    path: '/api/admin/sync/schedule',
    summary: 'When the next runs are due; with cron and timeZone, when they would be',
    access: 'admin',
    query: z.strictObject({ cron: z.optional(z.string()), timeZone: z.optional(z.string()) }),
    status: 200,
    answer: schedule,
  },
} as const satisfies Record<string, Endpoint>;
