import { contentOf, contentStart, type Element, endWithin, readElements, readInteger } from './ber.ts';

/** An entry as it came: every value as the bytes it is. */
export interface RawEntry {
  readonly dn: string;
  readonly attributes: readonly RawAttribute[];
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
const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

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

/** An entry of an answer (RFC 4511 4.5.2); throws when the bytes are none. */
export function readRawEntry(content: Buffer): RawEntry {
  const [dn, attributes] = readElements(content);
  return {
    dn: text.decode(contentOf(dn, octetString)),
    attributes: readElements(contentOf(attributes, sequence)).map((attribute) => {
      const [type, values] = readElements(contentOf(attribute, sequence));
      return {
        type: contentOf(type, octetString).toString('latin1'),
        values: readElements(contentOf(values, set)).map((value) => contentOf(value, octetString)),
      };
    }),
  };
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
