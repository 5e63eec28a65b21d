import type { Codec } from '../field-kind.ts';
import { calendarDate, isCalendarDate } from './calendar-date.ts';

/**
 * GeneralizedTime (RFC 4517 3.3.13), read in every form and written with the `.0` that Active Directory insists on. The day counts as it is written,
 * whatever the time and its zone: a birthday is the same day everywhere.
 */
const generalizedTime =
  /^(\d{4})(\d\d)(\d\d)(?:[01]\d|2[0-3])(?:[0-5]\d(?:[0-5]\d|60)?)?(?:[.,]\d+)?(?:Z|[+-]\d\d(?:\d\d)?)$/u;

export const dateCodec: Codec<string> = {
  decode([first]) {
    const [, year = '', month = '', day = ''] = (first && generalizedTime.exec(first)) || [];
    return calendarDate(year, month, day) ?? first;
  },
  encode(date) {
    if (date === undefined) return [];
    return [isCalendarDate(date) ? `${date.replaceAll('-', '')}000000.0Z` : date];
  },
};
