import { describe, expect, test } from 'vitest';
import { isDue, nextTimes, type ScheduleSettings } from '#server/sync/schedule.ts';

const [minute, hour] = [60_000, 3_600_000];

/** When runs begin on a server that looks at its clock so often; while it is down it does not look. */
function begun(
  settings: ScheduleSettings,
  [from, until]: readonly [string, string],
  { every = minute, isDown = (_: Date): boolean => false } = {},
): string[] {
  const times: string[] = [];
  let last = new Date(from);
  for (let at = last.getTime(); at <= Date.parse(until); at += every) {
    const now = new Date(at);
    if (isDown(now) || !isDue(settings, last, now)) continue;
    times.push(now.toISOString());
    last = now;
  }
  return times;
}

const everyThreeHours = { cron: '0 */3 * * *', timeZone: 'Europe/Berlin' };
const nightly = { cron: '30 2 * * *', timeZone: 'Europe/Berlin' };

function localHour(time: string): string {
  return new Date(time).toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' });
}

describe('S1 the schedule', () => {
  test.each([
    ['begins', '2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z'],
    ['ends', '2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z'],
  ])('keeps to the hours of its time zone over the night in which summer time %s', (_, from, until) => {
    const times = begun(everyThreeHours, [from, until]);
    const expected = ['15:00', '18:00', '21:00', '00:00', '03:00', '06:00', '09:00', '12:00'];
    expect(times.map(localHour)).toEqual([...expected, ...expected].slice(0, times.length));
    expect(times).toHaveLength(16);
  });

  test('begins once in the night that has 02:30 twice, and once in the one that has none', () => {
    expect(begun(nightly, ['2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z'])).toHaveLength(1);
    expect(begun(nightly, ['2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z'])).toHaveLength(1);
  });

  test('does not drift in a year, and what is announced is what happens', () => {
    const from = '2026-01-01T00:00:00Z';
    const times = begun(nightly, [from, '2026-12-31T22:00:00Z'], { every: 30 * minute });
    expect(times).toHaveLength(365);
    const isUsual = (time: string) => localHour(time) === '02:30';
    // But the night without 02:30.
    expect(times.filter((time) => !isUsual(time)).length).toBeLessThanOrEqual(1);
    const announced = nextTimes(nightly, 365, new Date(from)).map((at) => at.toISOString());
    expect(times).toEqual(announced);
  });

  test('catches up once, and at once, on what was missed while the server was down', () => {
    const [down, up] = [Date.parse('2026-05-23T13:30:00Z'), Date.parse('2026-05-24T05:45:00Z')];
    const isDown = (now: Date) => now.getTime() > down && now.getTime() < up;
    const times = begun(everyThreeHours, ['2026-05-23T12:30:00Z', '2026-05-24T08:00:00Z'], { isDown });
    expect(times).toEqual(['2026-05-23T13:00:00.000Z', new Date(up).toISOString(), '2026-05-24T07:00:00.000Z']);
  });

  test('wants nothing before its time, whenever the last run was', () => {
    const at = Date.parse('2026-05-23T13:00:00Z');
    for (let before = 1; before < 3 * hour; before += 7 * minute) {
      expect(isDue(everyThreeHours, new Date(at - 3 * hour), new Date(at - before))).toBe(false);
    }
    expect(isDue(everyThreeHours, new Date(at - 3 * hour), new Date(at))).toBe(true);
    expect(isDue(everyThreeHours, new Date(at), new Date(at + minute))).toBe(false);
  });
});
