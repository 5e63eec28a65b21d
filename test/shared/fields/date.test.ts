import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateKind, shown } from '#shared/fields/date/kind.ts';

const context = { settings: {} };
const anyDay = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const two = (most: number) => fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
const anyTime = fc
  .tuple(
    two(23),
    two(59),
    two(59),
    fc.constantFrom('', '.0', ',5', '.123'),
    fc.constantFrom('Z', '+0000', '-1200', '+14'),
  )
  .map((parts) => parts.join(''));

describe('F2 a day is the same day everywhere', () => {
  test('every day of the calendar is accepted, written and read as itself', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dateKind.parse(day, context)).toEqual({ value: day });
        expect(dateKind.codec.decode(dateKind.codec.encode(day, context), context)).toBe(day);
      }),
    );
  });

  test('whatever the time and its zone, the day is the one that is written', () => {
    fc.assert(
      fc.property(anyDay, anyTime, (day, time) => {
        expect(dateKind.codec.decode([`${day.replaceAll('-', '')}${time}`], context)).toBe(day);
      }),
    );
  });

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin'])('it is shown as such in %s', (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(shown('en', '1980-05-23')).toBe('May 23, 1980');
      expect(shown('de', '1980-05-23')).toBe('23. Mai 1980');
    } finally {
      process.env.TZ = before;
      if (before === undefined) delete process.env.TZ;
    }
  });
});
