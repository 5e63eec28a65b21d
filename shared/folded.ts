/** In the way in which directories compare texts, without regard to case and blanks (RFC 4518 2.6.1). */
export function folded(value: string): string {
  return value.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
