import type { AttributeValue } from '#shared/fields/field-kind.ts';
import { contentStart, endOf } from './ber.ts';
import { decodeValue, type EntryShape } from './entry.ts';
import type { Entry } from './gateway.ts';
import { isPart, notAll } from './ranges.ts';
import { readText } from './text.ts';

/** No person has so many; a server could else fill the memory with values of no length. */
const mostValues = 100_000;
/** A directory spells each name in one way, or a few. */
const mostSpellings = 200;

const [octetString, sequence, set] = [0x04, 0x30, 0x31];

/** What an attribute is good for. */
interface Use {
  readonly spelled: Buffer;
  /** The names by which it was asked for, more than one where fields spell it in several ways. */
  readonly names: readonly string[];
  /** Whether the values are but a part of all. */
  readonly isPart: boolean;
  readonly isUsername: boolean;
  /** Its rank among the attributes of which the first is shown as the name. */
  readonly rank: number;
}

/**
 * Decodes entries straight from the bytes of an answer (RFC 4511 4.5.2) to what a profile is made of, as `readEntry`
 * does of entries that are in parts already: a first sync decodes everybody. Throws where the bytes are no entry.
 */
export function createEntryDecoder({ dialect, usernameAttribute, attributes }: EntryShape) {
  const names = Map.groupBy(attributes, (name) => name.toLowerCase());
  const ranks = dialect.displayNameAttributes.map((name) => name.toLowerCase());
  const uses: Use[] = [];

  /** A directory names the attributes of entries in the same order, so the one after the last is the likely one. */
  function useOf(bytes: Buffer, start: number, end: number, likely: number): number {
    if (isSpelled(uses[likely], bytes, start, end)) return likely;
    const known = uses.findIndex((use) => isSpelled(use, bytes, start, end));
    if (known >= 0) return known;
    const spelled = bytes.toString('latin1', start, end);
    const name = spelled.toLowerCase();
    const isUsername = name === usernameAttribute.toLowerCase();
    const use = {
      spelled: Buffer.from(spelled, 'latin1'),
      names: names.get(name) ?? [],
      isPart: isPart(spelled),
      isUsername,
      rank: ranks.indexOf(name),
    };
    if (uses.length === mostSpellings) uses.length = 0;
    return uses.push(use) - 1;
  }

  return function decode(bytes: Buffer, id: string): Entry {
    const dnEnd = endOf(bytes, 0, bytes.length, octetString);
    const dn = readText(bytes, contentStart(bytes, 0), dnEnd);
    const end = endOf(bytes, dnEnd, bytes.length, sequence);
    // Without a prototype, so that no attribute name finds anything but attributes.
    const decoded: Record<string, readonly AttributeValue[]> = Object.create(null);
    let [username, displayName, rank, count, last] = ['', '', ranks.length, 0, -1];
    for (let at = contentStart(bytes, dnEnd); at < end; ) {
      const attributeEnd = endOf(bytes, at, end, sequence);
      const typeAt = contentStart(bytes, at);
      const typeEnd = endOf(bytes, typeAt, attributeEnd, octetString);
      const valuesEnd = endOf(bytes, typeEnd, attributeEnd, set);
      last = useOf(bytes, contentStart(bytes, typeAt), typeEnd, last + 1);
      const use = uses[last] as Use;
      if (use.isPart) throw notAll(dn, use.spelled.toString());
      const values: AttributeValue[] = [];
      for (let valueAt = contentStart(bytes, typeEnd); valueAt < valuesEnd; ) {
        const valueEnd = endOf(bytes, valueAt, valuesEnd, octetString);
        if (++count > mostValues) throw new Error(`An entry with more than ${mostValues} values`);
        const start = contentStart(bytes, valueAt);
        if (use.names.length > 0) values.push(decodeValue(bytes, start, valueEnd));
        if (use.isUsername && username === '') username = bytes.toString('utf8', start, valueEnd);
        if (use.rank >= 0 && use.rank < rank && valueEnd > start) {
          displayName = bytes.toString('utf8', start, valueEnd);
          rank = use.rank;
        }
        valueAt = valueEnd;
      }
      for (const name of values.length > 0 ? use.names : []) {
        const before = decoded[name];
        decoded[name] = before ? [...before, ...values] : values;
      }
      at = attributeEnd;
    }
    return { id, dn, username, displayName: displayName || username, attributes: decoded };
  };
}

function isSpelled(use: Use | undefined, bytes: Buffer, start: number, end: number): use is Use {
  if (!use || use.spelled.length !== end - start) return false;
  for (let at = 0; at < use.spelled.length; at++) if (use.spelled[at] !== bytes[start + at]) return false;
  return true;
}
