import { hash, randomBytes } from 'node:crypto';

/** An opaque session token of 256 bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: whoever reads the store cannot sign in with it. */
export function hashToken(token: string): string {
  return hash('sha256', token);
}
