import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { profile, profileChanges, profileQuery, saved } from './profile.ts';
import { credentials, currentSession, session } from './session.ts';

const personParams = z.strictObject({ id: z.string().check(z.minLength(1), z.maxLength(64)) });

/** Every HTTP call that there is. */
export const endpoints = {
  getHealth: {
    method: 'GET',
    path: '/api/health',
    summary: 'Whether the server works',
    access: 'anybody',
    status: 200,
    answer: z.object({ status: z.literal('ok'), version: z.string() }),
  },
  getMetrics: {
    method: 'GET',
    path: '/api/metrics',
    summary: 'Metrics in the Prometheus text format',
    access: 'anybody',
    status: 200,
    answer: z.string(),
    mediaType: 'text/plain',
  },
  getOpenAPI: {
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This API as an OpenAPI 3.1 document',
    access: 'anybody',
    status: 200,
    answer: z.looseObject({ openapi: z.string() }),
  },
  signIn: {
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in with a user name and a password',
    access: 'anybody',
    body: credentials,
    status: 201,
    answer: session,
  },
  getSession: {
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in, and until when',
    access: 'employee',
    status: 200,
    answer: currentSession,
  },
  signOut: {
    method: 'DELETE',
    path: '/api/session',
    summary: 'Sign out: the token is worthless from now on',
    access: 'employee',
    status: 204,
  },
  getOwnProfile: {
    method: 'GET',
    path: '/api/me/profile',
    summary: 'The own profile; refresh=1 reads the directory at this moment',
    access: 'employee',
    query: profileQuery,
    status: 200,
    answer: profile,
  },
  patchOwnProfile: {
    method: 'PATCH',
    path: '/api/me/profile',
    summary: 'Save changed fields of the own profile, each only if it still is what was seen',
    access: 'employee',
    body: profileChanges,
    status: 200,
    answer: saved,
  },
  getProfile: {
    method: 'GET',
    path: '/api/people/:id/profile',
    summary: "Somebody's profile; refresh=1 reads the directory at this moment",
    access: 'helpdesk',
    params: personParams,
    query: profileQuery,
    status: 200,
    answer: profile,
  },
  patchProfile: {
    method: 'PATCH',
    path: '/api/people/:id/profile',
    summary: "Save changed fields of somebody's profile, with a reason",
    access: 'helpdesk',
    params: personParams,
    body: profileChanges,
    status: 200,
    answer: saved,
  },
} as const satisfies Record<string, Endpoint>;
