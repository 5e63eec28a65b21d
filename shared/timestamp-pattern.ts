/**
 * Patterns of timestamps, such as `yyyyMMddHHmmss.Z`: the letters y, M, d, H, m, s stand for the parts of the time in
 * UTC and S for its fractions; everything else stands for itself.
 */
const part = /yyyy|MM|dd|HH|mm|ss|S+/gu;
const generalizedTime = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:[.,](\d+))?Z$/u;

/** Whether a text holds each part of a time, so that it can stand for one. */
export function isTimestampPattern(pattern: string): boolean {
  const found = pattern.match(part) ?? [];
  return ['yyyy', 'MM', 'dd', 'HH', 'mm', 'ss'].every((each) => found.filter((one) => one === each).length === 1);
}

export function formatTimestamp(pattern: string, at: Date): string {
  const iso = at.toISOString();
  const parts: Readonly<Record<string, string>> = {
    yyyy: iso.slice(0, 4),
    MM: iso.slice(5, 7),
    dd: iso.slice(8, 10),
    HH: iso.slice(11, 13),
    mm: iso.slice(14, 16),
    ss: iso.slice(17, 19),
  };
  return pattern.replace(
    part,
    (each) => parts[each] ?? iso.slice(20, 23).padEnd(each.length, '0').slice(0, each.length),
  );
}

/** The pattern that a directory's own value is written by; undefined for what is no generalized time in UTC (RFC 4517 3.3.13). */
export function detectPattern(value: string): string | undefined {
  const fraction = generalizedTime.exec(value);
  if (!fraction) return undefined;
  const rest = value.slice(14, -1);
  // Active Directory always writes `.0`: that is its form, no fraction of a second.
  return `yyyyMMddHHmmss${/^[.,]0+$/u.test(rest) ? rest : rest.replaceAll(/\d/gu, 'S')}Z`;
}

/** The time of a directory's own value. */
export function parseTimestamp(value: string): Date | undefined {
  const [, year, month, day, hour, minute, second, fraction = ''] = generalizedTime.exec(value) ?? [];
  if (year === undefined) return undefined;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
