/** One element of BER (X.690), its content still encoded. */
export interface Element {
  readonly tag: number;
  readonly content: Buffer;
}

/** Where a whole element at the start of the bytes ends; undefined while its length is not complete. */
export function elementEnd(bytes: Buffer, start = 0): number | undefined {
  const first = bytes[start + 1];
  if (first === undefined) return undefined;
  if (first < 0x80) return start + 2 + first;
  const octets = first & 0x7f;
  const second = bytes[start + 2];
  if (octets === 1 && second !== undefined) return start + 3 + second;
  if (octets === 0 || octets > 4) throw new Error(`A length of ${octets} octets is none that LDAP uses`);
  if (bytes.length < start + 2 + octets) return undefined;
  return start + 2 + octets + bytes.readUIntBE(start + 2, octets);
}

/** Where the content of an element begins. */
export function contentStart(bytes: Buffer, start: number): number {
  const first = bytes[start + 1] ?? 0;
  return first < 0x80 ? start + 2 : start + 2 + (first & 0x7f);
}

/** Where an element ends, which must not reach beyond what holds it. */
export function endWithin(bytes: Buffer, start: number, limit: number): number {
  const end = elementEnd(bytes, start);
  if (end === undefined || end > limit) throw new Error('An element reaches beyond what holds it');
  return end;
}

/** The same of an element that must have this tag. */
export function endOf(bytes: Buffer, start: number, limit: number, tag: number): number {
  if (bytes[start] !== tag) throw new Error(`Expected the tag ${tag}, not ${bytes[start]}`);
  return endWithin(bytes, start, limit);
}

/** The elements that the bytes hold, none reaching beyond them. */
export function readElements(bytes: Buffer): Element[] {
  const elements: Element[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = endWithin(bytes, start, bytes.length);
    elements.push({ tag: bytes[start] ?? 0, content: bytes.subarray(contentStart(bytes, start), end) });
    start = end;
  }
  return elements;
}

/** The content of an element that must be there. */
export function contentOf(element: Element | undefined, tag: number): Buffer {
  if (element?.tag !== tag) throw new Error(`Expected the tag ${tag}, not ${element?.tag}`);
  return element.content;
}

/** An INTEGER or ENUMERATED of up to 4 octets. */
export function readInteger(content: Buffer): number {
  if (content.length === 0 || content.length > 4) throw new Error(`An integer of ${content.length} octets`);
  return content.readIntBE(0, content.length);
}
