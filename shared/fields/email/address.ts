/** What browsers take for an address (HTML 4.10.5.1.5); directories keep `mail` in ASCII (RFC 4524 2.16). */
const address =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$/u;

/** What `mail` holds on Active Directory and OpenLDAP alike. */
export const longestAddress = 256;

export function isAddress(text: string): boolean {
  return text.length <= longestAddress && address.test(text);
}
