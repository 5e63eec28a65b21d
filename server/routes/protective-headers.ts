import { Hono, type MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Those that only browsers of the past or pages heed are left out: answers are data. */
const settings = {
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};

const made = Promise.resolve(
  new Hono()
    .use(secureHeaders(settings))
    .all('*', (c) => c.body(null))
    .request('/'),
);
const protective = made.then(({ headers }) => [...headers]);

/**
 * What hono's `secureHeaders` adds to an answer that is made already, which then has to be made anew: here it is said
 * before. That spares a tenth of the time of an opened profile.
 */
export const protectiveHeaders: MiddlewareHandler = async (c, next) => {
  for (const [name, value] of await protective) c.header(name, value);
  c.header('Cache-Control', 'no-store');
  return next();
};
