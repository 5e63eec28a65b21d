import { Problem } from '../problem.ts';
import type { RawAttribute, RawEntry } from './answer.ts';
import type { Connection } from './connection.ts';
import { isPresent } from './filter.ts';

/** Of an attribute with very many values Active Directory sends the first alone, as `member;range=0-1499` (MS-ADTS 3.1.1.3.1.3.3). */
const range = /^(?<name>[^;]+);range=(?<first>\d+)-(?<last>\d+|\*)$/iu;

/** More than an entry is read with at all. */
const mostValues = 100_000;

/** Whether it names but a part of the values. */
export function isPart(type: string): boolean {
  return range.test(type);
}

/** The entry with the rest of the values of which it came with the first alone. */
export async function withAllValues(connection: Connection, entry: RawEntry): Promise<RawEntry> {
  if (!entry.attributes.some(({ type }) => isPart(type))) return entry;
  const attributes = entry.attributes.map((attribute) => allValues(connection, entry.dn, attribute));
  return { ...entry, attributes: await Promise.all(attributes) };
}

async function allValues(connection: Connection, base: string, attribute: RawAttribute): Promise<RawAttribute> {
  const { name = attribute.type, last: end = '*' } = range.exec(attribute.type)?.groups ?? {};
  const values = [...attribute.values];
  const filter = isPresent('objectClass');
  for (let last = end; last !== '*'; ) {
    const type = `${name};range=${values.length}-*`;
    const { entries } = await connection.search({ base, scope: 'base', filter, attributes: [type] });
    const next = entries[0]?.attributes.find((each) => range.exec(each.type)?.groups?.first === String(values.length));
    if (!next || next.values.length === 0 || values.length > mostValues) throw notAll(base, name);
    values.push(...next.values);
    last = range.exec(next.type)?.groups?.last ?? '*';
  }
  return { type: name, values };
}

/** What is said where a part of the values must not pass for all of them. */
export function notAll(dn: string, type: string): Problem {
  const attribute = range.exec(type)?.groups?.name ?? type;
  return new Problem('internal', `The directory does not show all values of ${attribute} of the entry ${dn} at once.`, {
    rule: 'notAllValues',
  });
}
