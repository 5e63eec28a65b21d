import { expect, test } from 'vitest';
import { readRhythm, rhythmInWords, writeRhythm } from '../../../extension/options/settings/rhythm.ts';
import { optionsTexts } from '../../../extension/ui/messages/options-texts.ts';

test.each([
  ['0 */3 * * *', 'every 3 hours', 'alle 3 Stunden'],
  ['0 * * * *', 'every hour', 'jede Stunde'],
  ['*/15 * * * *', 'every 15 minutes', 'alle 15 Minuten'],
  ['* * * * *', 'every minute', 'jede Minute'],
  ['30 2 * * *', 'every day at 02:30', 'jeden Tag um 02:30'],
  ['0 6 * * 1-5', 'Monday to Friday at 06:00', 'Montag bis Freitag um 06:00'],
  ['0 0 1 * *', 'by the schedule 0 0 1 * *', 'nach dem Zeitplan 0 0 1 * *'],
  ['5 */3 * * *', 'by the schedule 5 */3 * * *', 'nach dem Zeitplan 5 */3 * * *'],
  ['nonsense', 'by the schedule nonsense', 'nach dem Zeitplan nonsense'],
])('S1 %s reads "%s", and is written back as it was', (cron, en, de) => {
  expect(rhythmInWords(cron, optionsTexts('en').settings)).toBe(en);
  expect(rhythmInWords(cron, optionsTexts('de').settings)).toBe(de);
  expect(writeRhythm(readRhythm(cron))).toBe(cron);
});
