import { ConnectionError, ResultError } from '../directory/connection-errors.ts';
import { resultCode } from '../directory/result-code.ts';
import { bindSubCode } from '../directory/result-codes.ts';
import type { Problem } from '../problem.ts';

/** What went wrong, for an admin: what was seen, the cause, the mend. */
export interface Explanation {
  readonly detail: string;
  readonly cause: string;
  readonly fix: string;
  readonly rule: string;
}

/** The sentences of a problem say the cause first, then the mend; its cause is what was seen. */
export function explain(problem: Problem): Explanation {
  const { cause: seen, rule = problem.kind } = problem.options;
  const [cause = '', ...mends] = problem.message.split(/(?<=\.) (?=[A-Z])/u);
  const subCode = seen instanceof ResultError ? bindSubCode(seen) : undefined;
  const bind = subCode === undefined ? undefined : bindFailures[subCode];
  return {
    detail: sayWhatWasSeen(seen) || cause,
    cause: bind ? bind.cause : cause,
    fix: bind ? bind.fix : mends.join(' ') || 'The log of the server says more.',
    rule: bind ? `bind.${subCode}` : rule,
  };
}

/** The directory's or the system's own words, which are what one looks up. */
function sayWhatWasSeen(error: unknown): string {
  if (error instanceof ResultError) {
    const name = Object.entries(resultCode).find(([, code]) => code === error.code)?.[0];
    const words = error.diagnostic.replaceAll('\0', '');
    return `result code ${error.code}${name ? ` (${name})` : ''}${words ? `: ${words}` : ''}`;
  }
  if (error instanceof ConnectionError) {
    const inner = sayWhatWasSeen(error.cause);
    return inner ? `${error.message}: ${inner}` : error.message;
  }
  if (!(error instanceof Error) || error.name === 'AbortError') return '';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return code && !error.message.includes(code) ? `${error.message} (${code})` : error.message;
}

/** MS-ERREF by way of the sub-codes (`data 52e`) that Active Directory gives with result code 49. */
const bindFailures: Readonly<Record<string, { readonly cause: string; readonly fix: string }>> = {
  '525': { cause: 'There is no such account.', fix: 'Correct bindDN: give the whole DN of the account.' },
  '52e': {
    cause: 'The password of the service account is wrong, or there is no such account.',
    fix: 'Give the password again, and compare bindDN with the DN of the account.',
  },
  '530': { cause: 'The service account may not sign in at this hour.', fix: 'Allow it every hour (logonHours).' },
  '531': {
    cause: 'The service account may not sign in from this computer.',
    fix: 'Allow it all computers (userWorkstations).',
  },
  '532': {
    cause: 'The password of the service account expired.',
    fix: 'Set a new one that never expires, and give it here.',
  },
  '533': { cause: 'The service account is disabled.', fix: 'Enable it.' },
  '701': { cause: 'The service account expired.', fix: 'Set it to never expire (accountExpires).' },
  '773': {
    cause: 'The service account must change its password before it may sign in.',
    fix: 'Take "must change password at next logon" off the account, or set its password anew.',
  },
  '775': {
    cause: 'The service account is locked, as happens after several wrong passwords.',
    fix: 'Unlock it, and look who uses it with an old password.',
  },
};
