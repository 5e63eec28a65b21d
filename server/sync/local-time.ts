import { Problem } from '../problem.ts';

/** A moment as an admin reads and writes it (S3). */
export interface LocalTime {
  /** `dd-MM-yyyy` */
  readonly date: string;
  /** `HH:mm:ss` */
  readonly time: string;
}

/** Throws an `invalid` problem where there is no such time zone. */
export function toLocalTime(at: Date, timeZone: string): LocalTime {
  const parts = Object.fromEntries(
    formatter(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const { day, month, year, hour, minute, second } = parts;
  return { date: `${day}-${month}-${year}`, time: `${hour}:${minute}:${second}` };
}

/**
 * The moment that clocks there show as this; the earlier one where they show it twice. Throws an `invalid` problem for
 * what they never show, such as 31-02-2026, or the hour that summer time leaves out, and for what no sync can have been
 * at: before 1970, or after `now`.
 */
export function fromLocalTime(local: LocalTime, timeZone: string, now: Date): Date {
  const refused = (rule: string, detail: string) => new Problem('invalid', `date: ${detail}.`, { field: 'date', rule });
  const asUTC = asIfUTC(local);
  // No time zone is farther from UTC, nor moves by more at once.
  const farthest = 26 * 3_600_000;
  const outside = refused('noSyncThen', 'must lie between 1970 and now');
  if (asUTC < -farthest || asUTC > now.getTime() + farthest) throw outside;
  const offsets = [asUTC - farthest, asUTC + farthest].map((at) => offsetAt(at, timeZone));
  const candidates = offsets.map((offset) => new Date(asUTC - offset)).toSorted((one, other) => +one - +other);
  const found = candidates.find((candidate) => {
    const shown = toLocalTime(candidate, timeZone);
    return shown.date === local.date && shown.time === local.time;
  });
  if (!found) throw refused('noSuchTime', `there is no ${local.date} ${local.time} in ${timeZone}`);
  if (found.getTime() < 0 || found > now) throw outside;
  return found;
}

function offsetAt(at: number, timeZone: string): number {
  return asIfUTC(toLocalTime(new Date(at), timeZone)) - Math.floor(at / 1000) * 1000;
}

/** Milliseconds; days and hours beyond the last one count on. */
function asIfUTC({ date, time }: LocalTime): number {
  const [day = 0, month = 0, year = 0] = date.split('-').map(Number);
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return new Date(0).setUTCFullYear(year, month - 1, day) + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch (cause) {
    throw new Problem('invalid', `timeZone: ${timeZone} is no time zone, such as Europe/Berlin.`, {
      field: 'timeZone',
      rule: 'timeZone',
      cause,
    });
  }
}
