/** RFC 4514 3: a type, `=`, and a value as #hex or as a string with its escapes. */
const type = String.raw`(?:[A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)+)`;
const pair = String.raw`\\(?:[ "#+,;<=>\\]|[0-9A-Fa-f]{2})`;
const lead = String.raw`(?:${pair}|[^\0 "#+,;<>\\])`;
const middle = String.raw`(?:${pair}|[^\0"+,;<>\\])`;
const trail = String.raw`(?:${pair}|[^\0 "+,;<>\\])`;
const value = `(?:#(?:[0-9A-Fa-f]{2})+|(?:${lead}(?:${middle}*${trail})?)?)`;
const rdn = String.raw`${type} *= *${value}(?: *\+ *${type} *= *${value})*`;
const dn = new RegExp(`^${rdn}(?: *, *${rdn})*$`, 'u');

/** Whether a text is a distinguished name of at least one part (RFC 4514), blanks around its separators allowed. */
export function isDN(text: string): boolean {
  return text.length <= 4096 && text.isWellFormed() && dn.test(text);
}

/** The DN below another; any number of parts, none for the other itself. */
export function below(relative: string, baseDN: string): string {
  return relative.trim() === '' ? baseDN : `${relative},${baseDN}`;
}

/** Whether an entry is the base or lies below it. Blanks around separators and case do not count (RFC 4514 2.4). */
export function isWithin(dn: string, base: string): boolean {
  const [inner, outer] = [foldedDN(dn), foldedDN(base)];
  return inner === outer || inner.endsWith(`,${outer}`);
}

/** One spelling for those of a DN that differ in what does not count. */
export function foldedDN(dn: string): string {
  return dn
    .trim()
    .replaceAll(/\s*([,=+])\s*/gu, '$1')
    .toLowerCase();
}
