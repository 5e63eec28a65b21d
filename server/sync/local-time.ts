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
 * what they never show, such as 31-02-2026, or the hour that summer time leaves out.
 */
export function fromLocalTime({ date, time }: LocalTime, timeZone: string): Date {
  const [day, month, year] = date.split('-');
  const asUTC = Date.parse(`${year}-${month}-${day}T${time}Z`);
  if (!Number.isNaN(asUTC)) {
    const hour = 3_600_000;
    // No time zone is farther from UTC, nor moves by more at once.
    const offsets = [asUTC - 26 * hour, asUTC + 26 * hour].map((at) => offsetAt(new Date(at), timeZone));
    const candidates = offsets.map((offset) => new Date(asUTC - offset)).toSorted((one, other) => +one - +other);
    const found = candidates.find((candidate) => {
      const shown = toLocalTime(candidate, timeZone);
      return shown.date === date && shown.time === time;
    });
    if (found) return found;
  }
  throw new Problem('invalid', `date: there is no ${date} ${time} in ${timeZone}.`, {
    field: 'date',
    rule: 'noSuchTime',
  });
}

function offsetAt(at: Date, timeZone: string): number {
  const { date, time } = toLocalTime(at, timeZone);
  const [day, month, year] = date.split('-');
  return Date.parse(`${year}-${month}-${day}T${time}Z`) - Math.floor(at.getTime() / 1000) * 1000;
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
