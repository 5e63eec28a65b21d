import { contentOf, contentStart, type Element, endOf, endWithin, readElements, readInteger } from './ber.ts';
import { readText } from './text.ts';

/** An entry as it came: every value as the bytes it is. */
export interface RawEntry {
  readonly dn: string;
  readonly attributes: readonly RawAttribute[];
}

/** The attribute of this name, which a directory may spell in another way (RFC 4512 2.5). */
export function attributeIn(attributes: readonly RawAttribute[], name: string): RawAttribute | undefined {
  return attributes.find(({ type }) => type.toLowerCase() === name.toLowerCase());
}

export interface RawAttribute {
  /** The name as the directory spells it, options included. */
  readonly type: string;
  readonly values: readonly Buffer[];
}

/** LDAPResult (RFC 4511 4.1.9), with the values of its controls by their OIDs. */
export interface Result {
  readonly code: number;
  readonly diagnostic: string;
  readonly controls: ReadonlyMap<string, Buffer>;
}

/** One LDAPMessage that a server sent. */
export type Answer = { readonly messageId: number; readonly operation: number } /** An entry, still encoded. */ & (
  | { readonly entry: Buffer }
  | { readonly result: Result }
  | { readonly isReference: true }
);

export const operations = {
  bind: 0x61,
  searchEntry: 0x64,
  search: 0x65,
  modify: 0x67,
  reference: 0x73,
  extended: 0x78,
};

const [octetString, integer, enumerated, sequence, set, controls] = [0x04, 0x02, 0x0a, 0x30, 0x31, 0xa0];
const results = new Set([operations.bind, operations.search, operations.modify, operations.extended]);

/** Reads one whole message; throws when it is none that an answer to our requests can be. */
export function readAnswer(message: Buffer): Answer {
  if (message[0] !== sequence || message[contentStart(message, 0)] !== integer) throw new Error('No message of LDAP');
  const idAt = contentStart(message, 0);
  const at = endWithin(message, idAt, message.length);
  const messageId = readInteger(message.subarray(contentStart(message, idAt), at));
  const operation = message[at];
  if (operation === undefined) throw new Error('A message without an operation');
  const end = endWithin(message, at, message.length);
  const content = message.subarray(contentStart(message, at), end);
  const rest = end === message.length ? [] : readElements(message.subarray(end));
  const envelope = { messageId, operation };
  if (operation === operations.searchEntry) return { ...envelope, entry: content };
  if (operation === operations.reference) return { ...envelope, isReference: true };
  if (results.has(operation)) return { ...envelope, result: readResult(content, rest[0]) };
  throw new Error(`A message of the kind 0x${operation.toString(16)}, which nobody asked for`);
}

/** An entry of an answer (RFC 4511 4.5.2); throws when the bytes are none. Many come in a row, so no element is cut out in vain. */
export function readRawEntry(bytes: Buffer): RawEntry {
  const dnEnd = endOf(bytes, 0, bytes.length, octetString);
  const end = endOf(bytes, dnEnd, bytes.length, sequence);
  const attributes: RawAttribute[] = [];
  for (let at = contentStart(bytes, dnEnd); at < end; ) {
    const attributeEnd = endOf(bytes, at, end, sequence);
    const typeAt = contentStart(bytes, at);
    const typeEnd = endOf(bytes, typeAt, attributeEnd, octetString);
    const valuesEnd = endOf(bytes, typeEnd, attributeEnd, set);
    const values: Buffer[] = [];
    for (let valueAt = contentStart(bytes, typeEnd); valueAt < valuesEnd; ) {
      const valueEnd = endOf(bytes, valueAt, valuesEnd, octetString);
      values.push(bytes.subarray(contentStart(bytes, valueAt), valueEnd));
      valueAt = valueEnd;
    }
    attributes.push({ type: bytes.toString('latin1', contentStart(bytes, typeAt), typeEnd), values });
    at = attributeEnd;
  }
  return { dn: readText(bytes, contentStart(bytes, 0), dnEnd), attributes };
}

function readResult(content: Buffer, controlList: Element | undefined): Result {
  const [code, , diagnostic] = readElements(content);
  return {
    code: readInteger(contentOf(code, enumerated)),
    diagnostic: contentOf(diagnostic, octetString).toString(),
    controls: new Map(controlList ? readElements(contentOf(controlList, controls)).map(readControl) : []),
  };
}

function readControl(control: Element): [oid: string, value: Buffer] {
  const [oid, ...rest] = readElements(contentOf(control, sequence));
  const value = rest.find(({ tag }) => tag === octetString);
  return [contentOf(oid, octetString).toString('latin1'), value?.content ?? Buffer.alloc(0)];
}
