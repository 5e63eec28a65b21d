/** 128 random bits in hexadecimal: nobody guesses it, and the address of the editor's page ends with it. */
export function createFrameToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
