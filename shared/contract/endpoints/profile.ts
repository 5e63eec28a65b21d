import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { profile, profileChanges, profileQuery, saved } from '../profile.ts';

/** Room for a picture of the greatest size, in base64, beside other fields. */
const mostBytesOfChanges = 6 * 2 ** 20;

export const personParams = z.strictObject({ id: z.string().check(z.minLength(1), z.maxLength(64)) });

export const profileEndpoints = {
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
    mostBodyBytes: mostBytesOfChanges,
    status: 200,
    answer: saved,
  },
  getProfile: {
    method: 'GET',
    path: '/api/people/:id/profile',
    summary: "The own profile, or for helpdesk anybody's; refresh=1 reads the directory at this moment",
    access: 'employee',
    params: personParams,
    query: profileQuery,
    status: 200,
    answer: profile,
  },
  patchProfile: {
    method: 'PATCH',
    path: '/api/people/:id/profile',
    summary: "Save changed fields of the own profile, or for helpdesk of anybody's, with a reason",
    access: 'employee',
    params: personParams,
    body: profileChanges,
    mostBodyBytes: mostBytesOfChanges,
    status: 200,
    answer: saved,
  },
} as const satisfies Record<string, Endpoint>;
