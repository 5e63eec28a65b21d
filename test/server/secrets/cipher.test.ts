import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCipher } from '#server/secrets/cipher.ts';

const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const place = ['bindPassword', 'hq', 'ldaps://hq.example'];

test('D4 every secret comes back in its place, and in no other', () => {
  const cipher = createCipher(key);
  const places = fc.array(fc.string(), { maxLength: 4 });
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), places, places, (secret, where, elsewhere) => {
      fc.pre(secret.isWellFormed() && JSON.stringify(where) !== JSON.stringify(elsewhere));
      const sealed = cipher.seal(secret, where);
      expect(cipher.open(sealed, where)).toEqual({ secret });
      expect(cipher.open(sealed, elsewhere)).toEqual({ issue: 'otherPlace' });
    }),
  );
});

test('D4 the same secret is never sealed the same, and shows nothing of itself', () => {
  const cipher = createCipher(key);
  const sealed = Array.from({ length: 50 }, () => cipher.seal('fake-password', place));
  expect(new Set(sealed.map((text) => text.split('.')[2])).size).toBe(50);
  expect(sealed.join()).not.toContain(Buffer.from('fake-password').toString('base64url').slice(0, 8));
});

test('D4 a changed letter, a cut end or another key opens nothing', () => {
  const cipher = createCipher(key);
  const sealed = cipher.seal('fake-password', place);
  const [version, id, iv = '', text = ''] = sealed.split('.');
  const flip = (base64: string) => (base64.startsWith('A') ? 'B' : 'A') + base64.slice(1);
  for (const broken of [
    `${flip(iv)}.${text}`,
    `${iv}.${flip(text)}`,
    `${iv}.${text.slice(0, -8)}`,
    `${iv}.`,
    `.${text}`,
  ]) {
    expect(cipher.open(`${version}.${id}.${broken}`, place)).toEqual({ issue: 'otherPlace' });
  }
  expect(createCipher(other).open(sealed, place)).toEqual({ issue: 'otherKey' });
  expect(cipher.open('', place)).toEqual({ issue: 'otherKey' });
});

test('D4 what the key before had sealed can be read, and is known to be its', () => {
  const sealed = createCipher(key).seal('fake-password', place);
  const cipher = createCipher(other, key);
  expect(cipher.open(sealed, place)).toEqual({ secret: 'fake-password' });
  expect([cipher.isCurrent(sealed), cipher.isCurrent(cipher.seal('x', place))]).toEqual([false, true]);
});
