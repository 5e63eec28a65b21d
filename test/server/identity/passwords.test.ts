import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '#server/identity/passwords.ts';
import { hashToken, newToken } from '#server/identity/tokens.ts';

test('a password is known by its hash, in either Unicode form, and no other is', async () => {
  const hash = await hashPassword('Grüße');
  expect(hash).not.toContain('Grüße');
  expect(await verifyPassword('Gru\u0308ße', hash)).toBe(true);
  expect(await verifyPassword('grüße', hash)).toBe(false);
  expect(await verifyPassword('', hash)).toBe(false);
});

test('without a hash every password is wrong', async () => {
  expect(await verifyPassword('', undefined)).toBe(false);
  expect(await verifyPassword('x', 'scrypt:2:AA:')).toBe(false);
});

test('a token has 256 bits, differs each time, and is kept as a hash', () => {
  const tokens = new Set(Array.from({ length: 100 }, newToken));
  expect(tokens.size).toBe(100);
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(hashToken('a')).toMatch(/^[0-9a-f]{64}$/);
});
