import type { SyncRun } from '#shared/contract/sync.ts';
import type { Language } from '#shared/fields/field-kind.ts';

/** How numbers, moments and durations are said in a language. */
export function formatsIn(language: Language) {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
  return {
    number: (value: number) => number.format(value),
    moment: (instant: string) => moment.format(new Date(instant)),
    time: (instant: string) => time.format(new Date(instant)),
  };
}

/** How long a run took, in seconds; undefined while it runs. */
export function secondsOf({ startedAt, endedAt }: Pick<SyncRun, 'startedAt' | 'endedAt'>): number | undefined {
  return endedAt === undefined ? undefined : (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
}

export const countNames = ['read', 'added', 'changed', 'returned', 'unchanged', 'hidden', 'missing', 'failed'] as const;
export type CountName = (typeof countNames)[number];

/** A count over all directories of a run. */
export function total({ directories }: Pick<SyncRun, 'directories'>, name: CountName): number {
  return directories.reduce((sum, directory) => sum + directory[name], 0);
}

/** People whom a run changed in any way. */
export const changesOf = (run: Pick<SyncRun, 'directories'>): number =>
  (['added', 'changed', 'returned', 'hidden'] as const).reduce((sum, name) => sum + total(run, name), 0);
