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

export const currentSession = z.object({ expiresAt: z.iso.datetime(), user });
