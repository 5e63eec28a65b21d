import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const keyLength = 32;

/** `scrypt:<N>:<salt>:<key>`, the last two in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password.normalize('NFC'), salt, keyLength, cost);
  return ['scrypt', cost.N, salt.toString('base64url'), key.toString('base64url')].join(':');
}

/** Whether the password is the one that was hashed; without a hash it does the same work and says no. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, n = String(cost.N), salt = '', key = ''] = (hash ?? '').split(':');
  const expected = Buffer.from(key, 'base64url');
  const derived = await derive(password.normalize('NFC'), Buffer.from(salt, 'base64url'), keyLength, {
    ...cost,
    N: Number(n),
  });
  return expected.length === keyLength && timingSafeEqual(derived, expected);
}
