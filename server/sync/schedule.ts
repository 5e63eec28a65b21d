import type { Cron } from 'croner';
import { cronOf, isTimeZone } from '../cron.ts';
import { Problem } from '../problem.ts';

export interface ScheduleSettings {
  readonly cron: string;
  readonly timeZone: string;
}

/** The next times; throws an `invalid` problem that names what is wrong with the schedule. */
export function nextTimes(settings: ScheduleSettings, count: number, after: Date): Date[] {
  return scheduleOf(settings).nextRuns(count, after);
}

/** Whether a run should have begun since the last one did; of several that were missed one is enough. */
export function isDue(settings: ScheduleSettings, lastBegun: Date, now: Date): boolean {
  const [due] = scheduleOf(settings).previousRuns(1, new Date(now.getTime() + 1));
  return due !== undefined && due > lastBegun;
}

function scheduleOf({ cron, timeZone }: ScheduleSettings): Cron {
  try {
    const job = cronOf(cron, timeZone);
    job.nextRun();
    return job;
  } catch (cause) {
    const isZone = !isTimeZone(timeZone);
    const [field, detail] = isZone
      ? ['timeZone', `${timeZone} is no time zone, such as Europe/Berlin`]
      : ['cron', `${cron} is no schedule, such as 0 */3 * * *`];
    throw new Problem('invalid', `${field}: ${detail}.`, { field, rule: field, cause });
  }
}
