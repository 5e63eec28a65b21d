import { coveringAttempts } from './attempts/covering.ts';
import { framingAttempts } from './attempts/framing.ts';
import { clickingAttempts, hearingAttempts, movingAttempts, racingAttempts } from './attempts/pressing.ts';
import { interceptingAttempts, readingAttempts } from './attempts/reading.ts';
import type { HostilePage } from './start-hostile-site.ts';

/** All that the hostile site tries, in the order of the table; some go on where the one before has ended. */
export const createAttempts = () => [
  ...readingAttempts(),
  ...interceptingAttempts,
  ...hearingAttempts,
  ...coveringAttempts(),
  ...clickingAttempts,
  ...movingAttempts,
  ...racingAttempts,
  ...framingAttempts,
];

export const pages: Readonly<Record<string, HostilePage>> = Object.assign(
  { '/': {} },
  ...createAttempts().map(({ pages }) => pages ?? {}),
);
