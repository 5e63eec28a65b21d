const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text in UTF-8, a leading byte order mark included (L8, L9); throws a TypeError where the bytes are none. */
export function readText(bytes: Buffer, start = 0, end = bytes.length): string {
  // Many times as fast as the strict decoder, which is asked only where a mark stands that may be of the replacement.
  const text = bytes.toString('utf8', start, end);
  return text.includes('\uFFFD') ? strict.decode(bytes.subarray(start, end)) : text;
}
