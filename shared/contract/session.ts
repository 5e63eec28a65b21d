import * as z from 'zod/mini';
import { role } from './roles.ts';

export const user = z.object({
  id: z.string(),
  username: z.string(),
  displayName: z.string(),
  /** The key of the directory that knows the person; null for a local person (D3). */
  directory: z.nullable(z.string()),
  role,
});
export type User = z.infer<typeof user>;

export const credentials = z.strictObject({
  username: z.string().check(z.minLength(1), z.maxLength(256)),
  password: z.string().check(z.minLength(1), z.maxLength(1024)),
});

export const session = z.object({ token: z.string(), expiresAt: z.iso.datetime(), user });
export type Session = z.infer<typeof session>;

/** One of the sessions of whoever asks. */
export const listedSession = z.object({
  id: z.string(),
  /** What the browser called itself when it signed in. */
  client: z.string(),
  openedAt: z.iso.datetime(),
  /** To the minute. */
  seenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** Whether it is the session that asks. */
  current: z.boolean(),
});
export type ListedSession = z.infer<typeof listedSession>;

export const ownSessions = z.object({ sessions: z.array(listedSession) });

export const sessionParams = z.strictObject({ id: z.string().check(z.minLength(1), z.maxLength(64)) });

export const currentSession = z.object({ expiresAt: z.iso.datetime(), user });
