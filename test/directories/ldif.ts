/** A value, several, or none; bytes are pictures and the like. */
export type LDIFValue = string | Uint8Array | undefined | readonly (string | Uint8Array)[];

/** One entry as LDIF (RFC 2849); what is not plain ASCII goes as base64. */
export function toLDIF(dn: string, attributes: Readonly<Record<string, LDIFValue>>): string {
  const lines = [line('dn', dn)];
  for (const [attribute, values] of Object.entries(attributes)) {
    for (const value of valuesOf(values)) lines.push(line(attribute, value));
  }
  return `${lines.join('\n')}\n\n`;
}

/** A value as it may stand in a DN (RFC 4514). */
export function escapeRDN(value: string): string {
  return value
    .replace(/[\\,+"<>;=]/g, '\\$&')
    .replace(/^[ #]|(?<=.) $/g, '\\$&')
    .replaceAll('\0', '\\00');
}

function valuesOf(values: LDIFValue): readonly (string | Uint8Array)[] {
  if (values === undefined) return [];
  return typeof values === 'string' || values instanceof Uint8Array ? [values] : values;
}

function line(attribute: string, value: string | Uint8Array): string {
  const isPlain = typeof value === 'string' && /^(?:[!-9;=-~][!-~]*(?: +[!-~]+)*)?$/.test(value);
  return isPlain ? `${attribute}: ${value}` : `${attribute}:: ${Buffer.from(value as string).toString('base64')}`;
}
