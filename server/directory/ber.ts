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
  if (octets === 0 || octets > 4) throw new Error(`A length of ${octets} octets is none that LDAP uses`);
  if (bytes.length < start + 2 + octets) return undefined;
  return start + 2 + octets + bytes.readUIntBE(start + 2, octets);
}

/** The elements that the bytes hold, none reaching beyond them. */
export function readElements(bytes: Buffer): Element[] {
  const elements: Element[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = elementEnd(bytes, start);
    if (end === undefined || end > bytes.length) throw new Error('An element reaches beyond what holds it');
    const first = bytes[start + 1] ?? 0;
    const header = first < 0x80 ? 2 : 2 + (first & 0x7f);
    elements.push({ tag: bytes[start] ?? 0, content: bytes.subarray(start + header, end) });
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
