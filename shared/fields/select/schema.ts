import * as z from 'zod/mini';
import { localizedText } from '../localized-text.ts';

const option = z.strictObject({
  value: z.string().check(z.minLength(1), z.maxLength(1000)),
  label: z.optional(localizedText),
});

export const selectSettings = z.strictObject({
  options: z.array(option).check(
    z.minLength(1),
    z.refine((options) => new Set(options.map(({ value }) => value)).size === options.length, {
      error: 'lists a value twice',
    }),
  ),
});
export type SelectSettings = z.infer<typeof selectSettings>;
