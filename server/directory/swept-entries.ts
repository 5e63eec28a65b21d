import { hash } from 'node:crypto';
import { Problem } from '../problem.ts';
import { contentStart, endWithin } from './ber.ts';
import type { EntryShape } from './entry.ts';
import { createEntryDecoder } from './entry-decoder.ts';
import type { SweptEntry, UnreadableEntry } from './sweep.ts';

const [octetString, sequence, set] = [0x04, 0x30, 0x31];

/** Of 6 bits each: no two entries are the same by chance. */
const digestLength = 22;

export interface SweptEntriesDeps {
  readonly shape: EntryShape;
  readonly directoryName: string;
  /** An attribute whose greatest value is of interest. */
  readonly stampAttribute: string | undefined;
  /** As such values are written; later ones do not count. */
  readonly latest: string;
}

/**
 * Takes entries as they come over the wire (RFC 4511 4.5.2) and finds in each no more than its id; the rest stays as it
 * is until it is known to differ. What was asked for is part of the digest: it belongs to other bytes when that changes.
 */
export function createSweptEntries({ shape, directoryName, stampAttribute, latest }: SweptEntriesDeps) {
  const { dialect } = shape;
  const idType = typeOf(dialect.idAttribute);
  const stampType = stampAttribute === undefined ? undefined : typeOf(stampAttribute);
  const asked = hash('sha1', JSON.stringify(shape.attributes), 'base64').slice(0, 5);
  let latestStamp = '';

  /** The bytes of all attributes, and the first value of the id; throws where elements do not nest. */
  function attributesOf(bytes: Buffer) {
    const dnEnd = endWithin(bytes, 0, bytes.length);
    if (bytes[0] !== octetString || bytes[dnEnd] !== sequence) throw new Error('No entry');
    const end = endWithin(bytes, dnEnd, bytes.length);
    let id: Buffer | undefined;
    for (let at = contentStart(bytes, dnEnd); at < end; ) {
      const attributeEnd = endWithin(bytes, at, end);
      const typeAt = contentStart(bytes, at);
      const typeEnd = endWithin(bytes, typeAt, attributeEnd);
      if (bytes[at] !== sequence || bytes[typeAt] !== octetString) throw new Error('No attribute');
      const nameAt = contentStart(bytes, typeAt);
      if (isType(bytes, nameAt, typeEnd, idType)) id = firstValue(bytes, typeEnd, attributeEnd);
      else if (stampType && isType(bytes, nameAt, typeEnd, stampType)) {
        const stamp = firstValue(bytes, typeEnd, attributeEnd)?.toString('latin1') ?? '';
        if (stamp > latestStamp && stamp < latest) latestStamp = stamp;
      }
      at = attributeEnd;
    }
    return { id, bytes: bytes.subarray(dnEnd, end) };
  }

  const decode = createEntryDecoder(shape);

  function unreadable(bytes: Buffer, cause?: unknown): UnreadableEntry {
    const rule = cause ? 'malformedEntry' : 'noId';
    const sentence = cause
      ? `The directory "${directoryName}" sent an entry that cannot be read.`
      : `The directory "${directoryName}" does not show ${dialect.idAttribute} of this entry. Permit the service account to read it.`;
    return { dn: dnOf(bytes), problem: new Problem('internal', sentence, { rule, cause }) };
  }

  return {
    take(bytes: Buffer): SweptEntry | UnreadableEntry {
      try {
        const found = attributesOf(bytes);
        const id = found.id && dialect.idOf(found.id);
        if (id === undefined) return unreadable(bytes);
        return {
          id,
          digest: asked + hash('sha1', found.bytes, 'base64').slice(0, digestLength),
          read() {
            try {
              return decode(bytes, id);
            } catch (cause) {
              throw cause instanceof Problem ? cause : unreadable(bytes, cause).problem;
            }
          },
        };
      } catch (cause) {
        return unreadable(bytes, cause);
      }
    },
    latestStamp: () => latestStamp,
  };
}

/** A name of ASCII letters in lower case. */
function typeOf(attribute: string): Buffer {
  return Buffer.from(attribute.toLowerCase(), 'latin1');
}

function isType(bytes: Buffer, start: number, end: number, type: Buffer): boolean {
  if (end - start !== type.length) return false;
  for (let at = 0; at < type.length; at++) {
    if (((bytes[start + at] ?? 0) | 0x20) !== type[at]) return false;
  }
  return true;
}

function firstValue(bytes: Buffer, start: number, limit: number): Buffer | undefined {
  const end = endWithin(bytes, start, limit);
  if (bytes[start] !== set) throw new Error('No values');
  const at = contentStart(bytes, start);
  if (at >= end) return undefined;
  return bytes.subarray(contentStart(bytes, at), endWithin(bytes, at, end));
}

function dnOf(bytes: Buffer): string | undefined {
  try {
    return bytes[0] === octetString
      ? bytes.toString('utf8', contentStart(bytes, 0), endWithin(bytes, 0, bytes.length))
      : undefined;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
