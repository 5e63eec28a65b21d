const browsers = [
  ['Edge', /\bEdg\//u],
  ['Opera', /\bOPR\//u],
  ['Firefox', /\bFirefox\//u],
  ['Chrome', /\bChrom(?:e|ium)\//u],
  ['Safari', /\bSafari\//u],
] as const;
const systems = [
  ['Windows', /\bWindows\b/u],
  ['Android', /\bAndroid\b/u],
  ['iOS', /\b(?:iPhone|iPad)\b/u],
  ['macOS', /\bMac OS X\b/u],
  ['ChromeOS', /\bCrOS\b/u],
  ['Linux', /\bLinux\b/u],
] as const;

/** What a person calls their browser by what it calls itself; empty where nothing of it is known. */
export function clientName(userAgent: string): string {
  const first = (names: readonly (readonly [string, RegExp])[]) => names.find(([, sign]) => sign.test(userAgent))?.[0];
  return [first(browsers), first(systems)].filter(Boolean).join(', ');
}
