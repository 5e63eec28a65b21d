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

/** A way in that the company chose. */
export const signInWay = z.object({ kind: z.string(), label: z.optional(z.string()) });
export type SignInWay = z.infer<typeof signInWay>;
export const signInWays = z.object({ ways: z.array(signInWay) });

/** Where a browser catches the way back of `identity.launchWebAuthFlow`: an address that the extension of this id alone gets. */
const returnAddress = z.string().check(
  z.regex(/^https:\/\/(?:[a-p]{32}\.chromiumapp\.org|[0-9a-f]{40}\.extensions\.allizom\.org)\/$/, {
    error: 'is no address that an extension is called back at',
  }),
);
const base64url = (bytes: string) =>
  z.string().check(z.regex(new RegExp(`^[\\w-]{${bytes}}$`), { error: 'is no such secret' }));

/** `challenge` is the SHA-256 of a secret that whoever began keeps: they alone can redeem what comes back (RFC 7636). */
export const openIDStart = z.strictObject({ returnTo: returnAddress, challenge: base64url('43') });
export const openIDAddress = z.object({ url: z.string() });
/** What the provider sends along: other members than these may come, too. */
export const openIDCallback = z.looseObject({ state: z.string().check(z.minLength(1), z.maxLength(200)) });
export const openIDRedemption = z.strictObject({ code: base64url('43'), verifier: base64url('43,128') });

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
