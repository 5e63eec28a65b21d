import * as z from 'zod/mini';

const defaults = { attempts: 4, attemptsWithinMinutes: 30, sessionHours: 12, idleMinutes: 120 };

/** Who may come in, and for how long. */
export const signInSettings = z.strictObject({
  /** X4: so many wrong passwords of a person, and nobody tries theirs again for a while; less than the directory's own lock-out takes. */
  attempts: z._default(z.int().check(z.minimum(2), z.maximum(100)), defaults.attempts),
  /** When the last wrong password is that old, all are forgotten; no shorter than the directory's own memory of them. */
  attemptsWithinMinutes: z._default(z.int().check(z.minimum(1), z.maximum(1440)), defaults.attemptsWithinMinutes),
  /** A session ends after so long at the latest … */
  sessionHours: z._default(z.int().check(z.minimum(1), z.maximum(720)), defaults.sessionHours),
  /** … and when nothing was asked with it for so long. */
  idleMinutes: z._default(z.int().check(z.minimum(5), z.maximum(43_200)), defaults.idleMinutes),
});
export type SignInSettings = z.infer<typeof signInSettings>;
