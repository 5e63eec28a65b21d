import { expect, test } from 'vitest';
import { aDirectory, faultsOf } from './a-configuration-file.ts';

test.each([
  '* * * * * *',
  '0 0 3 * * *',
  '0 0 3 * * * 2030',
  '2099-01-01T03:00:00',
  '99 * * * *',
  '0 0 31 2 *',
  '@never',
])('S1: %s is no schedule of five fields that comes due', async (cron) => {
  expect(await faultsOf({ settings: { sync: { cron } } })).toEqual([
    expect.stringMatching(/^settings\.sync\.cron: (?:is no cron expression, such as|never comes due)/u),
  ]);
});

test('X1 a pattern that could take ages on some text is refused, whatever makes it so', async () => {
  const faults = (pattern: string) => faultsOf({ fields: [{ key: 'a', type: 'text', validation: { pattern } }] });
  for (const pattern of [
    '(a+)+b',
    '(a|a)*b',
    '(\\w|\\d)+x',
    '\\d+\\d+\\d+x',
    '(.*)*',
    '(a{1,1000}){1,1000}',
    '(?<a>x)\\k<a>+',
  ])
    expect(await faults(pattern), pattern).toEqual([
      expect.stringContaining('fields[0].validation.pattern: could take very long on some text'),
    ]);
  const quick = [
    '[A-Z]{2}[0-9]+',
    '\\d{1,3}(\\.\\d{1,3}){3}',
    "[\\p{L} '-]+",
    '(Mr|Ms|Dr)\\.? [A-Z][a-z]+',
    '(?=.*\\d).{8,}',
  ];
  for (const pattern of quick) expect(await faults(pattern), pattern).toEqual([]);
});

test('S1: five fields are a schedule, whatever stands between them, and so is a name', async () => {
  for (const cron of ['0 3 * * MON-FRI', ' 0  3 L * * ', '@daily'])
    expect(await faultsOf({ settings: { sync: { cron } } })).toEqual([]);
});

test('S4: a pattern of timestamps that lacks a part of the time is refused', async () => {
  const faults = (timestampPattern: unknown) => faultsOf({ directories: [aDirectory({ timestampPattern })] });
  for (const pattern of ['yyyyMMddHHmmss.Z', 'yyyyMMddHHmmss.SSSZ', 'yyyy-MM-dd HH:mm:ss', null])
    expect(await faults(pattern)).toEqual([]);
  for (const pattern of ['banana', 'yyyyMMddHHmm', 'yyyyMMddhhmmssZ', 'yyyyMMddHHmmssssZ'])
    expect(await faults(pattern)).toEqual([
      'directories[0].timestampPattern: must hold yyyy, MM, dd, HH, mm and ss once each, as in yyyyMMddHHmmss.Z',
    ]);
});
