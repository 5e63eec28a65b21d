import type { Codec, PersonReference } from '../field-kind.ts';

/** The first part of a DN (RFC 4514 2): its type, and its value up to a comma or a plus that is not escaped. */
const firstPart = /^\s*[A-Za-z0-9.-]+\s*=((?:\\[\s\S]|[^\\,+])+)/u;
const escaped = /(?:\\[0-9A-Fa-f]{2})+|\\([\s\S])/gu;

/** A DN stands for the person that the house found behind it; a stranger goes by the name that the DN gives them. */
export const personCodec: Codec<PersonReference> = {
  decode: ([dn], { people }) =>
    dn === undefined ? undefined : (people?.byDN.get(dn) ?? { id: null, displayName: nameIn(dn) }),
  encode(reference, { people }) {
    if (reference === undefined) return [];
    if (reference.id === null) return [reference.displayName];
    const dn = people?.dns.get(reference.id);
    if (dn === undefined) throw new Error('A person is written only after their DN has been looked up');
    return [dn];
  },
};

function nameIn(dn: string): string {
  const value = firstPart.exec(dn)?.[1]?.trim();
  return value?.replace(escaped, (bytes, character) => character ?? textOf(bytes)) || dn;
}

function textOf(escapes: string): string {
  const bytes = escapes.split('\\').slice(1);
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
}
