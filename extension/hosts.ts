/** Browsers know hosts by match patterns; Firefox knows no ports in them (bug 1362809), so its patterns span all ports. */
export interface PatternStyle {
  readonly ports: boolean;
}

/** The pattern of all pages on the host of an address or of another pattern. */
export function hostPattern(address: string, { ports }: PatternStyle): string {
  const [, scheme, host = '', port = ''] =
    /^(https?|\*):\/\/(\[[\da-f:.]+\]|[^/:]+)(:\d+)?(?:\/|$)/i.exec(address) ?? [];
  if (!scheme) throw new Error(`${address} is no http:// or https:// address of a host`);
  return `${scheme}://${host}${ports ? port : ''}/*`;
}

/** A match pattern as the browser takes it: with its path, and without its port where patterns have none. */
export function pagePattern(pattern: string, style: PatternStyle): string {
  const path = /^[^/]+:\/\/[^/]+(\/.*)$/.exec(pattern)?.[1] ?? '/*';
  return hostPattern(pattern, style).replace(/\/\*$/, () => path);
}
