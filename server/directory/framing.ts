import { elementEnd } from './ber.ts';

const sequence = 0x30;

/** Cuts what a socket receives into whole LDAP messages, and keeps no more than one message of `limit` bytes (L14). */
export function createFraming(limit: number) {
  let kept: Buffer[] = [];
  let size = 0;
  let wanted = 2;

  return {
    /** Bytes that belong to a message that is not complete. */
    get size(): number {
      return size;
    },

    /** The messages that are complete now, then throws when what follows is no LDAP, or declares too long a message. */
    *push(chunk: Buffer): Generator<Buffer, void> {
      kept.push(chunk);
      size += chunk.length;
      if (size < wanted) return;
      const bytes = kept.length === 1 ? chunk : Buffer.concat(kept, size);
      let start = 0;
      wanted = 2;
      while (start < bytes.length) {
        if (bytes[start] !== sequence) throw new Error('What came is no LDAP message');
        const end = elementEnd(bytes, start);
        if (end !== undefined && end - start > limit) throw new Error(`A message of more than ${limit} bytes`);
        if (end === undefined || end > bytes.length) {
          wanted = end === undefined ? bytes.length - start + 1 : end - start;
          break;
        }
        yield bytes.subarray(start, end);
        start = end;
      }
      kept = start < bytes.length ? [bytes.subarray(start)] : [];
      size = bytes.length - start;
    },
  };
}
