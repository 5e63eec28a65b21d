import type { Endpoint } from '../endpoint.ts';
import { credentials, currentSession, ownSessions, session, sessionParams } from '../session.ts';

export const sessionEndpoints = {
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
  getOwnSessions: {
    method: 'GET',
    path: '/api/sessions',
    summary: 'Where one is signed in',
    access: 'employee',
    status: 200,
    answer: ownSessions,
  },
  closeOwnSession: {
    method: 'DELETE',
    path: '/api/sessions/:id',
    summary: 'Sign out at one of these places',
    access: 'employee',
    params: sessionParams,
    status: 204,
  },
  closeOwnSessions: {
    method: 'DELETE',
    path: '/api/sessions',
    summary: 'Sign out everywhere, here too',
    access: 'employee',
    status: 204,
  },
} as const satisfies Record<string, Endpoint>;
