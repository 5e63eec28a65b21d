/** The entries that ldapsearch printed, by DN as it printed them; values as bytes, so that nothing is lost in comparing. */
export function readLDIF(text: string): Map<string, Map<string, Buffer[]>> {
  const entries = new Map<string, Map<string, Buffer[]>>();
  for (const record of text.replaceAll('\n ', '').split('\n\n')) {
    const attributes = new Map<string, Buffer[]>();
    for (const line of record.split('\n').filter((one) => one && !one.startsWith('#'))) {
      const [, name = '', colons, value = ''] = /^([^:]+)(::?) ?(.*)$/.exec(line) ?? [];
      const bytes = Buffer.from(value, colons === '::' ? 'base64' : 'utf8');
      attributes.set(name, [...(attributes.get(name) ?? []), bytes]);
    }
    const [dn] = attributes.get('dn') ?? [];
    if (dn) entries.set(dn.toString(), attributes);
  }
  return entries;
}
