import { Cron } from 'croner';

/** Five fields, or a name such as `@daily`: croner would take seconds, years and a single date as well. */
const form = /^\s*(?:@\w+|\S+(?:\s+\S+){4})\s*$/u;

/** Throws an error that says why, if the expression is no cron expression or there is no such time zone. */
export function cronOf(expression: string, timeZone: string): Cron {
  if (!form.test(expression)) throw new RangeError('it needs five fields, or a name such as @daily');
  return new Cron(expression, { timezone: timeZone, paused: true });
}

export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
