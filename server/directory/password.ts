import { randomUUID } from 'node:crypto';
import type { Connection } from './connection.ts';
import { ResultError } from './connection-errors.ts';
import { resultCode } from './result-code.ts';

/**
 * A bind that says no to the person: wrong password, unknown, locked, disabled, expired, without a password. All of
 * them are one answer for whoever tries (RFC 4511 appendix A.2).
 */
const denials = new Set<number>([
  resultCode.constraintViolation,
  resultCode.noSuchObject,
  resultCode.invalidDNSyntax,
  resultCode.inappropriateAuthentication,
  resultCode.invalidCredentials,
  resultCode.insufficientAccessRights,
  resultCode.unwillingToPerform,
]);

/** RFC 4513 5.1.2: a bind without a password succeeds without proving anything; some servers cut one at a NUL. */
export function isPassword(password: string): boolean {
  return password !== '' && !password.includes('\0') && password.isWellFormed();
}

/** A DN that no entry has, to do the same work for an unknown name as for a wrong password. */
export function decoyDN(base: string): string {
  return `cn=${randomUUID()},${base}`;
}

/** Binds with the password of the entry; where it is not that, why not, for the log. */
export async function bindAs(connection: Connection, dn: string, password: string): Promise<ResultError | undefined> {
  try {
    await connection.bind(dn, password);
    return undefined;
  } catch (error) {
    if (error instanceof ResultError && denials.has(error.code)) return error;
    throw error;
  }
}
