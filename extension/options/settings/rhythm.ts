import type { OptionsTexts } from '../../ui/messages/options-texts.ts';

/** A schedule as people think of it; `cron` is every other one. */
export type Rhythm =
  | { readonly kind: 'minutes' | 'hours'; readonly every: number }
  | { readonly kind: 'daily' | 'weekdays'; readonly time: string }
  | { readonly kind: 'cron'; readonly expression: string };

/** What a cron expression means, where it is one of the usual ones. */
export function readRhythm(expression: string): Rhythm {
  const [minute = '', hour = '', day, month, weekday, ...rest] = expression.trim().split(/\s+/u);
  const isCustom = rest.length > 0 || day !== '*' || month !== '*';
  if (isCustom) return { kind: 'cron', expression };
  const everyMinutes = /^\*(?:\/(\d{1,2}))?$/u.exec(minute);
  if (everyMinutes && hour === '*' && weekday === '*') return { kind: 'minutes', every: Number(everyMinutes[1] ?? 1) };
  const everyHours = /^\*(?:\/(\d{1,2}))?$/u.exec(hour);
  if (everyHours && minute === '0' && weekday === '*') return { kind: 'hours', every: Number(everyHours[1] ?? 1) };
  const isTime = /^\d{1,2}$/u.test(minute) && /^\d{1,2}$/u.test(hour);
  if (isTime && (weekday === '*' || weekday === '1-5')) {
    const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
    return { kind: weekday === '*' ? 'daily' : 'weekdays', time };
  }
  return { kind: 'cron', expression };
}

export function writeRhythm(rhythm: Rhythm): string {
  if (rhythm.kind === 'cron') return rhythm.expression;
  if ('every' in rhythm) {
    const step = rhythm.every === 1 ? '*' : `*/${rhythm.every}`;
    return rhythm.kind === 'minutes' ? `${step} * * * *` : `0 ${step} * * *`;
  }
  const [hour = '0', minute = '0'] = rhythm.time.split(':');
  return `${Number(minute)} ${Number(hour)} * * ${rhythm.kind === 'daily' ? '*' : '1-5'}`;
}

/** "every 3 hours". */
export function rhythmInWords(expression: string, { words }: OptionsTexts['settings']): string {
  const rhythm = readRhythm(expression);
  if (rhythm.kind === 'cron') return words.cron(rhythm.expression);
  return 'every' in rhythm ? words[rhythm.kind](rhythm.every) : words[rhythm.kind](rhythm.time);
}
