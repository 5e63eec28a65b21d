import { createCipheriv, createDecipheriv, hash, hkdfSync, randomBytes } from 'node:crypto';

/** Secrets at rest (D4), readable only with the key, and only in the place for which they were sealed. */
export interface Cipher {
  /** `place` says what the secret is and where it belongs; it is not kept, but has to be the same to read it. */
  seal(secret: string, place: readonly string[]): string;
  open(sealed: string, place: readonly string[]): Opened;
  /** Whether it was sealed by the key that seals now. */
  isCurrent(sealed: string): boolean;
}

/** The secret, or why it cannot be read: by another key, or moved or changed since it was sealed. */
export type Opened = { readonly secret: string } | { readonly issue: 'otherKey' | 'otherPlace' };

interface Key {
  readonly id: string;
  readonly bytes: Uint8Array;
}

const algorithm = 'aes-256-gcm';
const [ivBytes, tagBytes] = [12, 16];

/** AES-256-GCM (NIST SP 800-38D) with a random IV, as `v1.<key id>.<iv>.<ciphertext and tag>`. Seals by the first key, opens by each. */
export function createCipher(first: Uint8Array, ...others: readonly Uint8Array[]): Cipher {
  const own = keyOf(first);
  const keys = [own, ...others.map(keyOf)];

  return {
    isCurrent: (sealed) => sealed.split('.')[1] === own.id,

    seal(secret, place) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, own.bytes, iv).setAAD(Buffer.from(JSON.stringify(place)));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return ['v1', own.id, iv.toString('base64url'), sealed.toString('base64url')].join('.');
    },

    open(sealed, place) {
      const [, id, ivText = '', text = ''] = sealed.split('.');
      const key = keys.find((each) => each.id === id);
      if (!key) return { issue: 'otherKey' };
      const [iv, bytes] = [Buffer.from(ivText, 'base64url'), Buffer.from(text, 'base64url')];
      if (iv.length !== ivBytes || bytes.length < tagBytes) return { issue: 'otherPlace' };
      const decipher = createDecipheriv(algorithm, key.bytes, iv, { authTagLength: tagBytes })
        .setAAD(Buffer.from(JSON.stringify(place)))
        .setAuthTag(bytes.subarray(-tagBytes));
      try {
        const secret = Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]);
        return { secret: secret.toString('utf8') };
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        return { issue: 'otherPlace' };
      }
    },
  };
}

/** The id tells keys apart and nothing about them. */
function keyOf(secret: Uint8Array): Key {
  const bytes = new Uint8Array(hkdfSync('sha256', secret, '', 'nameplate: secrets at rest', 32));
  return { id: hash('sha256', Buffer.concat([Buffer.from('nameplate: key id'), bytes])).slice(0, 12), bytes };
}
