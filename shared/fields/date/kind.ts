import type { FieldContext, FieldKind, Parsed } from '../field-kind.ts';
import { isCalendarDate } from './calendar-date.ts';
import { dateCodec } from './codec.ts';
import type { DateSettings } from './schema.ts';

/** A day, as `1980-05-23`; of another form only where a directory holds something that is no day. */
export const dateKind: FieldKind<string, DateSettings> = {
  parse,
  codec: dateCodec,
  sentences: {
    en: {
      notADay: () => 'This is not a day of the calendar.',
      tooEarly: ({ earliest }) => `Choose ${shown('en', earliest)} or a later day.`,
      tooLate: ({ latest }) => `Choose ${shown('en', latest)} or an earlier day.`,
    },
    de: {
      notADay: () => 'Das ist kein Tag des Kalenders.',
      tooEarly: ({ earliest }) => `Wählen Sie den ${shown('de', earliest)} oder einen späteren Tag.`,
      tooLate: ({ latest }) => `Wählen Sie den ${shown('de', latest)} oder einen früheren Tag.`,
    },
  },
};

/** A day in words; always reckoned in UTC, so that no zone shifts it. */
export function shown(language: string, day: string | number | undefined): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' });
}

function parse(input: unknown, { settings }: FieldContext<DateSettings>): Parsed<string> {
  if (!isCalendarDate(input)) return { rule: 'notADay' };
  const { earliest, latest } = settings.validation ?? {};
  if (earliest && input < earliest) return { rule: 'tooEarly', params: { earliest } };
  if (latest && input > latest) return { rule: 'tooLate', params: { latest } };
  return { value: input };
}
