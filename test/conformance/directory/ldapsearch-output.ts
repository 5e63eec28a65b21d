/** The values of an attribute in what ldapsearch printed of one entry, in base64. */
export function valuesIn(ldif: string, attribute: string): string[] {
  return ldif.split('\n').flatMap((line) => {
    const [, name, colons, value = ''] = /^([^:]+)(::?) ?(.*)$/.exec(line) ?? [];
    if (name?.toLowerCase() !== attribute.toLowerCase()) return [];
    return [colons === '::' ? value : Buffer.from(value).toString('base64')];
  });
}
