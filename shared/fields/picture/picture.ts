/** A picture that Nameplate keeps, by the SHA-256 of its bytes in hexadecimal. */
export interface KeptPicture {
  readonly sha256: string;
}

/** A picture on its way to Nameplate: the bytes of a JPEG in base64. */
export interface NewPicture {
  readonly base64: string;
}

export type Picture = KeptPicture | NewPicture;

/** An upload; what is written is as small as the field's settings say. */
export const mostUploadedBytes = 4 * 2 ** 20;

/** By how every JPEG starts (ITU-T T.81 B.1.1.3). */
export function looksLikeJPEG([first, second, third]: Uint8Array): boolean {
  return first === 0xff && second === 0xd8 && third === 0xff;
}

export function isKeptPicture(value: unknown): value is KeptPicture {
  return hasOnly(value, 'sha256') && /^[0-9a-f]{64}$/u.test(value.sha256);
}

export function isNewPicture(value: unknown): value is NewPicture {
  return hasOnly(value, 'base64') && value.base64.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/u.test(value.base64);
}

function hasOnly<Name extends string>(value: unknown, name: Name): value is Record<Name, string> {
  if (typeof value !== 'object' || value === null || Object.keys(value).join() !== name) return false;
  return typeof (value as Record<string, unknown>)[name] === 'string';
}
