import * as z from 'zod/mini';
import { isCalendarDate } from './calendar-date.ts';

const day = z.optional(z.string().check(z.refine(isCalendarDate, { error: 'is no day, such as 1980-05-23' })));

export const dateSettings = z.strictObject({
  validation: z.optional(
    z.strictObject({ earliest: day, latest: day }).check(
      z.refine(({ earliest, latest }) => !earliest || !latest || earliest <= latest, {
        error: 'is after latest',
        path: ['earliest'],
      }),
    ),
  ),
});
export type DateSettings = z.infer<typeof dateSettings>;
