import * as z from 'zod/mini';
import { localizedText } from '../../fields/localized-text.ts';
import { wholeNumber } from '../../whole-number.ts';
import { secretReference } from './directory.ts';
import { text } from './members.ts';

const defaults = { attempts: 4, attemptsWithinMinutes: 30, sessionHours: 12, idleMinutes: 120 };

/** Of a server, with or without a path; in the clear on the own machine alone. */
const address = z.string().check(
  z.regex(/^(?:https:\/\/[^/?#@\s]+|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?)(?:\/[^?#\s]*)?$/u, {
    error: 'is no https:// address',
  }),
);

/** OpenID Connect, Nameplate being the relying party. */
export const openIDMembers = {
  issuer: address,
  clientId: text,
  clientSecret: z.optional(secretReference),
  /** Where browsers reach Nameplate; the provider sends them back to `<serverUrl>/api/sign-in/openid/callback`. */
  serverUrl: address,
  scope: z._default(text, 'openid profile'),
  /** The claim that holds the name by which the directory knows the person. */
  usernameClaim: z._default(text, 'preferred_username'),
  /** What the button says; by default, that one signs in with the company's account. */
  label: z.optional(localizedText),
};
const openIDSettings = z.strictObject(openIDMembers);
export type OpenIDSettings = z.infer<typeof openIDSettings>;

/** A reverse proxy that has signed people in already, by Kerberos for one, and tells whom in a header. */
const headerSettings = z.strictObject({
  name: z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, { error: 'is no name of a header' })),
  /** The proxies that are believed: from any other address the header counts for nothing. */
  from: z.array(text).check(z.minLength(1)),
});

export const signInMembers = {
  /** Whether people of directories sign in with their password; local accounts always do. */
  password: z._default(z.boolean(), true),
  openid: z.optional(openIDSettings),
  header: z.optional(headerSettings),
  /** The ids of the company's extension; without any, every extension may be signed in with. */
  extensionIds: z._default(z.array(text), []),
  /** X4: so many wrong passwords of a person, and nobody tries theirs again for a while; less than the directory's own lock-out takes. */
  attempts: z._default(wholeNumber.check(z.minimum(2), z.maximum(100)), defaults.attempts),
  /** When the last wrong password is that old, all are forgotten; no shorter than the directory's own memory of them. */
  attemptsWithinMinutes: z._default(wholeNumber.check(z.minimum(1), z.maximum(1440)), defaults.attemptsWithinMinutes),
  /** A session ends after so long at the latest … */
  sessionHours: z._default(wholeNumber.check(z.minimum(1), z.maximum(720)), defaults.sessionHours),
  /** … and when nothing was asked with it for so long. */
  idleMinutes: z._default(wholeNumber.check(z.minimum(5), z.maximum(43_200)), defaults.idleMinutes),
};

/** Who may come in, and for how long. */
export const signInSettings = z.strictObject(signInMembers);
export type SignInSettings = z.infer<typeof signInSettings>;
